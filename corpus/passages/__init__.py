"""Short passages in the manner of many papers, invented, annotated by hands who did not see the extractors.

`gold.jsonl` is of two hands and was read since. A third wrote 118 passages: the errors in `blind.jsonl` were read after
they had been counted once, those in `held_out.jsonl` are counted only, never read while rules are made.
"""
