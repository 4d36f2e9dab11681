"""`python -m bibproof` is the command `bibproof`."""

from bibproof.cli import main

if __name__ == "__main__":
    main()
