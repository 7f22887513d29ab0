"""Vitascope: a self-hosted video platform."""
