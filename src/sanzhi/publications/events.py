"""What can happen to a publication."""

from sanzhi.kernel.events import Event

PUBLISHED = Event("publications.published", "公示{number}")
CORRECTED = Event("publications.corrected", "更正公示{number}：{reason}")
WITHDRAWN = Event("publications.withdrawn", "撤回公示{number}：{reason}")
PAPER_REGISTERED = Event("publications.paper_registered", "制发{title}{number}，SHA-256 {sha256}")
PAPER_ANNOTATED = Event("publications.paper_annotated", "{title}{number}注明：{since}")
PAPER_VOIDED = Event("publications.paper_voided", "{title}{number}作废")
