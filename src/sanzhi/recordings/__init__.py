"""Recordings 音像记录: what was filmed, photographed or heard while enforcing, and whether it covers the list.

Owns *upload*, *recording*, *custody* 流转, *moment* 记录环节, *coverage*, *gap* 缺漏说明. Originals are
content-addressed and never rewritten; an upload that was cut off is no recording and leaves no evidence.
"""
