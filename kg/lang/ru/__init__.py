"""Russian: spaCy's own language class with this package's tokenizer, morphology and tables."""
