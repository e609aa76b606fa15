"""The public site 公示网: reads publications, lists in force, the roster and the laws; needs no sign-in, no script.

It cannot import a case, a document, a recording or a review: what is not published does not exist here.
"""
