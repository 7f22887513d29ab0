"""Captchas: proof that a person is asking."""
