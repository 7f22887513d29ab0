"""What the server says about itself."""

from typing import Self

from msgspec import Struct, field

from vitascope.dialects.videocms.library import UPLOAD_SESSIONS
from vitascope.dialects.videocms.uploads import CHUNK_BYTES
from vitascope.dialects.videocms.wire import go_name
from vitascope.http.runtime import Runtime

_MEDIA_PREFIX = "/videos/qualitys"


class ConfigOut(Struct, rename=go_name, kw_only=True):
    """Every switch tells what this server does through this API; sizes are bytes."""

    app_name: str
    base_url: str
    encoding_enabled: bool = True
    upload_enabled: bool = True
    max_upload_filesize: int
    max_upload_chunk_size: int = CHUNK_BYTES
    max_upload_sessions: int = UPLOAD_SESSIONS
    folder_video_qualitys: str = _MEDIA_PREFIX
    captcha_enabled: bool = False
    captcha_login_enabled: bool = False
    captcha_player_enabled: bool = False
    captcha_type: str = ""
    recaptcha_key: str = field(name="Captcha_Recaptcha_PublicKey", default="")
    hcaptcha_key: str = field(name="Captcha_Hcaptcha_PublicKey", default="")
    turnstile_key: str = field(name="Captcha_Turnstile_PublicKey", default="")
    continue_watching_popup_enabled: bool = False
    download_enabled: bool = False
    remote_download_enabled: bool
    player_v2_enabled: bool = False

    @classmethod
    def of(cls, runtime: Runtime) -> Self:
        return cls(
            app_name=runtime.instance.name,
            base_url=runtime.public_url,
            max_upload_filesize=runtime.max_upload_bytes,
            remote_download_enabled=runtime.imports.urls,
        )
