from tests.core.webhooks.making import make_endpoint
from tests.factories import make_user

from vitascope.base.ids import DeliveryId
from vitascope.core.webhooks.places import Places
from vitascope.db import Tx


def test_who_has_all_their_places_is_full(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    full, free, slow = [make_endpoint(tx, ada) for _ in range(3)]
    bobs = make_endpoint(tx, bob)

    places = Places([full, free, bobs], {full.id: 4, free.id: 3, bobs.id: 1}, ())
    crowded = Places([full, free, slow], {full.id: 4, free.id: 3, slow.id: 1}, {slow.id})

    assert (places.full, places.full_users) == ([full.id], [])
    assert (crowded.full, crowded.full_users) == ([full.id, free.id, slow.id], [ada.id])


def test_places_are_given_in_turn_while_there_are_any(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    hers, his = make_endpoint(tx, ada), make_endpoint(tx, bob)
    heads = [(DeliveryId(n), hers.id) for n in range(1, 7)] + [(DeliveryId(7), his.id)]
    endpoints = {hers.id: hers, his.id: his}

    chosen = Places([hers], {hers.id: 1}, ()).choose(heads, endpoints)
    none = Places([hers], {hers.id: 64}, ()).choose(heads, endpoints)

    assert (chosen, none) == ([7, 1, 2, 3], [])
