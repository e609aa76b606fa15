"""Cases 案件: what was done, by whom, at which step of which edition of the procedure, up to the decision.

Owns case 案件, party 当事人, step 环节, proposal 处理建议, plea 陈述申辩, hearing 听证, deliberation 集体讨论,
decision 决定, payment 缴款. It knows nothing of reviews, recordings or disclosure: a procedure names its guards,
and those above answer them (project/wiring.py).
"""
