"""Reports: one view with all wording, masked by construction, and one plain renderer per format."""
