"""What things cost: measured beside a floor of the same run, so that the machine cancels out."""
