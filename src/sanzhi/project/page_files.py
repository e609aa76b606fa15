"""The scripts, styles and icons of the pages by their addresses: those that a start has collected, or the program's own.

Where nothing was ever collected (a command beside a restored folder, a disk that may only be read) a page still opens.
"""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

MANIFEST = "staticfiles.json"


class PageFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name
