"""How another store is told who asks: a token, basic authentication, or an answer to its challenge (digest)."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from urllib.request import (
    AbstractDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)


class Credentials:
    """Who asks.

    A challenge is learnt once for an address and then answered before it is put again, so that a batch is sent once.
    """

    def __init__(self, user: str | None = None, password: str | None = None, token: str | None = None):
        self._user, self._password, self._token = user, password or "", token
        self._challenges: dict[str, _Challenge | None] = {}  # by address without its query: another may ask otherwise

    def sign(self, request: Request) -> None:
        """Put into a request who asks. Raises `ValueError` or `OSError` for a kind of digest unknown here."""
        given = self._given(request)
        if given is not None:
            request.add_unredirected_header("Authorization", given)

    def _given(self, request: Request) -> str | None:
        if self._token is not None:
            return f"Bearer {self._token}"
        if self._user is None:
            return None
        if _place(request) in self._challenges:
            challenge = self._challenges[_place(request)]
            return challenge.answer(request) if challenge else None
        pair = base64.b64encode(f"{self._user}:{self._password}".encode()).decode("ascii")
        return f"Basic {pair}"

    def learn(self, request: Request, asked: Sequence[str]) -> bool:
        """Take in what a server asks when it refuses a request; whether it should be sent again, signed anew.

        Raises `ValueError` where it knows only ways that are unknown here.
        """
        if self._user is None:
            return False
        place = _place(request)
        schemes = {each.partition(" ")[0].lower(): each.partition(" ")[2] for each in asked}
        if not schemes and place not in self._challenges:
            self._challenges[place] = None  # Virtuoso refuses basic without a word, and asks only who says nothing
            return True
        if "digest" in schemes:
            self._challenges[place] = _Challenge(schemes["digest"], place, self._user, self._password)
            return True
        if schemes.keys() - {"basic"}:
            raise ValueError(f"it knows {', '.join(sorted(schemes))}")
        return False


class _Challenge:
    """What a server asked, and how often it was answered: the standard library counts that, as the protocol wants."""

    def __init__(self, asked: str, place: str, user: str, password: str):
        self._asked = parse_keqv_list(list(filter(None, parse_http_list(asked))))
        if not {"realm", "nonce"} <= self._asked.keys():
            raise ValueError("its digest names no realm or no nonce")
        passwords = HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, place, user, password)
        self._answers = AbstractDigestAuthHandler(passwords)

    def answer(self, request: Request) -> str:
        return f"Digest {self._answers.get_authorization(request, self._asked)}"


def _place(request: Request) -> str:
    return request.full_url.partition("?")[0]
