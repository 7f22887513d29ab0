"""What opens a store."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageOptions:
    """``url`` is ``file:PATH`` or ``s3://bucket/prefix``; the rest is for S3."""

    url: str
    endpoint: str | None = None
    """Address of the S3 server; None for the region's own."""
    public_endpoint: str | None = None
    """Address of the same server as viewers reach it, for signed URLs; None when it is one."""
    region: str = "us-east-1"
    access_key: str = ""
    secret_key: str = field(default="", repr=False)
    trusted_network: bool = False
    """Nobody can change bytes on the way to the endpoint, so they need no hash without TLS."""
