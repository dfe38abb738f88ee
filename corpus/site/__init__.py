"""The explorer: plain records in, pages out; nothing here reads a database, a clock or the network."""
