"""Invented exports in the true layouts, for the sample data and the tests."""
