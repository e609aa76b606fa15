"""Legal review of major decisions 重大执法决定法制审核: submitted with materials, eight points, passed or returned.

Owns review 法制审核. It answers the guard `legal_review_passed`: a major decision cannot be made without it
(行政处罚法 §58; 国办发〔2018〕118号 四(十三)).
"""
