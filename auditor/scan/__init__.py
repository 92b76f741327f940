"""A website check from end to end: collect, read and search in workers or on a cluster, remember, watch."""
