"""What one gateway charges, with earlier values."""

from collections.abc import Iterator

from portone_guide.facts.rate_words import charge_text, fee_label, standing_text, without_vat_text
from portone_guide.facts.rules.answer import FeeFact, GatewayFacts
from portone_guide.facts.rules.footnotes import Footnotes
from portone_guide.facts.support_words import STATE_WORDS
from portone_guide.gateways.words import held_text, payout_text
from portone_guide.rules.korean_particles import with_particle
from portone_guide.rules.models.fee_key import STANDING, FeeKey
from portone_guide.rules.models.fields import Quote
from portone_guide.terminal.blocks import Block, Bullets, Heading, Text
from portone_guide.terminal.text import won


def fee_blocks(found: GatewayFacts, notes: Footnotes) -> Iterator[Block]:
    """Yield the fees in force, and the packages of identity verification."""
    yield Heading(f"요율과 가입비 ({found.on} 기준)")
    if found.fees:
        yield Text(without_vat_text(found.vat))
    else:
        yield Text("모름: 이 날짜에 알려진 요율이 없습니다.", "warn")
    yield Bullets(tuple(_fee(entry, notes) for entry in found.fees))
    for platform in found.platform_fees:
        yield Text(f"{with_particle(platform.name, '으로')} 만든 곳에는 위의 값 대신:")
        yield Bullets(tuple(_fee(entry, notes) for entry in platform.fees))
    if found.payout_fees:
        yield Text("정산받을 때마다 내는 돈:")
        yield Bullets(tuple(f"{payout_text(fee)} {notes.refs(fee.source)}" for fee in found.payout_fees))
    if found.holds:
        yield Text("맡아 두는 돈 (비용 아님):")
        yield Bullets(tuple(f"{held_text(held)} {notes.refs(held.source)}" for held in found.holds))
    if found.packages:
        yield Text("본인인증 요금제:")
        yield Bullets(
            tuple(
                f"{package.name}: {won(package.price)}에 {package.included:,}건, 넘으면 건당 {won(package.extra)} "
                f"{notes.refs(package.source)}"
                for package in found.packages
            )
        )


def _fee(entry: FeeFact, notes: Footnotes) -> tuple[str, str]:
    key, now = entry.fee.key, entry.now
    mark = " (출처가 어긋남)" if entry.conflict else ""
    before = ", ".join(f"{fee.since}부터 {_quote(key, fee.quote)}" for fee in entry.earlier)
    return (
        f"{fee_label(entry.fee)}: {_quote(key, now.quote)}{mark} ({now.since}부터) {notes.refs(now.source)}",
        f"이전 값: {before}" if before else "",
    )


def _quote(key: FeeKey, quote: Quote) -> str:
    signup = key.family == "signup_fee"
    if key.family in STANDING:
        return ", ".join(standing_text(charge) for _, charge in quote) or STATE_WORDS["unknown"]
    said = (f"{condition} {charge_text(charge, signup=signup)}".strip() for condition, charge in quote)
    return ", ".join(said) or STATE_WORDS["unknown"]
