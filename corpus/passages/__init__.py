"""Short passages in the manner of many papers, invented and annotated by two hands who did not see the extractors."""
