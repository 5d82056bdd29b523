"""What manage.py does, one command per file."""
