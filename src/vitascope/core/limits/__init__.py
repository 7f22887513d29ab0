"""How often each caller came lately, counted for all servers that share one database."""
