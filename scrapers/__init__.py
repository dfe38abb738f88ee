"""Fetch pages of the union press and read articles out of them."""
