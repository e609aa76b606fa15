"""The judge: rules over chronicles, each with number, article and a sentence; counted anew, trusting nobody."""

from tests.lawful.judge.rule import RULES, Breach, Rule, judge, rule

__all__ = ["RULES", "Breach", "Rule", "judge", "rule"]
