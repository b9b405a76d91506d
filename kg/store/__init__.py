"""Where the graph lives to be asked: `Store`, in memory or in a folder."""

from kg.store.folder import is_store
from kg.store.guard import refuse_outside
from kg.store.store import Store, open_store

__all__ = ["Store", "is_store", "open_store", "refuse_outside"]
