"""Administrators in front of the pages, and others who try."""

from tests.factories import make_user

from vitascope.core.accounts.model import Role, User
from vitascope.db import Database


def make_root(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "root", Role.ADMINISTRATOR)
