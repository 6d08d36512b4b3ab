"""The code on a terminal and in a document: what changes on the day of opening, and the samples."""

from collections.abc import Iterator

from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.code_words import changed_line, sample_name
from portone_guide.terminal.blocks import Block, Bullets, Code, Heading, Text

_LANGUAGES = {"js": "js", "react": "jsx", "python": "python"}


def change_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the lines that change in the code, each once."""
    if answer.code_changes:
        yield Heading("코드에서 바꿀 것")
    for what in dict.fromkeys(change.what for change in answer.code_changes):
        line = changed_line(what)
        yield Text(line.note)
        yield Bullets((f"바꾸기 전: {line.before}", f"바꾼 뒤: {line.after}"))


def sample_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the samples, each whole."""
    if answer.samples:
        yield Heading("코드 예시")
        yield Text("값이 00000000인 곳과 상품 이름은 우리 것으로 바꾸세요. 비밀키는 서버의 환경 변수에만 두세요.")
    for shown in answer.samples:
        sample = shown.sample
        yield Heading(f"{sample_name(shown, answer)} ({sample.language})")
        if sample.notes and sample.runs == "browser":
            yield Bullets(sample.notes)
        yield Code(_LANGUAGES[sample.language], sample.code.rstrip("\n"))


def document_samples(answer: NextSteps) -> Iterator[Block]:
    """Yield the samples for a document, each under a heading that says that it is code."""
    for shown in answer.samples:
        sample = shown.sample
        yield Heading(f"코드: {sample_name(shown, answer)}")
        yield Bullets(sample.notes)
        yield Code(_LANGUAGES[sample.language], sample.code.rstrip("\n"))
