"""What a penalty answers to the words of a procedure: along the way, before the decision, at a fork."""
