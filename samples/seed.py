"""The seed of the sample data that ships with the product."""

SEED = 67
