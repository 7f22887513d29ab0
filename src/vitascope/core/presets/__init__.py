"""Player presets: how a player looks and behaves."""
