"""Posts and relations: titles, who holds them, and frames that join two names."""
