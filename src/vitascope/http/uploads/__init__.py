"""Bytes of uploads on their way in, whatever the protocol: files, locks, and the ending."""
