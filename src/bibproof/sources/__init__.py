"""The places where records are kept, one file each. A source fetches and maps; it never judges."""
