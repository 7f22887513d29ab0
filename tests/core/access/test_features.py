import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.core.access.features import FeatureWithheld, check_feature
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import Allowances, Feature
from vitascope.core.accounts.queries import update_user
from vitascope.db import Tx


def test_everybody_has_every_feature_until_it_is_withheld(tx: Tx) -> None:
    ada = make_user(tx)
    for feature in Feature:
        check_feature(tx, actor_of(ada), feature)
    update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.AI,)))

    check_feature(tx, actor_of(ada), Feature.PRESETS)
    with pytest.raises(FeatureWithheld) as refused:
        check_feature(tx, actor_of(ada), Feature.AI)

    assert refused.value.feature is Feature.AI
    assert refused.value.message == (
        "Your account does not include translations by a machine. Ask whoever runs this server."
    )


def test_nobody_known_has_none(tx: Tx) -> None:
    with pytest.raises(LoginRequired):
        check_feature(tx, ANONYMOUS, Feature.API)
