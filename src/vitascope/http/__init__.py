"""Plumbing that the edges share: ranges, files, bodies, caches, dispatch. No rules."""
