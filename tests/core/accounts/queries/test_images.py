from tests.factories import NOON, make_user

from vitascope.core.accounts.model import ActorImage, ImageKind
from vitascope.core.accounts.queries import (
    delete_images,
    find_image,
    insert_images,
    list_images,
)
from vitascope.db import Tx


def image(handle: str, width: int, kind: ImageKind = ImageKind.AVATAR) -> ActorImage:
    return ActorImage(
        handle=handle,
        kind=kind,
        width=width,
        height=width,
        filename=f"{handle}-{kind}-{width}.jpg",
        created_at=NOON,
    )


def test_pictures_of_any_number_of_handles_are_found_the_widest_first(tx: Tx) -> None:
    names = [make_user(tx, f"user{number}").username for number in range(5)]
    given = {name: (image(name, 600), image(name, 48)) for name in names}
    insert_images(tx, [picture for pair in given.values() for picture in reversed(pair)])
    insert_images(tx, [image(names[0], 1920, ImageKind.BANNER)])

    found = [list_images(tx, names[:count], ImageKind.AVATAR) for count in range(6)]

    assert found == [{name: given[name] for name in names[:count]} for count in range(6)]


def test_a_picture_is_found_by_its_name_until_it_is_forgotten(tx: Tx) -> None:
    make_user(tx, "ada")
    avatar, banner = image("ada", 48), image("ada", 1920, ImageKind.BANNER)
    insert_images(tx, [avatar, banner])

    gone = delete_images(tx, "ada", ImageKind.AVATAR)

    assert gone == [avatar.filename]
    assert find_image(tx, avatar.filename) is None
    assert find_image(tx, banner.filename) == banner
