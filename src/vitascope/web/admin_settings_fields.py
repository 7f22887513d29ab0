"""Every setting as administrators read it: one sentence each, in the order of the pages."""

from dataclasses import dataclass

from vitascope.core.settings.model import CaptchaProvider, Cdn, TranslationProvider
from vitascope.web.admin_settings_kinds import (
    COUNT,
    LADDER,
    LINES,
    LONG_TEXT,
    PAIRS,
    RATE,
    SECONDS,
    SECRET,
    SIZE,
    SWITCH,
    TEXT,
    Kind,
    choice,
    choices,
)

_PROVIDERS: dict[str, str] = {
    CaptchaProvider.BUILT_IN: "Built in: asks nobody else",
    CaptchaProvider.RECAPTCHA: "reCAPTCHA v2 (Google)",
    CaptchaProvider.HCAPTCHA: "hCaptcha",
    CaptchaProvider.TURNSTILE: "Turnstile (Cloudflare)",
}
_CDNS: dict[str, str] = {
    Cdn.CLOUDFLARE: "Cloudflare",
    Cdn.BUNNYCDN: "Bunny",
    Cdn.FASTLY: "Fastly",
    Cdn.KEYCDN: "KeyCDN",
}
_TRANSLATORS: dict[str, str] = {
    TranslationProvider.NONE: "Nobody",
    TranslationProvider.LIBRETRANSLATE: "A server that speaks LibreTranslate's API",
    TranslationProvider.OPENAI: "A language model behind OpenAI's API, or one like it",
    TranslationProvider.ARGOS: "Argos Translate, installed beside this server",
}


@dataclass(frozen=True, slots=True)
class SettingField:
    """``name`` is the field of :class:`Settings`, ``sentence`` what it means."""

    name: str
    label: str
    kind: Kind
    sentence: str


@dataclass(frozen=True, slots=True)
class Section:
    """Settings that are changed together. ``name`` stands in the address."""

    name: str
    title: str
    fields: tuple[SettingField, ...]


GENERAL = Section(
    "general",
    "General",
    (
        SettingField(
            "instance_name",
            "Name of this site",
            TEXT,
            "Stands at the top of every page, in mails and in the titles of browser tabs.",
        ),
        SettingField(
            "instance_description",
            "Description",
            LONG_TEXT,
            "Search engines and apps show it beside the name.",
        ),
        SettingField(
            "public_url",
            "Public address",
            TEXT,
            "Where people reach this server, such as https://video.example; links and players "
            "of other sites lead there.",
        ),
        SettingField(
            "example_video",
            "Example video",
            TEXT,
            "The UUID of the video that start pages of other programs show; nothing for none.",
        ),
    ),
)
UPLOADS = Section(
    "uploads",
    "Uploads and imports",
    (
        SettingField(
            "uploads_enabled",
            "Take uploads",
            SWITCH,
            "When it is off, new uploads are refused; what is on its way already arrives.",
        ),
        SettingField(
            "max_upload_bytes",
            "Largest file",
            SIZE,
            "A larger file is refused before it is sent, and so is a larger import.",
        ),
        SettingField(
            "max_chunk_bytes",
            "Largest piece of an upload",
            SIZE,
            "VideoCMS's programs send files in pieces of this size at most; keep it under the "
            "limit of a proxy in front.",
        ),
        SettingField(
            "max_upload_sessions",
            "Uploads of a person at once",
            COUNT,
            "How many files somebody may be uploading through VideoCMS's API at a time; single "
            "people may be granted more.",
        ),
        SettingField(
            "max_items_at_once",
            "Things moved or deleted at once",
            COUNT,
            "How many videos and folders one request may move, tag or delete.",
        ),
        SettingField(
            "imports_urls",
            "Import from addresses",
            SWITCH,
            "People may name the address of a video file, and this server fetches it.",
        ),
        SettingField(
            "imports_sites",
            "Import from video sites",
            SWITCH,
            "Pages of video sites are read as well, with yt-dlp.",
        ),
        SettingField(
            "imports_torrents",
            "Import torrents",
            SWITCH,
            "Magnet links and torrent files are fetched; others in the swarm see this server's "
            "address.",
        ),
        SettingField(
            "imports_at_once",
            "Imports at once",
            COUNT,
            "How many are fetched at the same time; the others wait for their turn.",
        ),
        SettingField(
            "import_timeout_s",
            "Longest import, in seconds",
            SECONDS,
            "Whatever takes longer is given up.",
        ),
    ),
)
ENCODING = Section(
    "encoding",
    "Encoding",
    (
        SettingField(
            "encoding_enabled",
            "Make renditions",
            SWITCH,
            "When it is off, new videos wait until it is on again.",
        ),
        SettingField(
            "encodes",
            "Videos encoded at once",
            COUNT,
            "By each worker; more use more processors, and each becomes slower.",
        ),
        SettingField(
            "most_fps",
            "Most pictures a second",
            COUNT,
            "Faster sources are slowed down to this in every size that is encoded.",
        ),
        SettingField(
            "ladder",
            "Sizes",
            LADDER,
            "Which sizes are made, each only of sources that are as large: with the most that "
            "a picture may take, and the quality that is aimed at (a lower CRF is better; "
            "nothing leaves it to the encoder).",
        ),
        SettingField(
            "ocr_enabled",
            "Read subtitles that are pictures",
            SWITCH,
            "Sends such subtitles of a file to the program below, which makes text of them.",
        ),
        SettingField(
            "ocr_url",
            "Address of that program",
            TEXT,
            "Where it takes picture subtitles (PGS) and answers with SRT.",
        ),
    ),
)
CAPTIONS = Section(
    "captions",
    "Captions",
    (
        SettingField(
            "translation_provider",
            "Who translates captions",
            choice(_TRANSLATORS, TranslationProvider),
            "When somebody asks for it; the text of the caption is sent there.",
        ),
        SettingField(
            "translation_url",
            "Address of the translator",
            TEXT,
            "Such as http://127.0.0.1:5000 for LibreTranslate, or http://127.0.0.1:11434/v1; "
            "Argos Translate has none.",
        ),
        SettingField(
            "translation_key",
            "Key for the translator",
            SECRET,
            "What it asks for, if anything; sent to that address and shown to nobody.",
        ),
        SettingField(
            "translation_model",
            "Name of the model",
            TEXT,
            "For language models only.",
        ),
        SettingField(
            "translation_daily_characters",
            "Most characters a day",
            COUNT,
            "How many may be translated for one person in 24 hours; 0 for no limit.",
        ),
    ),
)
NETWORK = Section(
    "network",
    "Network and limits",
    (
        SettingField(
            "trusted_proxies",
            "Trusted proxies",
            LINES,
            "Addresses and networks, such as 10.1.0.0/16, whose word is taken for where a "
            "request comes from; one on each line, and unix for a socket.",
        ),
        SettingField(
            "trusts_local_networks",
            "Trust the local network",
            SWITCH,
            "Proxies at loopback and private addresses are trusted too.",
        ),
        SettingField(
            "trusted_cdns",
            "Trusted networks in front",
            choices(_CDNS, Cdn),
            "Services whose addresses are trusted as proxies; each is asked for its list once "
            "a day.",
        ),
        SettingField(
            "cors_origins",
            "Sites that may call VideoCMS's API",
            LINES,
            "Origins such as https://blog.example, one on each line; * is any.",
        ),
        SettingField(
            "cors_headers",
            "Headers that they may send",
            LINES,
            "Names of headers, one on each line; * is any.",
        ),
        SettingField(
            "cors_credentials",
            "They may send credentials",
            SWITCH,
            "Scripts of those sites may let the browser send what it keeps for this one.",
        ),
        SettingField(
            "max_body_bytes",
            "Largest request",
            SIZE,
            "What else may be sent to VideoCMS's API at once, besides files.",
        ),
        SettingField(
            "videocms_rate_limits",
            "Limit VideoCMS's API",
            SWITCH,
            "Holds callers to the five limits below, by address; other APIs have their own. "
            "Nothing is limited where rate_limits was switched off at start.",
        ),
        SettingField("rate_all", "Every request", RATE, "All that one address may ask."),
        SettingField("rate_auth", "Logging in", RATE, "Each route that takes a password."),
        SettingField("rate_api", "Calls with a credential", RATE, "Whatever needs a login."),
        SettingField("rate_upload", "Uploads", RATE, "Requests that bring pieces of files."),
        SettingField("rate_web", "Player and media", RATE, "Player pages and their files."),
    ),
)
CAPTCHA = Section(
    "captcha",
    "Captcha",
    (
        SettingField(
            "captcha_enabled",
            "Ask for proof of a person",
            SWITCH,
            "Without it, the two places below ask for nothing.",
        ),
        SettingField(
            "captcha_at_login",
            "When logging in",
            SWITCH,
            "Asked on our own login page and in VideoCMS's API.",
        ),
        SettingField(
            "captcha_at_player",
            "Before a video plays",
            SWITCH,
            "Asked on VideoCMS's player pages; owners may ask for it on their own.",
        ),
        SettingField(
            "captcha_provider",
            "Who asks",
            choice(_PROVIDERS, CaptchaProvider),
            "The built-in one lets the browser calculate for a second; the others load a "
            "script of that company on the page.",
        ),
        SettingField(
            "recaptcha_site_key", "reCAPTCHA: site key", TEXT, "Stands in the page; no secret."
        ),
        SettingField(
            "recaptcha_secret", "reCAPTCHA: secret", SECRET, "Known to this server and Google."
        ),
        SettingField(
            "hcaptcha_site_key", "hCaptcha: site key", TEXT, "Stands in the page; no secret."
        ),
        SettingField(
            "hcaptcha_secret", "hCaptcha: secret", SECRET, "Known to this server and hCaptcha."
        ),
        SettingField(
            "turnstile_site_key", "Turnstile: site key", TEXT, "Stands in the page; no secret."
        ),
        SettingField(
            "turnstile_secret",
            "Turnstile: secret",
            SECRET,
            "Known to this server and Cloudflare.",
        ),
    ),
)
PLAYER = Section(
    "player",
    "Player",
    (
        SettingField(
            "downloads_enabled",
            "Offer downloads",
            SWITCH,
            "VideoCMS's player pages offer files to save, and send them.",
        ),
        SettingField(
            "continue_watching",
            "Offer to go on",
            SWITCH,
            "Whoever comes back to a video is asked whether to go on where they were; that is "
            "kept in their browser alone.",
        ),
        SettingField(
            "relays_heartbeats",
            "Pass heartbeats on",
            SWITCH,
            "Players send them here and this server passes them on, so that receivers neither "
            "see viewers' addresses nor have to allow other sites.",
        ),
        SettingField(
            "stream_binds_address",
            "Bind streams to networks",
            SWITCH,
            "An encrypted stream goes on only in the network where it was begun; leaving the "
            "Wi-Fi begins it anew.",
        ),
    ),
)
KEYS = Section(
    "keys",
    "Keys and extras",
    (
        SettingField(
            "jwt_secret",
            "Key of signed sessions",
            SECRET,
            "Signs the tokens of VideoCMS's logins; another one ends all of them.",
        ),
        SettingField(
            "media_jwt_secret",
            "Key of the player's cookie",
            SECRET,
            "Signs what lets a player page fetch its video; another one stops what plays now.",
        ),
        SettingField(
            "extras",
            "Kept for other programs",
            PAIRS,
            "What programs of VideoCMS keep here and this server has no use for; a name, = and "
            "a value on each line.",
        ),
    ),
)

SECTIONS = (GENERAL, UPLOADS, ENCODING, CAPTIONS, NETWORK, CAPTCHA, PLAYER, KEYS)
