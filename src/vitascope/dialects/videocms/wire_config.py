"""What the server says about itself."""

from typing import Self

from msgspec import Struct, field

from vitascope.core.settings.model import Settings
from vitascope.dialects.videocms.media_paths import MEDIA_PREFIX
from vitascope.dialects.videocms.settings_kinds import read_flag
from vitascope.dialects.videocms.wire import go_name
from vitascope.dialects.videocms.wire_settings import PLAYER_V2


class ConfigOut(Struct, rename=go_name, kw_only=True):
    """What the settings say now; sizes are bytes."""

    app_name: str
    base_url: str
    encoding_enabled: bool
    upload_enabled: bool
    max_upload_filesize: int
    max_upload_chunk_size: int
    max_upload_sessions: int
    folder_video_qualitys: str = MEDIA_PREFIX
    captcha_enabled: bool
    captcha_login_enabled: bool
    captcha_player_enabled: bool
    captcha_type: str
    recaptcha_key: str = field(name="Captcha_Recaptcha_PublicKey")
    hcaptcha_key: str = field(name="Captcha_Hcaptcha_PublicKey")
    turnstile_key: str = field(name="Captcha_Turnstile_PublicKey")
    continue_watching_popup_enabled: bool
    download_enabled: bool
    remote_download_enabled: bool
    player_v2_enabled: bool

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(
            app_name=settings.instance_name,
            base_url=settings.public_url,
            encoding_enabled=settings.encoding_enabled,
            upload_enabled=settings.uploads_enabled,
            max_upload_filesize=settings.max_upload_bytes,
            max_upload_chunk_size=settings.max_chunk_bytes,
            max_upload_sessions=settings.max_upload_sessions,
            captcha_enabled=settings.captcha_enabled,
            captcha_login_enabled=settings.captcha_at_login,
            captcha_player_enabled=settings.captcha_at_player,
            captcha_type=settings.captcha_provider.value,
            recaptcha_key=settings.recaptcha_site_key,
            hcaptcha_key=settings.hcaptcha_site_key,
            turnstile_key=settings.turnstile_site_key,
            continue_watching_popup_enabled=settings.continue_watching,
            download_enabled=settings.downloads_enabled,
            remote_download_enabled=settings.imports_urls,
            player_v2_enabled=read_flag(PLAYER_V2.name, PLAYER_V2.show(settings)),
        )
