"""One module a newspaper or portal: where its union news stands, on which platform."""
