SELECT revision FROM checkpoint WHERE registry = ? ORDER BY revision
