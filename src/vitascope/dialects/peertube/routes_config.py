"""What this server is and can do."""

from litestar import MediaType, get

from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.wire_config import about_out, config_out


@get("/api/v1/config", operation_id="getConfig")
async def config(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    return answer(config_out(runtime.instance, runtime.resolutions))


@get("/api/v1/config/about", operation_id="getAbout")
async def about(request: AnyRequest) -> Answer:
    return answer(about_out(parts_of(request).runtime.instance))


@get("/api/v1/ping", media_type=MediaType.TEXT)
async def ping() -> str:
    return "pong"


ROUTES = (config, about, ping)
