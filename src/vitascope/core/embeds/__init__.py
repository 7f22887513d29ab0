"""Videos on other sites: the tokens that show them there, and who plays what by them."""
