"""The questions of ``code``: with whom, for what, and in which language."""

from portone_guide.needs import questions as asked
from portone_guide.needs.carry_questions import CARRIES
from portone_guide.needs.question import Flag, Flow, Option, Question, never
from portone_guide.needs.reading import choice
from portone_guide.needs.signed_questions import FLAGS_ALONE, WANTED
from portone_guide.samples.stacks import STACKS, StackId

STACK: Question[StackId | None] = Question(
    "stack",
    "one",
    Flag(f"만들 것: {', '.join(STACKS)}", "S"),
    choice(StackId),
    "무엇으로 만들까요?",
    "서버와 결제 화면이 든 작은 프로젝트를 만듭니다.",
    options=lambda answers, book: tuple(Option(name, stack.name) for name, stack in STACKS.items()),
)

CODE: Flow = (
    asked.GATEWAY._replace(
        text="어느 결제대행사와 계약하나요?",
        explain="둘 이상이면 모두 고르세요.",
    ),
    *WANTED,
    asked.PORTONE,
    STACK,
    *FLAGS_ALONE,
    CARRIES._replace(ask_if=never),
)
