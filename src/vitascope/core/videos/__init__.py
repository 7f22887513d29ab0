"""Videos: what people see."""
