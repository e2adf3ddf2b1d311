"""What each language asks of a page: direction, digits, dates, numbers, lists, spacing. Never touches code or addresses."""
