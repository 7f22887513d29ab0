"""Everything that leaves for an address somebody gave: checked, pinned and bounded."""
