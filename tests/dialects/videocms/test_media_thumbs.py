import io
from typing import Any

import pytest
from PIL import Image
from tests.dialects.runtimes import Client
from tests.dialects.videocms.films import cookie_of, put_film
from tests.factories import NOON, actor_of

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import asset_folder
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.update import edit_video
from vitascope.http.runtime import Runtime


def picture(width: int, form: str = "JPEG") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (width, 90), "navy").save(written, form)
    return written.getvalue()


def put_poster(runtime: Runtime, film: VideoEntry, width: int = 160) -> None:
    assert film.media is not None
    key = f"{asset_folder(film.media.uuid)}/poster.jpg"
    runtime.store.put(key, io.BytesIO(picture(width)))
    with runtime.db.begin() as tx:
        update_asset(tx, film.media.id, now=NOON, has_poster=True)


def choose_picture(runtime: Runtime, owner: User, film: VideoEntry, width: int) -> None:
    key = f"videos/{film.video.uuid}/chosen.jpg"
    runtime.store.put(key, io.BytesIO(picture(width)))
    with runtime.db.begin() as tx:
        fields = VideoFields(poster_key=key)
        edit_video(tx, actor_of(owner), film.video.id, fields, now=NOON)


def path_of(film: VideoEntry, file: str = "4x4.webp", prefix: str = "/videos/qualitys") -> str:
    return f"{prefix}/{film.video.uuid}/image/thumb/{file}"


def width_of(client: Client, path: str, **shown: Any) -> int:
    """How wide the picture is; it has to be WebP."""
    answer = client.get(path, **shown)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    with Image.open(io.BytesIO(answer.content), formats=["WEBP"]) as found:
        return found.width


def is_nothing(client: Client, path: str, **shown: Any) -> bool:
    answer = client.get(path, **shown)
    return (answer.status_code, answer.content) == (404, b"")


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


@pytest.mark.parametrize("prefix", ["/videos/qualitys", ""])
def test_pictures_need_no_token(
    client: Client, runtime: Runtime, film: VideoEntry, prefix: str
) -> None:
    put_poster(runtime, film)

    head = client.head(path_of(film, prefix=prefix))

    assert width_of(client, path_of(film, prefix=prefix)) == 160
    assert (head.status_code, head.content) == (200, b"")


def test_the_contact_sheet_goes_before_the_poster(
    client: Client, runtime: Runtime, film: VideoEntry
) -> None:
    put_poster(runtime, film)
    assert film.media is not None
    key = f"{asset_folder(film.media.uuid)}/contact.webp"
    runtime.store.put(key, io.BytesIO(picture(640, "WEBP")))

    assert width_of(client, path_of(film)) == 640


def test_a_chosen_picture_has_an_address_of_its_own(
    client: Client, runtime: Runtime, film: VideoEntry, bob: User
) -> None:
    put_poster(runtime, film)
    choose_picture(runtime, bob, film, 320)

    assert width_of(client, path_of(film, f"link-{film.video.uuid}.webp")) == 320
    assert width_of(client, path_of(film)) == 160


def test_what_there_is_not_is_an_empty_404(
    client: Client, runtime: Runtime, film: VideoEntry, ada: User
) -> None:
    other = put_film(runtime, ada, content="another clip")
    choose_picture(runtime, ada, other, 320)
    put_poster(runtime, other)

    uuid = other.video.uuid
    assert is_nothing(client, path_of(film))
    assert is_nothing(client, path_of(film, f"link-{film.video.uuid}.webp"))
    assert is_nothing(client, path_of(film, f"link-{uuid}.webp"))
    assert is_nothing(client, path_of(other, "poster.jpg"))
    assert is_nothing(client, "/videos/qualitys/film/image/thumb/4x4.webp")


def test_pictures_of_what_is_not_for_everybody_are_for_those_who_may_see_it(
    client: Client, runtime: Runtime, bob: User
) -> None:
    locked = put_film(runtime, bob, privacy=Privacy.PASSWORD, passwords=["sesame"])
    private = put_film(runtime, bob, privacy=Privacy.PRIVATE)
    put_poster(runtime, locked)

    shown = cookie_of(runtime, locked)
    assert is_nothing(client, path_of(locked))
    assert width_of(client, path_of(locked), headers=shown) == 160
    assert is_nothing(client, path_of(private), headers=cookie_of(runtime, private))
