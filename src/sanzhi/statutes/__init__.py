"""Laws 依据: statutes, their versions with dates, their articles, and the resolving of citations.

Owns statute 法律法规, version 版本, article 条. A version's text once imported never changes; the current version is
the latest one already in force, and one adopted for a later day takes over on that day.
"""
