// A file without code.
/* And a block comment. */
