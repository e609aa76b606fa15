"""What can happen to the organisation."""

from sanzhi.kernel.events import Event

AUTHORITY_ESTABLISHED = Event("organisation.authority_established", "设立执法主体{name}")
UNIT_OPENED = Event("organisation.unit_opened", "设立{name}")
OFFICER_APPOINTED = Event("organisation.officer_appointed", "任命人员，岗位：{roles}")
OFFICER_CHANGED = Event("organisation.officer_changed", "调整人员：{change}")
CERTIFICATE_ISSUED = Event("organisation.certificate_issued", "登记执法证{number}，有效期至{valid_until}")
CERTIFICATE_SUSPENDED = Event("organisation.certificate_suspended", "暂扣执法证{number}：{reason}")
SIGN_INS_COUNTED = Event("organisation.sign_ins_counted", "登录记录至第{last}行共{count}条，摘要{digest}")
CALENDAR_IMPORTED = Event("organisation.calendar_imported", "录入{year}年放假安排")
