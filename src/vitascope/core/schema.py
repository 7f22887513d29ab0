"""Every table of the product, for migrations and for tests that make a database."""

from vitascope.core.access import tables as access
from vitascope.core.accounts import tables as accounts
from vitascope.core.analytics import tables as analytics
from vitascope.core.assets import tables as assets
from vitascope.core.captcha import tables as captcha
from vitascope.core.captions import tables as captions
from vitascope.core.channels import tables as channels
from vitascope.core.embeds import tables as embeds
from vitascope.core.folders import tables as folders
from vitascope.core.heartbeats import tables as heartbeats
from vitascope.core.imports import tables as imports
from vitascope.core.limits import tables as limits
from vitascope.core.migration import tables as migration
from vitascope.core.pages import tables as pages
from vitascope.core.presets import tables as presets
from vitascope.core.profiles import tables as profiles
from vitascope.core.registration import tables as registration
from vitascope.core.settings import tables as settings
from vitascope.core.stats import tables as stats
from vitascope.core.tags import tables as tags
from vitascope.core.translations import tables as translations
from vitascope.core.uploads import tables as uploads
from vitascope.core.videos import tables as videos
from vitascope.core.views import tables as views
from vitascope.core.webhooks import tables as webhooks
from vitascope.db import metadata
from vitascope.jobs import tables as jobs

AREAS = (
    accounts,
    access,
    registration,
    channels,
    folders,
    assets,
    tags,
    videos,
    captions,
    uploads,
    imports,
    migration,
    limits,
    settings,
    pages,
    heartbeats,
    captcha,
    stats,
    presets,
    embeds,
    webhooks,
    views,
    analytics,
    profiles,
    translations,
    jobs,
)

__all__ = ["AREAS", "metadata"]
