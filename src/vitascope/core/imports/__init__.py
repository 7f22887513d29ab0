"""Imports: bytes that we fetch ourselves, for people and for channels that follow others."""
