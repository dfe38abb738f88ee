"""Data sets in the formats of other tools: tables, and annotations that are read back before they count as written."""
