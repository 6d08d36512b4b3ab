"""How long a page of nearly 5 MB takes, and how much memory: ``python tests/proofs/big_pages.py``.

Each kind of page is read in a process of its own. Ends with 1 where its foot was not read, or it took more memory than
the bound beside what the program itself needs.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
MEGABYTES = 150
FOOT = (
    "<footer><p>상호: 온나무 | 대표: 김온솔 | 사업자등록번호: 220-81-62517</p>"
    "<p>통신판매업신고번호: 2023-서울마포-01234</p></footer>"
)
# What is repeated until the page is full.
KINDS = {
    "cards": '<li class="a"><a href="/product/%d"><img src="/x.jpg" alt="사진"></a><p>나무 %d</p><b>%d,000원</b></li>',
    "text": "<p>나무로 만든 물건을 팝니다. 환불과 배송은 안내를 보세요 %d %d %d</p>",
    "one line": "나무 <b>%d</b> <i>%d</i> %d ",
    "links": "<a href='/p%d' onclick='x(%d)'>나무 %d</a>",
    "labels": "<table><tr><td>나무</td><td>%d원</td><td>사업자등록번호</td><td>%d %d</td></tr></table>",
    "styles": "<style>.c%d{display:none}</style><div class='c%d x'>나무 %d</div>",
    "program": "<script>var a%d = [%d, %d];</script>",
}


def one(kind: str) -> int:
    """Read a page of one kind in this process, and tell."""
    sys.path[:0] = [str(TESTS), str(TESTS / "inspect_site")]
    from looked import looked_at_text, states

    piece = KINDS[kind]
    count = 4_800_000 // (len(piece.encode()) + 9)
    html = "".join(piece % (at, at, at % 90 + 1) for at in range(count))
    data = f"<html><head><meta charset=utf-8></head><body>{html}{FOOT}</body></html>".encode()
    del html
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    found = looked_at_text(data)
    took = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    state = states(found)["business_number"]
    print(f"{kind:10} {len(data) / 1e6:.1f} MB: {took:.1f} s of CPU, {grown} MB more memory, its foot: {state}")
    return int(state not in {"found", "unreadable"} or grown > MEGABYTES)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(one(sys.argv[1]))
    sys.exit(max(subprocess.run([sys.executable, __file__, kind], check=False).returncode for kind in KINDS))
