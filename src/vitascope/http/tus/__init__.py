"""tus 1.0, the protocol of resumable uploads, for every edge that offers it."""
