"""What can keep a merchant from opening, as people read it: what every room that tells it says alike."""

from collections.abc import Iterable
from typing import Final

from portone_guide.gateways.barrier_words import BARRIER_SENTENCES
from portone_guide.gateways.settle_words import SETTLE_SENTENCES
from portone_guide.gateways.signing_words import SIGNING_SENTENCES
from portone_guide.needs.reason import Reason, Sentences, sentence
from portone_guide.needs.words import need_label
from portone_guide.rules.models.fields import PortOneVersion


def versions_words(versions: Iterable[PortOneVersion]) -> str:
    """Return PortOne's versions: ``V2``, ``V1·V2``."""
    return "·".join(version.upper() for version in versions)


CAUTION_SENTENCES: Final[Sentences] = {
    **BARRIER_SENTENCES,
    **SETTLE_SENTENCES,
    **SIGNING_SENTENCES,
    "supported.noted": lambda need, notes: f"{need_label(need)} 지원 ({', '.join(notes)})",
    "unsupported": lambda need, versions: (
        f"{need_label(need)}: 고른 곳이 포트원 {versions_words(versions)}에서 지원한다는 출처가 없습니다"
    ),
    "carried_by_several": lambda needs, gateways, said: (
        f"{', '.join(map(need_label, needs))}: {'·'.join(gateways)}에서 모두 받는 것으로 보임. "
        f"한 곳에서만 받으면 적어 주세요 (예: --carries {said})"
    ),
    "portone_version.none": lambda: "쇼핑몰을 만든 곳에서는 고른 포트원 버전을 쓸 수 없습니다",
    "several_versions": lambda: (
        "한 버전으로는 고른 곳들이 모두 받지 못해 결제대행사마다 포트원 버전이 다릅니다: 가게 하나에 두 버전을 함께 "
        "쓸 수 있는지 포트원에 먼저 확인하세요"
    ),
}


def caution_text(reason: Reason) -> str:
    """Return what speaks against opening, or is to be settled first, as a sentence."""
    return sentence(reason, CAUTION_SENTENCES)
