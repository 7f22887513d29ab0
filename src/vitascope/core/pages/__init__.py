"""Pages that administrators write: terms, a contact, an about."""
