# Two commands on a fresh machine: `make graph` builds exports/ from seeds/, `make test` passes the tests.
PYTHON ?= python3
KG := .venv/bin/kg

.PHONY: graph test interop check install

# Runs again only when what is to be installed has changed.
.venv/installed: pyproject.toml setup.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or newer is needed; name one: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -q -e '.[dev]'
	touch $@

install: .venv/installed

graph: install
	$(KG) build seeds -o exports

check: install
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

test: check
	.venv/bin/pytest

# The exports in the programs of others; what is not installed is skipped and named.
interop: install
	@if command -v npm >/dev/null; then mkdir -p .interop && cd .interop && \
	    npm install --silent --no-fund --no-audit n3 @comunica/query-sparql-file@4 >/dev/null || true; fi
	.venv/bin/pytest -m interop -rs
