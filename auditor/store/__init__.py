"""The workspace on disk: TOML in, TOML out, atomic, private, locked."""
