"""The built-in sources, one file each: where a paper's union news stands and what is known of it."""
