"""Views: how often a video was watched."""
