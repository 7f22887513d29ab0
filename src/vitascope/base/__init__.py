"""Errors, ids and pages: standard library only, imported by everything."""
