"""How passwords are hashed: a hash that stands is never made anew at a sign-in, because no command would have changed it."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from sanzhi.kernel.randomness import random_bytes


class SealedHasher(PBKDF2PasswordHasher):
    """PBKDF2 with SHA-256; more rounds come with the next password that a command sets."""

    iterations = 1_000_000

    def salt(self) -> str:
        """From the one source of chance, which the demonstration seeds."""
        return random_bytes(16).hex()

    def must_update(self, encoded: str) -> bool:
        return False
