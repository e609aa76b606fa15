"""What can happen to an edition."""

from sanzhi.kernel.events import Event

EDITION_DRAFTED = Event("catalogues.edition_drafted", "起草{title}第{ordinal}版")
EDITION_SUBMITTED = Event("catalogues.edition_submitted", "报送{title}第{ordinal}版审核")
EDITION_RETURNED = Event("catalogues.edition_returned", "退回{title}第{ordinal}版：{remarks}")
EDITION_APPROVED = Event("catalogues.edition_approved", "审核通过{title}第{ordinal}版")
EDITION_PUT_IN_FORCE = Event("catalogues.edition_put_in_force", "{title}第{ordinal}版自{in_force_on}起施行")
EDITION_SUPERSEDED = Event("catalogues.edition_superseded", "{title}第{ordinal}版终止施行")
