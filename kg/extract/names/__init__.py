"""Where names are: gazetteer, head nouns, build of names, models, and the arbiter between them."""
