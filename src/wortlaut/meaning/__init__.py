"""What a statement is about: who, act, condition, when, where. So far, who may be meant (`actors`)."""
