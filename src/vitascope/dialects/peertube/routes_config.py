"""What this server is and can do."""

from litestar import MediaType, get

from vitascope.core.registration.sign_up import is_signup_open
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.wire_config import about_out, config_out
from vitascope.http.caller import client_of


@get("/api/v1/config", operation_id="getConfig", sync_to_thread=True)
def config(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    with runtime.db.read() as tx:
        is_open = is_signup_open(tx, runtime.signup)
    admits = runtime.signup.admits(client_of(request.scope).address)
    return answer(config_out(runtime, is_signup_open=is_open, admits_caller=admits))


@get("/api/v1/config/about", operation_id="getAbout")
async def about(request: AnyRequest) -> Answer:
    return answer(about_out(parts_of(request).runtime.instance))


@get("/api/v1/ping", media_type=MediaType.TEXT)
async def ping() -> str:
    return "pong"


ROUTES = (config, about, ping)
