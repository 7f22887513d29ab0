from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_request
from tests.dialects.peertube.shapes import NOON_TEXT, problem
from tests.dialects.runtimes import Client
from tests.factories import make_user

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.registration.model import (
    RegistrationState,
    SignupMode,
    SignupPolicy,
)
from vitascope.core.registration.queries import get_registration
from vitascope.db import Database
from vitascope.jobs import pending

REGISTER = "/api/v1/users/register"
REQUEST = "/api/v1/users/registrations/request"
LIST = "/api/v1/users/registrations"

OPEN = SignupPolicy(mode=SignupMode.OPEN)
APPROVAL = SignupPolicy(mode=SignupMode.APPROVAL)
CLEO = {"username": "cleo", "password": "a long word", "email": "cleo@example.org"}
CHANNEL = {"name": "cleo_films", "displayName": "Films of Cleo"}
REASON = {"registrationReason": "I make films"}


def shown(number: int = 1, username: str = "cleo", **changes: Any) -> dict[str, Any]:
    return {
        "id": number,
        "state": {"id": 1, "label": "Pending"},
        "registrationReason": "I make films",
        "moderationResponse": None,
        "username": username,
        "email": f"{username}@example.org",
        "emailVerified": None,
        "accountDisplayName": username,
        "channelHandle": None,
        "channelDisplayName": None,
        "createdAt": NOON_TEXT,
        "updatedAt": NOON_TEXT,
        "user": None,
        **changes,
    }


def faulty(path: str, operation: str, **faults: str) -> dict[str, Any]:
    detail = f"Incorrect request parameters: {', '.join(faults)}"
    return {
        **problem(400, "Bad Request", detail, operation=operation),
        "instance": path,
        "invalid-params": {
            name: {"type": "field", "msg": message, "path": name, "location": "body"}
            for name, message in faults.items()
        },
    }


def joined(db: Database, username: str = "cleo") -> tuple[User, list[str]] | None:
    """The user with the names of the channels."""
    with db.read() as tx:
        user = find_user_by_login(tx, username)
        if user is None:
            return None
        channels = list_account_channels(tx, user.account.id, count=10).items
    return user, [channel.name for channel in channels]


def test_where_joining_is_open_a_user_is_made_at_once(
    client: Client, change: Change, db: Database
) -> None:
    change(signup=SignupPolicy(mode=SignupMode.OPEN, quota_bytes=10**9))

    answer = client.post(REGISTER, json={**CLEO, "displayName": "Cleo", "channel": CHANNEL})

    found = joined(db)
    assert (answer.status_code, answer.content) == (204, b"")
    assert found is not None
    user, channels = found
    assert (user.username, user.email, user.email_verified) == (
        "cleo",
        "cleo@example.org",
        None,
    )
    assert (user.account.display_name, user.quota_bytes) == ("Cleo", 10**9)
    assert channels == ["cleo_films"]


def test_who_joined_may_log_in(client: Client, change: Change) -> None:
    change(signup=OPEN)
    client.post(REGISTER, json=CLEO)
    program = client.get("/api/v1/oauth-clients/local").json()

    answer = client.post(
        "/api/v1/users/token",
        data={
            **program,
            "grant_type": "password",
            "username": "cleo",
            "password": "a long word",
        },
    )

    assert answer.status_code == 200


def test_a_mail_is_sent_where_addresses_are_verified(
    client: Client, change: Change, db: Database
) -> None:
    change(signup=SignupPolicy(mode=SignupMode.OPEN, verifies_email=True))

    client.post(REGISTER, json=CLEO)

    found = joined(db)
    assert found is not None
    assert found[0].email_verified is False
    with db.read() as tx:
        assert pending(tx) == [
            ("EmailVerificationAsked", {"user_id": found[0].id, "is_pending": False})
        ]


@pytest.mark.parametrize(
    ("policy", "path", "detail"),
    [
        (SignupPolicy(), REGISTER, "Nobody can register on this server"),
        (SignupPolicy(), REQUEST, "Nobody can register on this server"),
        (APPROVAL, REGISTER, "This server wants to approve who joins: send a request"),
        (
            SignupPolicy(mode=SignupMode.OPEN, most_users=0),
            REGISTER,
            "This server takes no more users",
        ),
        (
            SignupPolicy(mode=SignupMode.OPEN, allowed_networks=("192.0.2.0/24",)),
            REGISTER,
            "Nobody can register from this network",
        ),
    ],
)
def test_nobody_joins_who_may_not(
    client: Client, change: Change, policy: SignupPolicy, path: str, detail: str
) -> None:
    change(signup=policy)

    # Told before anything is said about the fields.
    answer = client.post(path, json={})

    operation = "registerUser" if path == REGISTER else "requestRegistration"
    expected = problem(403, "Forbidden", detail, operation=operation)
    assert (answer.status_code, answer.json()) == (403, expected)


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"username": None, "email": None}, {"username": "Is missing", "email": "Is missing"}),
        (
            {"password": "short"},
            {"password": "A password has 6 to 255 characters"},
        ),
        (
            {"username": "Cleo!"},
            {
                "username": "A name has 1 to 50 lower-case letters, digits or underscores; "
                "dots and hyphens may stand inside it"
            },
        ),
        ({"email": "nobody at all"}, {"email": "This is not an e-mail address"}),
        ({"channel": {"name": "films"}}, {"channel.displayName": "Is missing"}),
        (
            {"channel": {"name": "cleo", "displayName": "Cleo"}},
            {"channel.name": "A channel cannot have the name of its user"},
        ),
    ],
)
def test_faulty_fields_are_named(
    client: Client,
    change: Change,
    db: Database,
    changes: dict[str, Any],
    faults: dict[str, str],
) -> None:
    change(signup=OPEN)

    answer = client.post(REGISTER, json={**CLEO, **changes})

    expected = faulty(REGISTER, "registerUser", **faults)
    assert (answer.status_code, answer.json()) == (400, expected)
    assert joined(db) is None


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"username": "ada"}, "This name or address is taken"),
        ({"username": "ada_channel"}, "This name or address is taken"),
        ({"email": "ada@example.org"}, "This name or address is taken"),
        (
            {"channel": {"name": "ada_channel", "displayName": "Mine"}},
            "The name ada_channel is taken",
        ),
    ],
)
def test_what_is_taken_is_a_conflict(
    client: Client, change: Change, ada: User, changes: dict[str, Any], detail: str
) -> None:
    change(signup=OPEN)

    answer = client.post(REGISTER, json={**CLEO, **changes})

    expected = problem(409, "Conflict", detail, operation="registerUser")
    assert (answer.status_code, answer.json()) == (409, expected)


def test_where_joining_is_approved_a_request_is_left(
    client: Client, change: Change, db: Database
) -> None:
    change(signup=SignupPolicy(mode=SignupMode.APPROVAL, verifies_email=True))
    names = {"displayName": "Cleo", "channel": CHANNEL}

    answer = client.post(REQUEST, json={**CLEO, **REASON, **names})

    expected = shown(
        emailVerified=False,
        accountDisplayName="Cleo",
        channelHandle="cleo_films",
        channelDisplayName="Films of Cleo",
    )
    assert (answer.status_code, answer.json()) == (200, expected)
    assert joined(db) is None
    with db.read() as tx:
        assert pending(tx) == [
            ("RegistrationRequested", {"registration_id": 1}),
            ("RegistrationVerificationAsked", {"registration_id": 1}),
        ]


def test_a_request_needs_a_reason(client: Client, change: Change) -> None:
    change(signup=APPROVAL)

    answer = client.post(REQUEST, json=CLEO)

    expected = faulty(REQUEST, "requestRegistration", registrationReason="Is missing")
    assert (answer.status_code, answer.json()) == (400, expected)


def test_nobody_asks_where_joining_is_open(client: Client, change: Change) -> None:
    change(signup=OPEN)

    answer = client.post(REQUEST, json={**CLEO, **REASON})

    expected = faulty(
        REQUEST,
        "requestRegistration",
        registrationReason="Nobody has to ask here: register at once",
    )
    assert (answer.status_code, answer.json()) == (400, expected)


def test_two_requests_for_one_name_are_a_conflict(
    client: Client, change: Change, db: Database
) -> None:
    make_request(db)
    change(signup=APPROVAL)

    answer = client.post(REQUEST, json={**CLEO, **REASON, "email": "other@example.org"})

    expected = problem(
        409,
        "Conflict",
        "Somebody has asked for this name, address or channel already",
        operation="requestRegistration",
    )
    assert (answer.status_code, answer.json()) == (409, expected)


def test_requests_are_listed_for_moderators(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    make_request(db, "cleo")
    make_request(
        db,
        "dido",
        state=RegistrationState.ACCEPTED,
        response="Welcome",
        user_id=mod.id,
        email_verified=True,
    )

    answer = client.get(f"{LIST}?sort=state", headers=login(mod))

    accepted = shown(
        2,
        "dido",
        state={"id": 3, "label": "Accepted"},
        moderationResponse="Welcome",
        emailVerified=True,
        user={"id": mod.id},
    )
    assert (answer.status_code, answer.json()) == (
        200,
        {"total": 2, "data": [shown(1), accepted]},
    )


def test_requests_are_searched_sorted_and_paged(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    for name in ("cleo", "dido", "cleopatra"):
        make_request(db, name)
    headers = login(mod)

    found = {
        query: [
            item["id"] for item in client.get(f"{LIST}?{query}", headers=headers).json()["data"]
        ]
        for query in ("search=CLEO", "search=dido@", "start=1&count=1", "count=0")
    }

    assert found == {
        "search=CLEO": [1, 3],
        "search=dido@": [2],
        "start=1&count=1": [2],
        "count=0": [],
    }


def test_an_unknown_order_of_requests_is_refused(
    client: Client, mod: User, login: Login
) -> None:
    answer = client.get(f"{LIST}?sort=username&count=101", headers=login(mod))

    assert (answer.status_code, sorted(answer.json()["invalid-params"])) == (
        400,
        ["count", "sort"],
    )


def test_an_accepted_request_makes_the_user(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    make_request(db, channel_name="cleo_films", channel_display_name="Films of Cleo")

    answer = client.post(
        f"{LIST}/1/accept", json={"moderationResponse": "Welcome"}, headers=login(mod)
    )

    found = joined(db)
    assert (answer.status_code, answer.content) == (204, b"")
    assert found is not None
    assert found[1] == ["cleo_films"]
    with db.read() as tx:
        asked = get_registration(tx, 1)
        told = pending(tx)
    assert (asked.state, asked.response, asked.user_id) == (
        RegistrationState.ACCEPTED,
        "Welcome",
        found[0].id,
    )
    assert told == [
        (
            "RegistrationAnswered",
            {
                "email": "cleo@example.org",
                "username": "cleo",
                "is_accepted": True,
                "response": "Welcome",
            },
        )
    ]


def test_a_rejected_request_makes_nobody_and_the_mail_can_be_kept_back(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    make_request(db)

    answer = client.post(
        f"{LIST}/1/reject",
        json={"moderationResponse": "Not now", "preventEmailDelivery": True},
        headers=login(mod),
    )

    assert (answer.status_code, answer.content) == (204, b"")
    assert joined(db) is None
    with db.read() as tx:
        assert get_registration(tx, 1).state is RegistrationState.REJECTED
        assert pending(tx) == []


def test_a_request_is_answered_once_and_with_words(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    make_request(db, state=RegistrationState.REJECTED)
    make_request(db, "dido")
    headers, path = login(mod), f"{LIST}/2/accept"

    twice = client.post(
        f"{LIST}/1/accept", json={"moderationResponse": "Welcome"}, headers=headers
    )
    silent = client.post(path, json={}, headers=headers)

    assert (twice.status_code, twice.json()) == (
        409,
        problem(
            409,
            "Conflict",
            "This request was answered already",
            operation="acceptRegistration",
        ),
    )
    assert (silent.status_code, silent.json()) == (
        400,
        faulty(path, "acceptRegistration", moderationResponse="Is missing"),
    )


def test_a_deleted_request_leaves_its_user(
    client: Client, mod: User, db: Database, login: Login
) -> None:
    with db.begin() as tx:
        cleo = make_user(tx, "cleo")
    make_request(db, state=RegistrationState.ACCEPTED, user_id=cleo.id)
    headers = login(mod)

    answer = client.delete(f"{LIST}/1", headers=headers)
    again = client.delete(f"{LIST}/1", headers=headers)

    assert (answer.status_code, answer.content) == (204, b"")
    assert (again.status_code, again.json()) == (
        404,
        problem(404, "Not Found", "No such registration: 1", operation="deleteRegistration"),
    )
    assert joined(db) is not None


def test_requests_are_no_business_of_others(
    client: Client, ada: User, db: Database, login: Login
) -> None:
    make_request(db)
    words = {"moderationResponse": "Welcome"}

    def asked(headers: dict[str, str]) -> list[int]:
        return [
            client.get(LIST, headers=headers).status_code,
            client.post(f"{LIST}/1/accept", json=words, headers=headers).status_code,
            client.post(f"{LIST}/1/reject", json=words, headers=headers).status_code,
            client.delete(f"{LIST}/1", headers=headers).status_code,
        ]

    assert asked({}) == [401] * 4
    assert asked(login(ada)) == [403] * 4
