"""Korean that stands in code in place of a value: what the documents say to write there."""

from typing import Final

VALUE: Final = r"식별코드|채널 ?키|상점 ?아이디|여기에|입력하세요|콘솔"
ACCOUNT: Final = r".*식별코드.*|가맹점.*|고객사.*"
ADDRESS: Final = r"^\{[^{}]*[가-힣 ][^{}]*\}$|^[가-힣 ]+$|리디렉션 될|이동할 (?:URL|주소)|웹훅수신"
SEEN_BEFORE: Final = r"이미|중복|처리된"
