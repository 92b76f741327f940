"""The sample agency and its small website."""
