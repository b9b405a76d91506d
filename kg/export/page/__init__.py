"""The interactive page: what it shows of a graph, where each node stands, and the files it is put together from."""
