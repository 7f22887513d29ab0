"""Features that administrators keep from users."""

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Feature
from vitascope.core.accounts.queries import get_user
from vitascope.db import Tx

_NAMES = {
    Feature.API: "this API",
    Feature.SUBTITLES: "subtitles of your own",
    Feature.PRESETS: "player presets",
    Feature.WEBHOOKS: "webhooks",
    Feature.AI: "translations by a machine",
}


class FeatureWithheld(Forbidden):
    """The user's plan has no such feature."""

    def __init__(self, feature: Feature) -> None:
        words = f"Your account does not include {_NAMES[feature]}"
        super().__init__(f"{words}. Ask whoever runs this server.")
        self.feature = feature


def check_feature(tx: Tx, actor: Actor, feature: Feature) -> None:
    """See that the actor has a feature.

    Raises:
        LoginRequired: nobody known is calling.
        FeatureWithheld: an administrator keeps it from them.
    """
    if feature in get_user(tx, actor.known_user()).allowances.withheld:
        raise FeatureWithheld(feature)
