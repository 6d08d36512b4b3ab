"""What the plan file says of itself, and why one can't be used."""

HEAD = """\
# portone-guide의 계획 파일: 답한 것과 한 일이 적혀 있습니다.
# 손으로 고쳐도 되고 git에 올려도 됩니다. 비밀키, 서류, 사업자등록번호는 적지 마세요.
# 보기: portone-guide plan show   처음부터: portone-guide plan reset
"""


def newer_version(version: str) -> str:
    """Say that a file is of a version that this program does not know."""
    return f"더 새로운 버전({version})의 계획 파일입니다: portone-guide를 새로 설치하세요"


def no_free_name(stem: str) -> str:
    """Say that all names for an old plan are taken."""
    return f"{stem}.old-* 파일이 너무 많습니다: 지우고 다시 하세요"
