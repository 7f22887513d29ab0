"""What the operator has set, in the words of the core."""

from vitascope.config import Config
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.settings.model import RungSetting, Settings, TranslationProvider
from vitascope.media.ladder import DEFAULT_LADDER


def settings_of(config: Config) -> Settings:
    """The settings that count until an administrator changes them."""
    return Settings(
        instance_name=config.instance_name,
        instance_description=config.instance_description,
        public_url=public_url(config),
        encodes=config.encodes,
        ladder=tuple(
            RungSetting(
                height=rung.height,
                is_on=rung.height in config.resolutions,
                max_bps=rung.video_bps,
            )
            for rung in DEFAULT_LADDER
        ),
        max_upload_bytes=config.max_upload_bytes,
        imports_at_once=config.imports,
        import_timeout_s=config.import_timeout_s,
        imports_urls=config.imports_urls,
        imports_sites=config.imports_sites,
        imports_torrents=config.imports_torrents,
        videocms_rate_limits=config.videocms_rate_limits,
        trusted_proxies=config.trusted_proxies,
        translation_provider=TranslationProvider(config.translation_provider),
        translation_url=config.translation_url,
        translation_key=config.translation_key,
        translation_model=config.translation_model,
    )


def signup_policy(config: Config) -> SignupPolicy:
    """Who may join, and what newcomers may keep."""
    return SignupPolicy(
        mode=SignupMode(config.signup),
        most_users=_unless_negative(config.signup_most_users),
        verifies_email=config.signup_verifies_email,
        minimum_age=config.signup_minimum_age,
        allowed_networks=config.signup_allowed_networks,
        refused_networks=config.signup_refused_networks,
        quota_bytes=_unless_negative(config.user_quota_bytes),
        daily_quota_bytes=_unless_negative(config.user_daily_quota_bytes),
    )


def public_url(config: Config) -> str:
    return config.public_url.rstrip("/") or f"http://localhost:{config.port}"


def _unless_negative(number: int) -> int | None:
    return None if number < 0 else number
