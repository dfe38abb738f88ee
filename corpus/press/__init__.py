"""The sample press: four invented papers, their articles, their pages, and what a reader finds in them."""
