"""Flags that several commands share: each question's flag is declared once."""

from typing import Annotated

import typer

_METHODS = "card, transfer, virtual_account, mobile, gift_certificate"

Many = list[str] | None

OneTime = Annotated[Many, typer.Option(metavar="M", help=f"일반결제 수단 (여러 번): {_METHODS}, easy_pay:ID")]
Billing = Annotated[Many, typer.Option(metavar="M", help="정기결제 수단 (여러 번)")]
KeyIn = Annotated[Many, typer.Option(metavar="M", help="수기결제 수단 (여러 번): card, virtual_account")]
EasyPay = Annotated[Many, typer.Option(metavar="ID", help="간편결제 (여러 번): kakaopay, naverpay, tosspay ...")]
Overseas = Annotated[Many, typer.Option(metavar="M", help="해외 결제수단 (여러 번): card, alipay ...")]
OverseasBilling = Annotated[Many, typer.Option(metavar="M", help="해외 정기결제 수단 (여러 번)")]
Identity = Annotated[Many, typer.Option(metavar="M", help="본인인증 수단 (여러 번): sms, pass, integrated")]
Style = Annotated[
    Many, typer.Option(metavar="[TYPE:]S", help="정기·수기결제의 연동방식 (여러 번이면 모두): window, api")
]
PortOne = Annotated[str | None, typer.Option(metavar="V", help="포트원 버전: v1, v2")]
Goods = Annotated[str | None, typer.Option(metavar="G", help="파는 것: physical(배송), digital(비실물)")]
Platform = Annotated[str | None, typer.Option(metavar="P", help="만드는 곳: self, app, wordpress, shopify, builder")]
Industry = Annotated[Many, typer.Option(metavar="ID", help="위험 업종 (여러 번): fortune_telling, travel ...")]
GatewayIds = Annotated[Many, typer.Option(metavar="ID", help="결제대행사 (여러 번): nice, kakaopay ...")]
Ask = Annotated[bool, typer.Option("--ask", help="이미 답한 것도 다시 묻습니다.")]
