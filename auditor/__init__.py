"""Staff-safety protocol audit for agencies that serve trafficked and abused people."""

__version__ = "0.1.0"
