"""Moving in: copies of what people have on other servers, by those servers' APIs."""
