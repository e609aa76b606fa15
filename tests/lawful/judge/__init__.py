"""The judge: rules over chronicles, each with number, article and a sentence; counted anew, trusting nobody."""

from tests.lawful.judge.rule import Breach, Rule, all_rules, judge, rule

__all__ = ["Breach", "Rule", "all_rules", "judge", "rule"]
