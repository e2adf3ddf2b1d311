"""Habits that languages in Arabic script share: digits, signs, quotation marks and spaces, beside Latin words and numbers."""
