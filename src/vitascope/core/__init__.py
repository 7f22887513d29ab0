"""The rules. One area a folder; edges call them, nothing here knows an edge."""
