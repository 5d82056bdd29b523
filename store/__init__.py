"""Uploads, drafts, releases, accounts and sessions, in one database."""
