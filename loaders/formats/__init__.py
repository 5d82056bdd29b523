"""The formats that can be read: a new one is a file here and a line in `registry.py`."""
