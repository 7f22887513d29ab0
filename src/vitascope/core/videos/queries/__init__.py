"""Queries of the videos area: what a row says, lists, and writing."""
