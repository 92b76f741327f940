"""Takes apart an address as its owner typed it."""
