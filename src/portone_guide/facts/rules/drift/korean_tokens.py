"""The values in a Korean text: numbers with units, codes, addresses, names; what is a name, what a sentence."""

import re
from collections.abc import Iterator
from typing import Final

_UNITS = (
    "%|％|퍼센트|KRW|USD|JPY|EUR|억 ?원|만 ?원|천 ?원|원|달러|엔|억|영업일|업무일|개월|주일|주|일|년|월|시간|시|분|초|"
    "글자|자리|자|[Bb]ytes?|BYTE|바이트|[KMG]B|ms|px|회|건|개|곳|명|세|배|단계|번|차|원천|종|bit|비트"
)
_NUMBER = rf"\d[\d,]*(?:\.\d+)*(?: ?(?:{_UNITS})(?![A-Za-z]))?"
_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<url>https?://[^\s)\"'<>\]`#?가-힣]+)(?:[#?][^\s)\"'<>\]`]*)?",
            r"(?P<mail>[\w.+-]+@[A-Za-z][\w-]*\.[\w.-]*\w)",
            r"(?P<card>(?<![\w-])\d{4}(?:-\d{3,6}){2,3}(?![\w-]))",
            r"(?P<phone>(?<![\w-])(?:0\d{1,2}-)?\d{3,4}-\d{4}(?![\w-])(?: ?\([^()]{1,12}\))?)",
            r"(?P<day>(?<![\w-])\d{4}-\d{2}-\d{2}|\d{4}년 ?\d{1,2}월(?: ?\d{1,2}일)?|\d{1,2}월 ?\d{1,2}일)",
            r"(?P<clock>(?<!\w)\d{1,2}:\d{2}(?: ?[~-] ?\d{1,2}:\d{2}분?)?)",
            rf"(?P<range>(?<![\w.-]){_NUMBER} ?[~∼] ?{_NUMBER})",
            r"(?P<version>(?<![A-Za-z0-9_])[vV][12](?![0-9_.]|[A-Za-z]))",
            rf"(?P<number>(?<![A-Za-z0-9_.\-]){_NUMBER}(?![A-Za-z0-9_\-]))",
            r"(?P<word>[A-Za-z_$][\w$]*(?:[.\-:/][A-Za-z0-9_$]+)*|\d[\w-]*[A-Za-z_]\w*)",
        )
    ),
    re.A,
)
_CODE = re.compile(r"[a-z]+[A-Z]|\d|_|[A-Za-z]-\w{2,}-|\w\.\w|::|.[A-Z]{2,}$|\$", re.A)
_SEVERAL = re.compile(r"[A-Z]\w*(?:/[A-Z]\w*)+", re.A)
_ONE_CODE = re.compile(r"\S*[^\W_]\S*")
_LONGEST_CODE = 60
_SPACES = re.compile(r"[\s`\\\"]+")
_WON = re.compile(r"(\d[\d,.]*)\s*(억|만|천)?\s?(?:원|KRW)")
_SCALE: Final = {"억": 100_000_000, "만": 10_000, "천": 1_000, None: 1, "": 1}
_PERCENT = re.compile(r"(\d+)\.(\d*?)0+(?=\s*[%％~∼])")
_NOT_A_NAME = re.compile(
    r"(?:^|\s)(?:후|전|시|경우|및|또는|등을|위|아래|각|해당|모든|별도|다시|함께)(?=\s|$)"
    r"|[가-힣](?:을|를|은|는|에서|에게|으로|하는|되는|된|하여|하고|하면|해야|부터|까지|니다|세요|어요|아요|하며|되며|한다|된다|않음)(?=[\s.,!]|$)"
    r"|[.!?]$|[.!?]\s"
)
_TO_DO = re.compile(r"(?:선택|클릭|입력|등록|접속|확인|저장|이동|설정)[\s.*]*$")
_DONE_WITH = re.compile(r"\s*(?:선택|클릭|입력|등|지원|가능|사용)\s*$")
_LABELLED = re.compile(r"([^::]{1,40}?)\s*[::]\s*(.*)", re.S)
_LEADS_AWAY = re.compile(r"(?:보러 ?가기|바로 ?가기|확인하기|신청하러 가기)\W*$")
_LONGEST_LEAD = 80
_APART = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|/|·|、|\|)\s*(?![^()]*\))")
_NUMBERED = re.compile(r"^(?:\d+(?:[.\-]\d+)*[.)]?|[①-⑳])\s+")
_PARAMETER = re.compile(r"([\w$.\-\[\]]+)\s?(\(deprecated\))?(\?)?\s?:\s?(.+)", re.A)
_TYPE = re.compile(r"`?(?:[A-Za-z\"'\[{(]|oneof|array)[\w\s|\"'`<>\[\]{}().,&:;?=/*-]*", re.A)
_SAYS = re.compile(r"니다|(?:요|까|하다|된다)[.?!~]*$|[.?!]\s")
# Words in capitals that are no codes of anybody: what everything in the documents is about.
_COMMON = {
    "PG", "API", "SDK", "URL", "URI", "ID", "MID", "PC", "FAQ", "QR", "IP", "VAT", "HTTP", "HTTPS", "JSON", "REST",
    "UI", "OS", "DB", "EX", "CS", "KEY", "WEB", "APP", "GET", "POST", "PUT", "DELETE", "HTML", "TEXT", "OK", "TIP",
    "Q", "A", "PDF", "ZIP", "JPG", "PNG", "GIF", "XML", "AI", "IT", "MB", "KB", "GB", "NEW", "CSV", "EXCEL",
}  # fmt: skip

_SAME: Final = {
    "신용카드": "카드",
    "신용": "카드",
    "실시간계좌이체": "계좌이체",
    "휴대폰소액결제": "휴대폰결제",
    "휴대폰소액": "휴대폰결제",
    "핸드폰소액결제": "휴대폰결제",
    "휴대폰": "휴대폰결제",
    "일반(단건)결제": "일반결제",
    "단건결제": "일반결제",
    "빌링결제": "정기결제",
    "수기(키인)결제": "수기결제",
    "키인결제": "수기결제",
    "결제창(sdk)": "결제창",
}
NEED_IDS: Final = {
    "일반결제": "one_time",
    "정기결제": "billing",
    "빌링": "billing",
    "빌링키": "billing",
    "수기결제": "key_in",
    "수기": "key_in",
    "신모듈": "new",
    "구모듈": "old",
    "결제창": "window",
    "api": "api",
    "해외결제": "overseas",
    "본인인증": "identity",
    "영세": "micro",
    "중소1": "small_1",
    "중소2": "small_2",
    "중소3": "small_3",
    "일반": "general",
    "가입비": "signup_fee",
    "간편결제": "easy_pay",
    "실물": "physical",
    "콘텐츠": "digital",
}
"""What words of the documents are called in the rule files."""
NEEDS: Final = (
    "일반결제", "정기결제", "수기결제", "빌링키", "에스크로", "본인인증", "통합인증", "해외결제", "일본결제",
    "부분취소", "간편결제", "신모듈", "구모듈", "결제창방식", "과세용", "면세용", "법인", "개인사업자",
)  # fmt: skip
"""What a gateway does or not, beside its methods: these words count as names where names are listed."""


def words_as_spelled(text: str) -> tuple[str, ...]:
    """Return a name without spaces, and the parts of one that says itself twice: ``한국결제네트웍스(KPN)``.

    What stands in brackets in Korean is a kind of it, and no name: ``네이버페이(결제형)``.
    """
    whole = squeezed(text)
    parts = re.fullmatch(r"([^()]{2,})\(([^()]{2,})\)", whole)
    if not parts:
        return (whole,)
    return (whole, *parts.groups()) if parts[2].isascii() else (whole, parts[1])


def squeezed(text: str) -> str:
    """Return text without spaces and marks, as it is compared."""
    return _SPACES.sub("", text)


def same(name: str) -> str:
    """Return one spelling for all of a method (without spaces, in small letters)."""
    return _SAME.get(name, name)


def numberless(text: str) -> str:
    """Return a heading without its number."""
    return _NUMBERED.sub("", text).strip()


def unnumbered(text: str) -> str:
    """Return a heading without its number and marks."""
    return numberless(text.replace("`", ""))


def parameter(text: str) -> tuple[str, str] | None:
    """Return a parameter's name and how it is declared, if a text is that."""
    found = _PARAMETER.fullmatch(text.replace("`", ""))
    if found and _TYPE.fullmatch(found[4]) and not found[4].startswith("//"):
        return found[1], squeezed(f"{found[1]}{found[2] or ''}{found[3] or ''}:{found[4]}")
    return None


def labelled(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a label and what is listed after it, if all of that are names."""
    found = _LABELLED.fullmatch(text)
    if not found or "://" in text or not is_name(found[1], words=6):
        return None
    listed = tuple(item for item in map(named, _APART.split(found[2])) if item)
    return (found[1].strip(), listed) if all(map(is_name, listed)) else None


def heading_kept(text: str) -> str:
    """Return a heading as a lock keeps it: what names a section, but no sentence of the documents."""
    said = " ".join(text.split())
    return "" if len(said) > 60 or _SAYS.search(said) else said


def names_listed(text: str) -> tuple[str, ...]:
    """Return the names that an item lists; none if it says what to do, or is a sentence."""
    listed = tuple(item.strip() for item in _APART.split(text.replace("`", "")) if item.strip())
    fits = all(map(is_name, listed)) and "://" not in text and not _TO_DO.search(text)
    return listed if fits else ()


def named(text: str) -> str:
    """Return a name without what is to be done with it."""
    return _DONE_WITH.sub("", text.replace("`", "").strip(" .*")).strip()


def is_name(text: str, words: int = 4) -> bool:
    """Tell whether a text names something, and is no sentence or half of one."""
    text = text.strip()
    return (
        len(text) <= 40
        and bool(re.search(r"\w", text))
        and len(text.split()) <= words
        and not (_NOT_A_NAME.search(text) or _LEADS_AWAY.search(text))
    )


def leads_away(text: str) -> bool:
    """Tell whether a text only leads to another page."""
    return len(text) <= _LONGEST_LEAD and bool(_LEADS_AWAY.search(text))


def code_spans(text: str) -> tuple[list[str], str]:
    """Return what is marked as one code in a text, and the rest of the text."""
    spans: list[str] = []

    def take(found: "re.Match[str]") -> str:
        if len(found[1]) > _LONGEST_CODE or not _ONE_CODE.fullmatch(found[1]):
            return found[0]
        spans.append(found[1])
        return " "

    return spans, re.sub(r"`([^`]+)`", take, text)


def tokens_of(text: str) -> Iterator[str]:
    """Yield the values in a text but names: numbers, addresses, codes, and whatever is marked as code."""
    spans, rest = code_spans(text)
    yield from spans
    inside = {word for part in re.findall(r"`([^`]+)`", rest) for word in re.findall(r"[A-Za-z_$][\w$.\-]*", part)}
    for found in _TOKEN.finditer(rest.replace("`", " ")):
        said = (found["url"] or found[0]).strip().rstrip(".,")
        match found.lastgroup:
            case "word" if not re.search(r"[A-Za-z0-9]", said):
                pass
            case "word" if said in inside:
                yield said
            case "word" if _SEVERAL.fullmatch(said):
                yield from filter(_is_code, said.split("/"))
            case "word" if _is_code(said):
                yield said
            case "word":
                pass
            case "version":
                yield said.upper()
            case _:
                yield said


def _is_code(word: str) -> bool:
    return len(word) > 1 and bool(_CODE.search(word)) and word.upper() not in _COMMON and not word.endswith("-")


def canonical(token: str) -> str:
    """Return a value as it is compared: the same money, the same rate, the same name are equal however written."""
    said = _WON.sub(_won, squeezed(token))
    if said == "무료":
        return "0원"
    said = _PERCENT.sub(lambda found: f"{found[1]}.{found[2]}" if found[2] else found[1], said)
    return said.replace("∼", "~").replace("％", "%").replace("%~", "~")


def _won(found: "re.Match[str]") -> str:
    try:
        return f"{float(found[1].replace(',', '').rstrip('.')) * _SCALE[found[2]]:.0f}원"
    except ValueError:
        return found[0]
