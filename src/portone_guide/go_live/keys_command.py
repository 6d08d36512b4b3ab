"""The merchant's secrets: from the environment or a hidden prompt, into a request, and nowhere else."""

import os

import typer

from portone_guide.go_live import verify_words as words
from portone_guide.remote.payment import Secret
from portone_guide.shell.context import asking_allowed
from portone_guide.shell.exits import CommandError


def secrets_of(*names: str) -> tuple[Secret, ...]:
    """Return the secrets of some names, asked for where the environment has none.

    :raises CommandError: one is missing and nobody can be asked, or can be no secret.
    """
    missing = [name for name in names if not os.environ.get(name, "").strip()]
    if missing and not asking_allowed():
        raise CommandError("needs_answers", *words.no_secret(missing))
    return tuple(_secret(name) for name in names)


def _secret(name: str) -> Secret:
    typed = os.environ.get(name, "").strip()
    text = typed or str(typer.prompt(words.secret_prompt(name), hide_input=True, err=True)).strip()
    if not text.isascii() or not text.isprintable() or " " in text or not text:
        raise CommandError("wrong_value", *words.wrong_secret(name))
    return Secret(text)
