import pytest

from vitascope.core.access.rights import RIGHTS, Right
from vitascope.core.accounts.model import Role

# The table of facts/peertube/00-overview, section 4, by the numbers it has there: the words
# of this server, whether moderators have it. Administrators have all, users none.
TABLE = {
    1: (Right.MANAGE_USERS, True),
    2: (Right.MANAGE_SERVER_FOLLOW, False),
    3: (Right.MANAGE_LOGS, False),
    4: (Right.MANAGE_DEBUG, False),
    5: (Right.MANAGE_SERVER_REDUNDANCY, False),
    6: (Right.MANAGE_ABUSES, True),
    7: (Right.MANAGE_JOBS, False),
    8: (Right.MANAGE_CONFIGURATION, False),
    9: (Right.MANAGE_INSTANCE_PAGE, False),
    10: (Right.MANAGE_ACCOUNTS_BLOCKLIST, True),
    11: (Right.MANAGE_SERVERS_BLOCKLIST, True),
    12: (Right.MANAGE_VIDEO_BLOCKS, True),
    13: (Right.MANAGE_ANY_CHANNEL, True),
    14: (Right.REMOVE_ANY_VIDEO, True),
    15: (Right.REMOVE_ANY_PLAYLIST, True),
    16: (Right.MANAGE_ANY_COMMENT, True),
    17: (Right.UPDATE_ANY_VIDEO, True),
    18: (Right.UPDATE_ANY_PLAYLIST, False),
    19: (Right.GET_ANY_LIVE, False),
    20: (Right.SEE_ALL_VIDEOS, True),
    21: (Right.SEE_ALL_COMMENTS, True),
    22: (Right.CHANGE_VIDEO_OWNERSHIP, False),
    23: (Right.MANAGE_PLUGINS, False),
    24: (Right.MANAGE_REDUNDANCIES, False),
    25: (Right.MANAGE_VIDEO_FILES, False),
    26: (Right.RUN_TRANSCODING, False),
    27: (Right.MANAGE_VIDEO_IMPORTS, False),
    28: (Right.MANAGE_REGISTRATIONS, True),
    29: (Right.MANAGE_RUNNERS, False),
    30: (Right.MANAGE_USER_EXPORTS, False),
    31: (Right.MANAGE_USER_IMPORTS, False),
    32: (Right.MANAGE_WATCHED_WORDS, True),
    33: (Right.MANAGE_AUTO_TAGS, True),
}


def test_the_table_names_every_right_once() -> None:
    named = [right for right, _ in TABLE.values()]

    assert sorted(named) == sorted(Right)
    assert list(TABLE) == list(range(1, 34))


@pytest.mark.parametrize(("right", "is_moderators"), TABLE.values())
def test_each_role_has_the_rights_of_the_table(right: Right, *, is_moderators: bool) -> None:
    having = {role for role in Role if right in RIGHTS[role]}

    expected = {Role.ADMINISTRATOR, Role.MODERATOR} if is_moderators else {Role.ADMINISTRATOR}
    assert having == expected
