"""Channels: what videos are published under."""
