"""Folders: how owners keep their videos in order."""
