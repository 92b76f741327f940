"""Collectors: the only code that opens sockets. Each source gives resources, `extract` reads them."""
