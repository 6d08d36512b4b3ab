"""Why a file can't be read or written, in Korean: the system says it in its own language."""

import errno
from typing import Final

_WHY: Final = {
    errno.ENOENT: "그런 파일이나 폴더가 없음",
    errno.EACCES: "권한이 없음",
    errno.EPERM: "권한이 없음",
    errno.EISDIR: "파일이 아니라 폴더임",
    errno.ENOTDIR: "폴더가 아님",
    errno.EEXIST: "이미 있음",
    errno.ENOSPC: "디스크에 남은 자리가 없음",
    errno.EROFS: "읽기만 되는 곳임",
    errno.ENAMETOOLONG: "이름이 너무 긺",
    errno.ELOOP: "링크가 맴돎",
    errno.ETXTBSY: "실행 중인 파일임",
    errno.EBADF: "닫혀 있음",
    errno.ETIMEDOUT: "파이프에 아무것도 오지 않음",
    errno.ENXIO: "파이프를 읽는 곳이 없음",
    errno.EIO: "장치에서 읽거나 쓰지 못함",
}


def why_not(error: Exception) -> str:
    """Return why a file could not be used; what is not known by its number, as the system says it."""
    number = getattr(error, "errno", None)
    return _WHY.get(number or 0) or getattr(error, "strerror", None) or str(error)
