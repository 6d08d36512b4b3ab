"""What is kept in the user's cache folder so as not to be worked out again, and files that are never half written."""

import contextlib
import os
import zlib
from collections.abc import Mapping
from pathlib import Path

_KEEP_AT_MOST = 6  # generations of one thing; the oldest go first
_COMPLETE = "complete"


def cache_folder() -> Path:
    """Return the folder where the program keeps what it could work out again."""
    from platformdirs import user_cache_path

    return user_cache_path("portone-guide", appauthor=False)


def write_whole(path: Path, data: bytes, mode: int) -> None:
    """Write beside the file and put it in its place in one step: a reader sees the old bytes or the new, never half.

    A file that is there keeps its mode; a new one gets ``mode``.

    :raises OSError: it can't be written (full disk, read-only folder); what was there stays as it is.
    """
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp", delete=False) as scratch:
        try:
            scratch.write(data)
            scratch.flush()
            os.fsync(scratch.fileno())
            Path(scratch.name).chmod(path.stat().st_mode & 0o777 if path.exists() else mode)
            Path(scratch.name).replace(path)
        except BaseException:
            Path(scratch.name).unlink(missing_ok=True)
            raise


def sealed(data: bytes, *names: str) -> bytes:
    """Return data under a seal: a line with the checksum of what it is and of all that it says.

    It is against damage, as that of an archive: whoever can write the folder could seal anything.
    """
    return _checksum(data, names) + b"\n" + data


def unsealed(data: bytes, *names: str) -> bytes:
    """Return what :func:`sealed` was given, if every bit of it is as it was and it is the thing of these names.

    :raises OSError: it is something else, or damaged.
    """
    checksum, _, inner = data.partition(b"\n")
    if checksum != _checksum(inner, names):
        raise OSError(f"damaged: {' '.join(names)}")
    return inner


def _checksum(data: bytes, names: tuple[str, ...]) -> bytes:
    named = "\0".join((*names, "")).encode()
    return b"%08x %d" % (zlib.crc32(data, zlib.crc32(named)), len(named) + len(data))


class Kept:
    """One generation of a thing: files by name that were worked out together, and are all there or not used.

    ``key`` names all that they were made from, so that they are never stale; what was damaged since is as lost.
    Losing them costs only time.
    """

    def __init__(self, thing: str, key: str) -> None:
        self._things = cache_folder() / thing
        self._folder = self._things / key
        self._names = (thing, key)

    def exists(self) -> bool:
        """Tell whether this generation was kept, whole, in a folder that only this user can write."""
        try:
            return _private(self._folder.lstat()) and (self._folder / _COMPLETE).exists()
        except OSError:
            return False

    def read(self, name: str) -> bytes:
        """Return one kept file.

        :raises OSError: it was cleared or damaged since.
        """
        return unsealed((self._folder / name).read_bytes(), *self._names, name)

    def keep(self, files: Mapping[str, bytes]) -> None:
        """Keep files for the next run; a read-only or full disk, or another run that was first, costs only time."""
        import shutil

        with contextlib.suppress(OSError):
            self._things.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not self.exists():  # what is left of a half-cleared one, or what others could have written
                shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(exist_ok=True, mode=0o700)
            if not _private(self._folder.lstat()):
                return
            for name, data in files.items():
                write_whole(self._folder / name, sealed(data, *self._names, name), mode=0o600)
            write_whole(self._folder / _COMPLETE, b"", mode=0o600)
            self._forget_old()

    def _forget_old(self) -> None:
        import shutil

        kept = sorted(self._things.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
        for folder in kept[_KEEP_AT_MOST:]:
            shutil.rmtree(folder, ignore_errors=True)


def _private(folder: os.stat_result) -> bool:
    """Tell whether nobody else could have put anything there: answers are made of it."""
    if not hasattr(os, "getuid"):  # Windows: the user's profile is private
        return True
    return folder.st_uid == os.getuid() and not folder.st_mode & 0o022
