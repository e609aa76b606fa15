"""Applications 申请: what a citizen or a firm hands in for a licence from the public site, and what is told back.

The portal writes here for the applicant; the kind that decides takes what was filed by job (`board`) and answers by the
internal commands `take_application`, `tell_applicant`, `set_progress`. Refuses whoever has not number and code.
"""
