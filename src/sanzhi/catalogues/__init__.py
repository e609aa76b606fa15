"""The lists that are the law 清单: editions drafted, submitted, approved, in force, superseded.

Owns edition 版本, row 清单项, and the reading of each kind: procedures 流程, powers 权责清单, discretion 裁量基准,
recording items 音像记录事项清单, major decisions 重大执法决定法制审核目录清单, disclosure rules 公示目录. An edition in
force never changes; whoever acts under it keeps it.
"""
