"""The lock beside a bibliography: which record each key was settled on."""

from bibproof.lockfile.file import Lock, Settled, lock_path, read_lock, settle_lock, write_lock

__all__ = ["Lock", "Settled", "lock_path", "read_lock", "settle_lock", "write_lock"]
