"""One module a content-management system: how its pages and listings are read."""
