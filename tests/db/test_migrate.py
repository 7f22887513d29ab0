"""What people have survives an update."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.conftest import SECRET

from vitascope.core.schema import metadata
from vitascope.db import Database
from vitascope.db.migrate import is_current, migrate, upgrade


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database as the first version left it, with a video that has tags and a password."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/old.db", secret=SECRET)
    else:
        database = request.getfixturevalue("postgres_db")
        with database.begin() as tx:
            tx.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    upgrade(database, "0001")
    with database.begin() as tx:
        for statement in LIBRARY.strip().split(";\n"):
            tx.exec_driver_sql(statement)
    yield database
    database.close()


LIBRARY = """
INSERT INTO users (id, username, email, is_email_public, role, is_blocked, skips_review,
  preferences, allowances, feed_serial, created_at, updated_at)
  VALUES (1, 'ada', 'ada@example.org', false, 'user', false, false, '{}', '{}', 0, 1, 1);
INSERT INTO handles (name) VALUES ('ada');
INSERT INTO handles (name) VALUES ('ada_channel');
INSERT INTO accounts (id, user_id, name, display_name, created_at, updated_at)
  VALUES (1, 1, 'ada', 'Ada', 1, 1);
INSERT INTO channels (id, account_id, name, display_name, created_at, updated_at)
  VALUES (1, 1, 'ada_channel', 'Ada', 1, 1);
INSERT INTO videos (id, uuid, channel_id, title, folded_title, privacy, state, is_nsfw,
  waits_for_ready, downloads_allowed, comments_policy, views, likes, dislikes, created_at,
  updated_at) VALUES (7, '00000000000000000000000000000007', 1, 'A film', 'a film',
  'password', 'ready', false, false, true, 1, 5, 0, 0, 1, 1);
INSERT INTO video_passwords (id, video_id, sealed) VALUES (3, 7, 'sealed');
INSERT INTO tags (id, account_id, name, folded, color) VALUES (2, 1, 'Cats', 'cats', '#fff');
INSERT INTO video_tags (video_id, tag_id, position) VALUES (7, 2, 0)
"""


def test_an_update_loses_nothing(old: Database) -> None:
    migrate(old)

    with old.read() as tx:
        video = tx.execute(sa.text("SELECT id, title, views, folder_id FROM videos")).all()
        passwords = tx.execute(sa.text("SELECT video_id, sealed FROM video_passwords")).all()
        tags = tx.execute(sa.text("SELECT video_id, tag_id FROM video_tags")).all()
    assert [tuple(row) for row in video] == [(7, "A film", 5, None)]
    assert [tuple(row) for row in passwords] == [(7, "sealed")]
    assert [tuple(row) for row in tags] == [(7, 2)]
    assert is_current(old)


def test_an_updated_database_has_the_tables_of_the_code(old: Database) -> None:
    migrate(old)

    with old.read() as tx:
        found = sa.inspect(tx)
        columns = {
            table: {column["name"] for column in found.get_columns(table)}
            for table in found.get_table_names()
            if table != "alembic_version"
        }
    assert columns == {
        table.name: {column.name for column in table.columns}
        for table in metadata.sorted_tables
    }


def test_foreign_keys_are_watched_again_after_an_update(old: Database) -> None:
    migrate(old)

    with pytest.raises(sa.exc.IntegrityError), old.begin() as tx:
        tx.exec_driver_sql("INSERT INTO video_tags VALUES (4711, 4711, 0)")


def test_numbers_of_deleted_rows_are_not_used_again_after_an_update(tmp_path: Path) -> None:
    updated, new = (Database(f"sqlite:///{tmp_path}/{name}.db") for name in ("old", "new"))
    upgrade(updated, "0001")
    with updated.begin() as tx:
        for statement in LIBRARY.strip().split(";\n"):
            tx.exec_driver_sql(statement)
        tx.exec_driver_sql("UPDATE sqlite_sequence SET seq = 4711 WHERE name = 'videos'")
    migrate(updated)
    with new.begin() as tx:
        metadata.create_all(tx)

    with updated.read() as tx:
        last = tx.execute(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'videos'"))
        assert last.scalars().all() == [4711]
    assert _never_reused(updated) == _never_reused(new)
    updated.close()
    new.close()


def _never_reused(database: Database) -> set[str]:
    query = "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    with database.read() as tx:
        return set(tx.execute(sa.text(query)).scalars())
