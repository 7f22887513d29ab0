"""What was copied here from which other server, so that copying it again goes on."""
