"""What was said, promised and ordered, and by whom."""
