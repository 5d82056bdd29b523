"""What scripts and newsrooms fetch, and the sign-in form."""
