"""Values and rules of an audit. Pure: no input or output, no clock, no user interface."""
