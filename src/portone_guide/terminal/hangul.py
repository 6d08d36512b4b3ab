"""Whether what somebody types is in a text, as Hangul is typed: whole syllables, begun ones, or initial consonants."""

from typing import Final

_FIRST, _LAST = ord("가"), ord("힣")
_FINALS: Final = 28
_VOWELS: Final = 21
_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def holds(text: str, typed: str) -> bool:
    """Tell whether a text has what was typed somewhere; case and blanks don't count.

    ``ㅇㄴㅅ`` and ``이니`` are in ``KG이니시스``.
    """
    letters, wanted = (_letters(each) for each in (text, typed))
    starts = range(len(letters) - len(wanted) + 1)
    return any(all(map(_begins, letters[start:], wanted)) for start in starts)


def _letters(text: str) -> str:
    return "".join(text.casefold().split())


def _begins(letter: str, typed: str) -> bool:
    """Tell whether a letter is the one that was typed, or a syllable that begins with it."""
    if letter == typed:
        return True
    if not _FIRST <= ord(letter) <= _LAST:
        return False
    if typed in _INITIALS:
        return (ord(letter) - _FIRST) // (_FINALS * _VOWELS) == _INITIALS.index(typed)
    open_syllable = _FIRST <= ord(typed) <= _LAST and (ord(typed) - _FIRST) % _FINALS == 0
    return open_syllable and ord(letter) - ord(typed) in range(_FINALS)
