"""Benchmarks: each compares ours with a yardstick measured in the same breath."""
