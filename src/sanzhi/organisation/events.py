"""What can happen to the organisation."""

from sanzhi.kernel.events import Event

AUTHORITY_ESTABLISHED = Event("organisation.authority_established", "设立执法主体{name}")
UNIT_OPENED = Event("organisation.unit_opened", "设立{name}")
OFFICER_APPOINTED = Event("organisation.officer_appointed", "任命人员，岗位：{roles}")
OFFICER_CHANGED = Event("organisation.officer_changed", "调整人员：{change}")
CERTIFICATE_ISSUED = Event("organisation.certificate_issued", "登记执法证{number}，有效期至{valid_until}")
CERTIFICATE_SUSPENDED = Event("organisation.certificate_suspended", "暂扣执法证{number}：{reason}")
CALENDAR_IMPORTED = Event("organisation.calendar_imported", "录入{year}年放假安排")
LOOKED = Event("organisation.looked", "查看（{kind}）{what}")
SIGNED_IN = Event("organisation.signed_in", "登录")
SIGN_IN_TRIED = Event("organisation.sign_in_tried", "尝试登录")
SECRET_FITTED = Event("organisation.secret_fitted", "所输的密码或者重设码相符")
PASSWORD_CHANGED = Event("organisation.password_changed", "{name}更改了密码")
PASSWORD_RESET = Event("organisation.password_reset", "为{name}签发了重设密码的一次性验证码")
KEEPER_RESET = Event("organisation.keeper_reset", "与{beside}一起在本机为{name}重设密码")
KEEPERS_APPOINTED = Event("organisation.keepers_appointed", "与{beside}一起在本机任命首任管理人员：{keepers}")
CLOCK_CONFIRMED = Event("organisation.clock_confirmed", "确认本机时间{moment}无误（对照{checked_with}）")
