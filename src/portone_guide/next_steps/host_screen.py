"""The answer to a shop that signs through the company that hosts it, on a terminal."""

from portone_guide.gateways.page_words import old_text, page_lines
from portone_guide.needs.reason import Reason
from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.words import told
from portone_guide.terminal.blocks import Bullets, Command, Heading, Screen, Text


def host_screen(answer: NextSteps, host: Reason) -> Screen:
    """Return why there is no road through PortOne, and what to do instead."""
    return (
        Heading("호스팅사를 통해 계약하세요"),
        Text(told(host), "warn"),
        Text("포트원으로 계약하고 연동하는 순서는 이 쇼핑몰에 맞지 않아 보이지 않습니다."),
        *((Text(old_text(old), "warn"),) if (old := answer.named.old_pages(answer.sources)) else ()),
        Bullets(tuple(note.text for note in answer.host_notes)),
        Heading("출처"),
        Bullets(page_lines(answer.named, answer.sources)),
        Heading("다음에 할 일"),
        Text("쇼핑몰을 만든 호스팅사의 관리자 화면이나 고객센터에서 결제대행사 계약을 신청하세요."),
        Command("portone-guide next-steps --platform self", "직접 만든 사이트라면 이렇게 순서를 보세요"),
    )
