"""How somebody gets in: with a password, a code, or another service's word."""
