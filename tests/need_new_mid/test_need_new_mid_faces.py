"""Every verdict has its sentence, and what tells the answer knows no rule file."""

from faces import CAUTIONS, codes_given
from portone_guide.need_new_mid.words import SENTENCES


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_given("need_new_mid", *CAUTIONS) == set(SENTENCES)
