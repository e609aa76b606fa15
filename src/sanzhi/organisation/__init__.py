"""Who acts: authorities, units, officers with certificates and roles, sign-in, and the working calendar.

Owns the words authority 机关, unit 中队/科室, officer 执法人员, certificate 执法证, role 岗位. It answers one
question for everybody above: may this person enforce on this day (河南省行政执法条例 §20, F3-01)?
"""
