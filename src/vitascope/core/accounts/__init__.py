"""People: users, the account each has, and the names accounts and channels share."""
