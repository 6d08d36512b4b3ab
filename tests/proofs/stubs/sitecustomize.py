"""Sends what a Python project asks PortOne to the API on this machine."""

import os

import httpx

_HOSTS = {"api.portone.io": "/v2", "api.iamport.kr": "/v1"}
_FAKE = httpx.URL(os.environ["FAKE_PORTONE"])
_send = httpx.HTTPTransport.handle_request


def _here(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
    prefix = _HOSTS[request.url.host]
    path = prefix.encode() + request.url.raw_path
    request.url = request.url.copy_with(scheme="http", host=_FAKE.host, port=_FAKE.port, raw_path=path)
    return _send(self, request)


httpx.HTTPTransport.handle_request = _here  # type: ignore[method-assign]
