"""Playlists, segments, posters, downloads: bytes to players, authorised in one place."""
