"""A citable release of the data set: build it, verify it, tell two apart, cite it."""
