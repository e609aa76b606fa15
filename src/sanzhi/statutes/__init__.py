"""Laws 依据: statutes, their versions with dates, their articles, and the resolving of citations.

Owns statute 法律法规, version 版本, article 条. A version once imported never changes; the day decides which applies.
"""
