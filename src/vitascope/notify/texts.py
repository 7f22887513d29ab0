"""What the mails say."""

from vitascope.notify.letter import Letter
from vitascope.notify.site import Site


def verify_email(site: Site, to: str, username: str, link: str) -> Letter:
    return _letter(
        site,
        to,
        "verify your e-mail address",
        f"Hello {username},",
        f"somebody, probably you, has registered at {site.name} with this address. Open this "
        "link within an hour to show that it is yours:",
        link,
        "If it was not you, do nothing: without the link the address stays unverified.",
    )


def verify_new_address(site: Site, to: str, username: str, link: str) -> Letter:
    return _letter(
        site,
        to,
        "verify your new e-mail address",
        f"Hello {username},",
        f"this shall be your new address at {site.name}. Open this link within an hour to "
        "show that it is yours:",
        link,
        "Until then the old one stays. If you did not ask for this, do nothing.",
    )


def verify_registration(site: Site, to: str, username: str, link: str) -> Letter:
    return _letter(
        site,
        to,
        "verify your e-mail address",
        "Hello,",
        f"somebody, probably you, has asked to join {site.name} as {username} with this "
        "address. Open this link within an hour to show that it is yours:",
        link,
        "Another mail will tell you whether you can join. If it was not you, do nothing.",
    )


def reset_password(site: Site, to: str, username: str, link: str) -> Letter:
    return _letter(
        site,
        to,
        "choose a new password",
        f"Hello {username},",
        f"somebody, probably you, has asked for a new password at {site.name}. Open this link "
        "within an hour to choose one:",
        link,
        "If it was not you, do nothing: your password stays as it is.",
    )


def create_password(site: Site, to: str, username: str, link: str) -> Letter:
    return _letter(
        site,
        to,
        "choose your password",
        f"Hello {username},",
        f"you can now use {site.name}; your username is {username}. Open this link within "
        "seven days to choose a password:",
        link,
    )


def registration_requested(
    site: Site, to: str, registration_id: int, username: str, email: str, reason: str
) -> Letter:
    return _letter(
        site,
        to,
        f"{username} asks to join",
        "Hello,",
        f"{username} ({email}) asks to join {site.name}, and says:",
        _quoted(reason),
        "Accept or reject the request where you manage users, or on the server with "
        f'vitascope user accept {registration_id} --response "…".',
    )


def registration_accepted(
    site: Site, to: str, username: str, response: str, link: str | None
) -> Letter:
    """``link`` verifies the address of somebody who has yet to do that before logging in."""
    first: tuple[str, ...] = ()
    if link is not None:
        first = (
            "Before you do, open this link within an hour to show that this address is yours:",
            link,
        )
    return _letter(
        site,
        to,
        "you can join",
        f"Hello {username},",
        f"you can join {site.name}. The answer to your request:",
        _quoted(response),
        f"Log in as {username} with the password that you chose: {site.url}/login",
        *first,
    )


def registration_rejected(site: Site, to: str, username: str, response: str) -> Letter:
    return _letter(
        site,
        to,
        "your request to join",
        f"Hello {username},",
        f"you cannot join {site.name}. The answer to your request:",
        _quoted(response),
    )


def blocked(site: Site, to: str, username: str, reason: str | None) -> Letter:
    why = [] if reason is None else ["The reason:", _quoted(reason)]
    return _letter(
        site,
        to,
        "you have been blocked",
        f"Hello {username},",
        f"you have been blocked at {site.name} and cannot log in any more.",
        *why,
    )


def unblocked(site: Site, to: str, username: str) -> Letter:
    return _letter(
        site,
        to,
        "you can log in again",
        f"Hello {username},",
        f"you are no longer blocked at {site.name} and can log in again: {site.url}/login",
    )


def webhook_paused(site: Site, to: str, username: str, host: str, *, is_gone: bool) -> Letter:
    why = (
        f"{host} has answered that it has no such webhook any more"
        if is_gone
        else f"50 attempts in a row to send something to {host} have failed"
    )
    return _letter(
        site,
        to,
        f"your webhook at {host} is paused",
        f"Hello {username},",
        f"{why}, so {site.name} sends nothing there for now. What happens meanwhile is kept "
        "for 30 days.",
        "The webhook's page shows what was sent and what was answered. Switch the webhook on "
        "again when all is well, and what waits is sent; or remove it.",
    )


def _letter(site: Site, to: str, subject: str, *paragraphs: str) -> Letter:
    text = "\n\n".join((*paragraphs, f"{site.name}\n{site.url}"))
    return Letter(to=to, subject=f"{site.name}: {subject}", text=f"{text}\n")


def _quoted(words: str) -> str:
    """What somebody wrote, so that nobody takes it for words of the server."""
    return "\n".join(f"> {line}".rstrip() for line in words.splitlines())
