"""The shipped checklists, as TOML package data. A profile never names a module path."""
