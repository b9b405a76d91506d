"""What the commands do, each in a file of its name; `kg/cli.py` reads their arguments."""
