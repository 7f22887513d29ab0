"""Heartbeats: what a player tells an address of the video's owner while it plays."""
