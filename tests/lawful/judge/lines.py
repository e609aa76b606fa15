"""The figures that the rules count with, each with its article; what is known from memory only says so."""

from decimal import Decimal

# 行政处罚法 §64(一)、(二)、§61、§56、§48: working days (§85)
ASK_HEARING, NOTIFY_HEARING, START_SERVICE, PRESERVED, WITHDRAW = 5, 7, 7, 7, 3
# 行政处罚法 §60, §67: calendar days
DECIDE, PAY = 90, 15
# 行政处罚法 §72
LATE_RATE = Decimal("0.03")
# 行政处罚法 §51, §68
SPOT_CITIZEN, SPOT_UNIT, CASH = Decimal(200), Decimal(3000), Decimal(100)
# 河南省行政处罚听证办法（省令204号）§4: 记忆; rules 8.2, 11.1, 16.2 and 18.1 rest on them
HEARING_CITIZEN, HEARING_UNIT = Decimal(5000), Decimal(50000)
# 行政处罚法 §36, years
LIMITATION, LIMITATION_LIFE = 2, 5
# 民事诉讼法 §95
PUBLIC_NOTICE = 30
# 国办发〔2018〕118号: working days, 记忆
PUBLISH = 7
# 行政强制法 §25, §54, §53, §46
SEIZE, EXTEND_SEIZURE, URGE_COURT, COURT_MONTHS = 30, 30, 10, 3
# 行政复议法 §20; 行政诉讼法 §46
RECONSIDER, SUE_MONTHS = 60, 6
# 行政诉讼法 §45: days after the decision on the reconsideration
SUE_AFTER_REVIEW = 15
# 行政许可法 §32, §42, §44: working days
SUPPLEMENT, LICENSE, LICENSE_MORE, DELIVER = 5, 20, 10, 10
# 行政许可法 §47, §48: working days (§82); §78, §79: years; §50: calendar days
ASK_LICENCE_HEARING, HOLD_LICENCE_HEARING, NOTIFY_LICENCE_HEARING = 5, 20, 7
BARRED_YEARS = {"hiding": 1, "fraud": 3}
RENEW_BEFORE = 30
# Longer than this no time lasts that somebody leaves out
LONG = 1000
# The longest run of days off that a notice can still add to a year that has none: 建议
HOLIDAY_DOUBT = 15
# Days after which a service by hand is no longer entered but filled in: 建议
ENTER_SERVICE = 5
# The same for what came by post, and for a wish to be heard: 建议
ENTER_POST, ENTER_WISH = 15, 10
# Working days after which a penalty on the spot that is still not filed with the bureau never was (§52 names none): 建议
REPORT_SPOT = 7
# From this part of the old fine on, a fine decided anew is basically the same: 建议
ALIKE = Decimal("0.9")
