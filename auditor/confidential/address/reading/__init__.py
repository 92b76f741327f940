"""Reads what stands around a street's name in a text, and decides what it amounts to."""
