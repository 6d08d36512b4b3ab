"""The shape of each rule file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # to a type checker ``models.fee`` is there; a run imports only the models of the files that it reads
    from portone_guide.rules.models import (  # noqa: F401
        channel,
        checklist,
        contract,
        fee,
        gateway,
        glossary,
        go_live,
        industry,
        merchant_id,
        method,
        roadmap,
        sample,
        site_sign,
        source,
        term,
        text,
    )
