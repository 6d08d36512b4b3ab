"""The server: what the protocol asks, answered with the official SDK over standard input and output."""

import gc
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import anyio
import anyio.to_thread
from mcp import types
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from portone_guide import __version__
from portone_guide.mcp_server import granted, prompts, resources, words
from portone_guide.mcp_server.calls import Calls
from portone_guide.mcp_server.schemas import answer_schema
from portone_guide.mcp_server.tools import Offer, offers
from portone_guide.shell.error_report import error_report
from portone_guide.shell.error_words import error_of

_R = TypeVar("_R")
Context = ServerRequestContext[Any, Any]
_ROOTS: Final = "roots"
_WAIT: Final = 10.0
"""Seconds that a client has to say which folders it grants."""


def serve(root: Any) -> None:
    """Answer until standard input ends; ``root`` is the program's group of commands."""
    gc.freeze()  # the SDK's types stay: looking through them again and again takes longer than an answer
    anyio.run(_serve, server_of(root))


def server_of(root: Any) -> Server[Any]:
    """Return what answers each request of the protocol."""
    handlers = _Handlers(root)
    return Server(
        "portone-guide",
        version=__version__,
        title=words.TITLE,
        instructions=words.INSTRUCTIONS,
        on_list_tools=handlers.tools,
        on_call_tool=handlers.call,
        on_list_resources=handlers.resources,
        on_read_resource=handlers.resource,
        on_list_prompts=handlers.prompts,
        on_get_prompt=handlers.prompt,
    )


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


class _Handlers:
    """What is answered to each request. One thing is answered at a time, beside the loop that listens."""

    def __init__(self, root: Any) -> None:
        self._calls = Calls(root)
        self._entries = resources.entries(self._calls)
        self._one = anyio.CapacityLimiter(1)
        self._listed: list[types.Tool] | None = None

    async def tools(self, context: Context, params: Any) -> types.ListToolsResult:
        """Return the tools, with what can be told to them and what they say."""
        if self._listed is None:
            self._listed = await self._beside(lambda: [self._tool(offer) for offer in offers().values()])
        return types.ListToolsResult(tools=self._listed)

    async def call(
        self, context: Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        """Return what a tool says; whatever goes wrong is told as the command line tells it."""
        offer = offers().get(params.name)
        if offer is None:
            raise MCPError(types.INVALID_PARAMS, "unknown tool")
        folders: tuple[Path, ...] = ()
        if offer.tool.reads is not None:
            asked = await _granted(context, params)
            if isinstance(asked, types.InputRequiredResult):
                return asked
            folders = asked
        return await self._beside(partial(self._answer, offer, params.arguments or {}, folders))

    async def resources(self, context: Context, params: Any) -> types.ListResourcesResult:
        """Return what can be read."""
        return types.ListResourcesResult(
            resources=[
                types.Resource(uri=uri, name=entry.name, description=entry.what, mime_type=entry.kind)
                for uri, entry in self._entries.items()
            ]
        )

    async def resource(self, context: Context, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        """Return what is read."""
        entry = self._entries.get(str(params.uri))
        if entry is None:
            raise MCPError(types.INVALID_PARAMS, "unknown resource")
        text = await self._beside(entry.text)
        return types.ReadResourceResult(
            contents=[types.TextResourceContents(uri=params.uri, mime_type=entry.kind, text=text)]
        )

    async def prompts(self, context: Context, params: Any) -> types.ListPromptsResult:
        """Return what an assistant can be asked to do."""
        return types.ListPromptsResult(
            prompts=[
                types.Prompt(
                    name=prompts.NAME,
                    title=words.PROMPT,
                    description=words.PROMPT_WHAT,
                    arguments=[types.PromptArgument(name=prompts.BUSINESS, description=words.PROMPT_BUSINESS)],
                )
            ]
        )

    async def prompt(self, context: Context, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        """Return what an assistant is asked to do."""
        if params.name != prompts.NAME:
            raise MCPError(types.INVALID_PARAMS, "unknown prompt")
        said = types.TextContent(type="text", text=prompts.text(params.arguments or {}))
        return types.GetPromptResult(
            description=words.PROMPT_WHAT, messages=[types.PromptMessage(role="user", content=said)]
        )

    async def _beside(self, work: Callable[[], _R]) -> _R:
        """Do something that takes its time; whoever no longer waits for it does not keep it from ending."""
        return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=self._one)

    def _tool(self, offer: Offer) -> types.Tool:
        lines, meanings = map(" ".join, offer.lines.values()), map(resources.address, offer.schemas)
        return types.Tool(
            name=offer.tool.name,
            description=words.tool(self._calls.help(offer), lines, meanings),
            input_schema=self._calls.input_schema(offer),
            output_schema=answer_schema(offer.schemas),
            annotations=types.ToolAnnotations(
                read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=offer.tool.web
            ),
        )

    def _answer(self, offer: Offer, given: dict[str, Any], folders: tuple[Path, ...]) -> types.CallToolResult:
        try:
            said: Any = self._calls.answer(offer, given, folders)
            wrong = False
        except Exception as error:
            said, wrong = error_report(error_of(error)), True
        text = json.dumps(said, ensure_ascii=False)
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=text)], structured_content=said, is_error=wrong
        )


async def _granted(
    context: Context, params: types.CallToolRequestParams
) -> tuple[Path, ...] | types.InputRequiredResult:
    """Return the folders that the client grants; newer clients are asked by an answer that they come back with."""
    can = context.session.client_capabilities
    if can is None or can.roots is None:
        return ()
    if context.session.can_send_request:
        told = await context.session.send_request(types.ListRootsRequest(), types.ListRootsResult, _WAIT)
    elif params.input_responses is None:
        return types.InputRequiredResult(input_requests={_ROOTS: types.ListRootsRequest()})
    else:
        answered = params.input_responses.get(_ROOTS)
        if not isinstance(answered, types.ListRootsResult):
            return ()
        told = answered
    return granted.folders(str(root.uri) for root in told.roots)
