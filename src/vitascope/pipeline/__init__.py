"""From a received source to a playable video: durable, idempotent steps."""
