"""The answer to a shop that signs through the company that hosts it: the same in every command."""

from collections.abc import Iterator
from typing import Final

from portone_guide.gateways.barrier_words import BARRIER_SENTENCES
from portone_guide.gateways.hosting import Hosted
from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.gateways.references import References
from portone_guide.needs.reason import sentence
from portone_guide.terminal.blocks import Bullets, Command, Page, Part, Screen, Section, Text

HOST_SOURCES: Final = ("sources", "출처")
"""The name and the title of the section of pages."""
HOST_END: Final[Screen] = (Command("portone-guide select-pg --platform self", "서버만 빌려 쓰고 직접 만든 사이트라면"),)
"""What to type where the shop is not built by a host after all."""
_APPLY: Final = (
    "이 쇼핑몰을 만든 호스팅사의 관리자 화면이나 고객센터에서 결제대행사 계약을 신청하세요. "
    "심사도 그 호스팅사에서 신청하세요."
)


def host_page(host: Hosted, named: References) -> Page:
    """Return the whole answer."""
    return Page(tuple(host_parts(host, named)), (host_sources(host, named),), HOST_END)


def host_parts(host: Hosted, named: References) -> Iterator[Part]:
    """Yield whom the shop signs through, what to do there, what PortOne can still do, and what no page says."""
    yield Part(
        (
            Text(f"호스팅사를 통해 계약하세요 - {sentence(host.why, BARRIER_SENTENCES)}", "strong"),
            Text(_APPLY, "good"),
        )
    )
    if not host.page and host.builder:
        unknown = f"모르는 것: '{host.name}'의 정책을 이름으로 말하는 출처가 없어 호스팅사 일반 안내로 답했습니다."
        yield Part((Text(f"{unknown} {host.name}에 물어보세요.", "warn"),), rank=8)
    if host.at_builder:
        yield Part((Text("만든 곳에서 할 것:"), Bullets(tuple(note.text for note in host.at_builder))), rank=7)
    for number, note in enumerate(host.by_portone):
        begins = () if number else (Text("그래도 포트원으로 할 수 있는 것:"),)
        yield Part((*begins, Bullets((note.text,))), rank=5 if number else 6)
    if old := named.old_pages(host.sources):
        yield Part((Text(old_text(old), "warn"),), rank=3)


def host_sources(host: Hosted, named: References) -> Section:
    """Return the section of the pages that the answer rests on."""
    return Section(*HOST_SOURCES, (Bullets(page_lines(named, host.sources)),))
