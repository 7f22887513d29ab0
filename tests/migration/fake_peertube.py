"""A PeerTube server with one user, as its API is documented, and as other versions were."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.migration.remotes import Answer, Asked, FakeServer, as_file, as_json

TOKEN = "t" * 40
HOST = "tube.example"
_NOT_LOGGED_IN = as_json({"status": 401}, 401)


def uuid_of(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def video(number: int, **changes: Any) -> dict[str, Any]:
    """A public video of ``tube.example``, as ``GET /videos/{id}`` shows it."""
    uuid = uuid_of(number)
    given: dict[str, Any] = {
        "id": number,
        "uuid": uuid,
        "name": f"Film {number}",
        "url": f"https://{HOST}/videos/watch/{uuid}",
        "category": {"id": None, "label": "Unknown"},
        "licence": {"id": None, "label": "Unknown"},
        "language": {"id": None, "label": "Unknown"},
        "privacy": {"id": 1, "label": "Public"},
        "state": {"id": 1, "label": "Published"},
        "nsfw": False,
        "description": None,
        "support": None,
        "tags": [],
        "isLive": False,
        "waitTranscoding": True,
        "downloadEnabled": True,
        "commentsPolicy": {"id": 1, "label": "Enabled"},
        "publishedAt": "2020-02-01T10:00:00.000Z",
        "originallyPublishedAt": None,
        "previewPath": None,
        "thumbnailPath": None,
        "channel": channel("films"),
        "files": [file(number, 720)],
        "streamingPlaylists": [],
    }
    return {**given, **changes}


def channel(name: str, **changes: Any) -> dict[str, Any]:
    given = {
        "id": 1,
        "name": name,
        "displayName": name.title(),
        "description": None,
        "support": None,
        "host": HOST,
    }
    return {**given, **changes}


def file(number: int, lines: int, **changes: Any) -> dict[str, Any]:
    path = f"/download/web-videos/{uuid_of(number)}-{lines}.mp4"
    given = {
        "id": number * 10000 + lines,
        "resolution": {"id": lines, "label": f"{lines}p"},
        "size": 1000,
        "fileUrl": f"https://{HOST}/static/web-videos/{uuid_of(number)}-{lines}.mp4",
        "fileDownloadUrl": f"https://{HOST}{path}",
        "hasAudio": True,
        "hasVideo": True,
    }
    return {**given, **changes}


class FakePeertube(FakeServer):
    """Knows ``videos``; what belongs to one is added with :meth:`put`. Pages are 2 long."""

    def __init__(self, *videos: dict[str, Any]) -> None:
        super().__init__()
        self.videos = list(videos)
        names = dict.fromkeys(each["channel"]["name"] for each in videos)
        me = {
            "username": "ada",
            "account": {"name": "ada", "host": HOST},
            "videoChannels": [channel(name) for name in names],
        }
        self.routes["/api/v1/users/me"] = self._for_user(as_json(me))
        self.routes["/api/v1/users/me/videos"] = self._list
        for each in videos:
            self.put(each["uuid"], "", each)

    def put(self, uuid: str, beside: str, shown: Any) -> None:
        """``shown`` at ``/videos/{uuid}{beside}``."""
        self.routes[f"/api/v1/videos/{uuid}{beside}"] = self._for_user(as_json(shown))

    def put_file(self, path: str, body: bytes, **options: Any) -> None:
        self.routes[path] = as_file(body, **options)

    def _list(self, asked: Asked) -> Answer:
        query = parse_qs(urlsplit(asked.path).query)
        start = int(query["start"][0])
        page = {"total": len(self.videos), "data": self.videos[start : start + 2]}
        return as_json(page) if _is_user(asked) else _NOT_LOGGED_IN

    def _for_user(self, answer: Answer) -> Any:
        return lambda asked: answer if _is_user(asked) else _NOT_LOGGED_IN


def _is_user(asked: Asked) -> bool:
    return asked.headers.get("authorization") == f"Bearer {TOKEN}"
