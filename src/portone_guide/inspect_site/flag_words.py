"""The help of the flags of ``inspect``."""

from typing import Final

ORDER: Final = "함께 볼 주문·결제 화면의 주소"
PAGES: Final = "읽을 쪽 수 (1~20, 기본: 20)"
TIMEOUT: Final = "읽을 시간, 초 (1~600, 기본: 60)"
MINE: Final = "내 사이트입니다: robots.txt에 묻지 않습니다."
PRIVATE: Final = "내 컴퓨터나 내부망의 주소도 읽습니다."
EXPECT: Final = "사업자등록증의 값과 비교합니다 (여러 번)"
VALUES: Final = "이름과 휴대폰 번호를 가리지 않습니다."
EXIT_CODE: Final = "미흡한 것이 있으면 종료 코드 6으로 끝냅니다."
BROWSER: Final = "브라우저로 읽을지 (기본: 글로 다 읽지 못한 쪽만)"
CHROMIUM: Final = "Chromium의 위치 (기본: 설치된 것)"
NO_SANDBOX: Final = "Chromium의 보호막 없이 엽니다: CI처럼 root로만 실행할 때."
CLICK_PAY: Final = "결제 단추를 눌러 호출만 확인하고 막습니다: 결제창은 열리지 않습니다."
