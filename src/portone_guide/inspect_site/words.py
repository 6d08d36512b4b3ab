"""What ``inspect`` says of states, reasons and pages."""

from collections.abc import Mapping
from typing import Final

from portone_guide.gateways.value_words import SENTENCES as VALUE_SENTENCES
from portone_guide.inspect_site.answer import Inspection, Manner, Sign, State, Verdict
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.rules.korean_particles import with_particle
from portone_guide.site.page import WhyNot

STATE_NAMES: Final[Mapping[State, str]] = {
    "found": "있음",
    "not_found": "없음",
    "label_only": "값이나 연결이 없음",
    "unreadable": "읽지 못함",
    "not_applicable": "해당없음",
}
VERDICT_NAMES: Final[Mapping[Verdict, str]] = {"pass": "통과", "fail": "미흡", "check": "확인"}
MANNER_NAMES: Final[Mapping[Manner, str]] = {
    "text": "글",
    "picture": "그림의 설명",
    "link": "링크",
    "program": "프로그램",
    "form": "입력 화면",
}
WHY_NOT: Final[Mapping[WhyNot, str]] = {
    "network": "연결되지 않음",
    "timeout": "시간 안에 다 오지 않음",
    "refused_address": "인터넷에 열린 주소가 아니라 열지 않음",
    "other_host": "다른 사이트로 이어져 따라가지 않음",
    "too_many_redirects": "계속 다른 주소로 보냄",
    "robots": "robots.txt가 막음 (내 사이트이면 --mine)",
    "status": "오류로 답함",
    "not_html": "웹 페이지가 아님",
    "cut": "너무 커서 끝까지 읽지 못함",
    "login": "로그인해야 보임",
    "challenge": "자동 접속을 막는 화면",
    "closed": "점검이나 준비 중인 화면",
    "script": "프로그램이 나중에 채우는 화면",
    "frame": "읽지 못한 틀(frame) 안에 있음",
    "template": "값이 채워지지 않은 틀 파일",
    "broken_letters": "글자가 깨져 보임",
    "empty": "내용이 없음",
}
NO_BROWSER: Final[Mapping[str, str]] = {
    "missing_extra": "설치: pip install 'portone-guide[browser]'",
    "missing_chromium": "Chromium이 없음 (데비안·우분투: apt install chromium, 다른 곳에 있으면 --chromium PATH)",
    "root": "관리자(root)로 실행 중이라 Chromium을 열지 않음: 보통 사용자로 실행하세요 (CI 안에서만 --no-sandbox)",
    "failed": "Chromium이 시작되지 않음: 다른 Chromium이면 --chromium PATH, 브라우저 없이 읽으려면 --no-browser",
}
_CAUSES: Final[Mapping[str, str]] = {
    **{str(why): said for why, said in WHY_NOT.items()},
    "picture": "그림으로만 있음",
    "columns": "이름과 값이 따로 놓여 어느 것의 값인지 알 수 없음",
}
SENTENCES: Final[Sentences] = {
    **VALUE_SENTENCES,
    "unread.page": lambda why: _CAUSES[why],
    "unread.script": lambda: _CAUSES["script"],
    "unread.frame": lambda: _CAUSES["frame"],
    "unread.picture": lambda: "그림으로만 있어 눈으로 확인해야 함",
    "unread.template": lambda: _CAUSES["template"],
    "unread.broken_letters": lambda: _CAUSES["broken_letters"],
    "unread.hidden": lambda: "눌러야 펼쳐지거나 감춰진 곳에 있음",
    "unread.unlabelled": lambda: "이름표 없이 적힌 말뿐이라 무엇인지 알 수 없음",
    "unread.form": lambda: "적힌 말이 주소인지 알 수 없음",
    "unread.whose": lambda: "이 사이트의 것인지 다른 회사의 것인지 알 수 없음",
    "unread.script_link": lambda: "누르면 프로그램이 여는 것이라 따라가지 못함",
    "unread.other_host": lambda: _CAUSES["other_host"],
    "unread.not_asked": lambda: "연결된 쪽까지 읽지 않음",
    "unread.no_product_page": lambda: "상품 쪽을 찾지 못함",
    "unread.no_order_page": lambda: "주문·결제 화면에 닿지 못함 (--order-path로 알려 주세요)",
    "unread.no_price": lambda: "가격을 읽지 못함",
    "unread.press": lambda: "눌러서 가야 하는 화면이라 읽지 못함 (--order-path로 알려 주세요)",
    "unread.only_loaded": lambda name: f"{with_particle(name, '을')} 불러오는 것만 보이고 호출은 보지 못함",
    "label_only.empty": lambda: "이름만 있고 값이 없음",
    "label_only.placeholder": lambda: "본보기로 보이는 값",
    "label_only.no_target": lambda: "눌러도 갈 곳이 없음",
    "label_only.gone": lambda: "연결된 쪽이 없음",
    "label_only.home": lambda: "첫 화면으로 되돌아옴",
    "label_only.no_text": lambda: "연결된 쪽에 내용이 없음",
    "label_only.no_number": lambda: "연결에 사업자등록번호가 빠짐",
    "label_only.on_request": lambda: "금액 대신 문의하라고 적혀 있음",
    "not_found.footer": lambda: "하단을 끝까지 읽었으나 없음",
    "not_found.order_footer": lambda: "결제 화면을 끝까지 읽었으나 사업자 정보가 없음",
    "not_found.link": lambda: "첫 화면을 끝까지 읽었으나 그런 링크가 없음",
    "not_found.text": lambda: "상품과 안내 쪽을 끝까지 읽었으나 그런 안내가 없음",
    "not_found.products": lambda: "상품이 보이지 않음",
    "not_found.prices": lambda: "상품 쪽에 금액이 보이지 않음",
    "not_found.order": lambda: "주문이나 결제로 가는 단추가 보이지 않음",
    "not_found.call": lambda: "결제 화면에 결제창을 여는 프로그램이 없음",
    "not_found.in_range": lambda: "읽은 상품에는 없음",
    "not_applicable.digital": lambda: "배송하는 상품이 아님",
    "not_applicable.no_parcels": lambda: "배송하지 않는 서비스로 보임",
    "not_applicable.no_products": lambda: "상품이 보이지 않음",
    "found.several": lambda: "서로 다른 번호가 둘 이상 보임: 어느 것이 맞는지 확인",
    "found.other_number": lambda: "하단의 사업자등록번호와 연결의 번호가 다름",
    "found.maybe_more": lambda: "읽은 범위에서 센 것이라 더 있을 수 있음",
    "found.on_request": lambda: "금액 대신 문의하라는 상품도 있음",
    "look_at_picture": lambda: "그림의 설명에만 있으니 눈으로 확인",
    "registration.compare": lambda: "사업자등록증과 글자까지 같은지 비교하세요 (--expect로 비교할 수 있음)",
    "registration.other": lambda sign: "--expect로 적은 값과 다름",
    "registration.same": lambda: "--expect로 적은 값과 모두 같음",
    "products.enough": lambda count, least: f"상품 {count}개가 보임 (필요: {least}개)",
    "products.few": lambda count, least: f"상품이 {count}개만 보임 (필요: {least}개)",
    "limit.most_pages": lambda: "정한 쪽 수까지만 읽음 (--pages로 바꿀 수 있음)",
    "limit.time": lambda: "정한 시간까지만 읽음 (--timeout으로 바꿀 수 있음)",
    "limit.no_browser": lambda why: f"브라우저로 읽지 못함: {NO_BROWSER[why]}",
    "limit.pages": lambda why, count: f"온전히 읽지 못한 쪽 {count}개: {WHY_NOT[why]}",
}


def told(reason: Reason, found: Inspection) -> str:
    """Say a reason."""
    if reason.code == "state":
        facts = dict(reason.facts)
        return f"{found.names[facts['sign']]}: {STATE_NAMES[facts['state']]}"
    return sentence(reason, SENTENCES)


def sign_line(sign: Sign, found: Inspection) -> str:
    """Say a sign in one line: its name, its state, its value, why."""
    value = f" - {sign.value}" if sign.value else ""
    why = f" ({told(sign.reason, found)})" if sign.reason else ""
    return f"[{STATE_NAMES[sign.state]}] {found.names[sign.id]}{value}{why}"
