"""The domain: budget lines, satker and regions, periods, targets, measures, money and issues."""
