"""`python -m bibproof` is the command `bibproof`."""

from bibproof.cli import run

if __name__ == "__main__":
    run()
