"""The automated checks, one file each."""
