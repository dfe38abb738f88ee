"""Data sets and what is made of them: sample press, gold, export, release, evaluation, site, report."""
