"""The digest: what is new, as plain text, HTML mail and JSON."""
