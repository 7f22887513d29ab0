"""Reading and writing what players said."""
