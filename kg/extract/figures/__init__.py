"""Numbers with a unit: how they are written, what they count, what they are about."""
