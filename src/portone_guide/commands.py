"""The table of commands: what each does, where it is, of what type its JSON is, and how an assistant asks for it."""

from collections.abc import Iterator
from typing import NamedTuple


class Tool(NamedTuple):
    """How an assistant asks: what it may tell besides the answers to the command's questions, by parameter.

    Only what is named here can be told, so that no new flag writes, sends or reads anything for an assistant;
    ``always`` are flags that it says whatever is told.
    ``reads`` is the parameter that names what is read: a place in a folder that the client grants, or with ``web`` an
    address of the open web.
    """

    name: str
    tells: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    reads: str | None = None
    web: bool = False


class Answer(NamedTuple):
    """What a line of a command says with ``--json``: its words, the module and name of its type, and who may ask.

    ``tool`` None: assistants can't. Tools of one name are one tool.
    """

    line: str
    report: str
    tool: Tool | None = None

    @property
    def schema(self) -> str:
        """The name of its JSON schema: ``need-new-mid-synonyms``."""
        return self.line.replace(" --", "-").replace(" ", "-") or "home"


class Entry(NamedTuple):
    """A command of the program: what it does, the module and name of its function or group, and its answers."""

    what: str
    where: tuple[str, str]
    answers: tuple[Answer, ...] = ()


_FOOTER = ("trade_name", "representative", "address", "email", "hosting")
"""What a footer is made of; it is no answer."""
_MID = Tool("need_new_mid", ("synonyms", "value", "as_of"))
_FACTS = Tool("facts", ("gateway", "as_of"))

COMMANDS = {
    "select-pg": Entry(
        "결제수단·연동방식·수수료로 결제대행사를 고릅니다",
        ("select_pg.command", "select_pg"),
        (Answer("select-pg", "select_pg.report.SelectionReport", Tool("select_pg", ("as_of",))),),
    ),
    "checklist": Entry(
        "사이트가 심사를 통과할 준비가 되었는지 확인합니다",
        ("checklist.command", "checklist"),
        (
            Answer(
                "checklist", "checklist.report.ChecklistReport", Tool("checklist", ("set_", "as_of"), without=_FOOTER)
            ),
        ),
    ),
    "inspect": Entry(
        "사이트를 심사자처럼 읽고 있는 것과 없는 것을 말합니다",
        ("inspect_site.command", "inspect"),
        (
            Answer(
                "inspect",
                "inspect_site.report.InspectionReport",
                Tool("inspect_site", ("target", "order_path", "pages", "expect"), reads="target", web=True),
            ),
        ),
    ),
    "next-steps": Entry(
        "고른 곳부터 첫 결제까지의 날짜와 할 일을 보입니다",
        ("next_steps.command", "next_steps"),
        (Answer("next-steps", "next_steps.report.NextStepsReport", Tool("next_steps", ("as_of",))),),
    ),
    "code": Entry(
        "테스트 결제를 해 볼 작은 프로젝트를 만듭니다",
        ("starter.command", "code"),
        (Answer("code", "starter.report.CodeReport", Tool("code", ("as_of",), always=("--print",))),),
    ),
    "need-new-mid": Entry(
        "바꾸려는 것에 상점아이디가 더 필요한지 알려 줍니다",
        ("need_new_mid.command", "need_new_mid"),
        (
            Answer("need-new-mid", "need_new_mid.report.MidReport", _MID),
            Answer("need-new-mid --synonyms", "need_new_mid.names_report.SynonymsReport", _MID),
            Answer("need-new-mid --value", "need_new_mid.names_report.ValueReport", _MID),
        ),
    ),
    "go-live": Entry(
        "실제 결제를 받기 전에 코드와 첫 결제를 확인합니다",
        ("go_live.command", "go_live"),
        (
            Answer("go-live", "go_live.report.OpeningReport"),
            Answer(
                "go-live scan",
                "go_live.report.ScanReport",
                Tool("go_live_scan", ("path", "pc_only", "only", "skip"), reads="path"),
            ),
            Answer("go-live verify", "go_live.verify_report.VerifyReport"),
        ),
    ),
    "report": Entry(
        "계획 전체를 돌려 볼 한 쪽으로 만듭니다",
        ("report.command", "report"),
        (Answer("report", "report.report.WholeReport"),),
    ),
    "choose": Entry(
        "고른 결제대행사를 적습니다",
        ("select_pg.choose_command", "choose"),
        (Answer("choose", "select_pg.choose_report.ChoiceReport"),),
    ),
    "done": Entry("끝낸 단계를 적습니다", ("home.command", "done")),
    "undo": Entry("끝냈다고 적은 단계를 되돌립니다", ("home.command", "undo")),
    "waiting": Entry(
        "신청하고 답을 기다리는 단계를 적고, 늦으면 물어볼 메일을 보입니다",
        ("home.command", "waiting"),
        (Answer("waiting --mail", "home.mail_report.MailReport"),),
    ),
    "plan": Entry(
        "계획 파일을 보거나 고치거나 새로 시작합니다",
        ("home.plan_command", "plan"),
        (
            Answer("plan show", "home.report.PlanReport"),
            Answer("plan set", "home.change_report.PlanSetReport"),
            Answer("plan reset", "home.report.ResetReport"),
        ),
    ),
    "compare": Entry(
        "결제대행사를 나란히 비교합니다",
        ("facts.compare.command", "compare"),
        (Answer("compare", "facts.compare.report.CompareReport", Tool("compare", ("gateways", "as_of"))),),
    ),
    "fees": Entry(
        "모든 결제대행사의 요율을 한 표로 보입니다",
        ("facts.fees.command", "fees"),
        (Answer("fees", "facts.fees.report.FeesReport", Tool("fees", ("sort", "vat", "as_of"))),),
    ),
    "rules": Entry(
        "규칙 파일을 점검하고 사실과 출처를 보입니다",
        ("facts.rules.command", "rules"),
        (
            Answer("rules show", "facts.rules.show_report.GatewayFactsReport", _FACTS),
            Answer("rules sources", "facts.rules.sources_report.SourceListReport", _FACTS),
            Answer("rules conflicts", "facts.rules.conflicts_report.ConflictsReport", _FACTS),
            Answer("rules check", "facts.rules.check_report.CheckReport"),
            Answer("rules drift", "facts.rules.drift.report.DriftReport"),
        ),
    ),
    "explain": Entry(
        "화면에 나오는 낱말의 뜻을 출처와 함께 보입니다",
        ("explain.command", "explain"),
        (Answer("explain", "explain.report.ExplainReport", Tool("explain", ("word",))),),
    ),
    "questions": Entry(
        "명령마다 무엇을 묻고 무엇을 적을 수 있는지 보입니다",
        ("questions.command", "questions"),
        (Answer("questions", "questions.report.QuestionsReport", Tool("questions", ("command",))),),
    ),
    "mcp": Entry("도우미(Claude Code, Cursor, VS Code)가 물어볼 수 있게 합니다", ("mcp_server.command", "mcp")),
}
"""Every command, in the order of the journey. Its module is imported when it is named."""

HOME = Answer("", "home.report.HomeReport")
"""What the program says without a command, and after ``done`` and ``undo``."""


def answers() -> Iterator[Answer]:
    """Yield what the program says as JSON, line by line."""
    yield HOME
    for entry in COMMANDS.values():
        yield from entry.answers
