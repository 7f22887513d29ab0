import pytest

from vitascope.fetch.errors import FetchError
from vitascope.fetch.translation.model import Pair
from vitascope.fetch.translation.opening import Named, open_translator


async def test_nobody_is_asked_whom_nobody_knows() -> None:
    with pytest.raises(FetchError, match="Nobody here is called parrot") as refused:
        async with open_translator(Named(provider="parrot"), Pair("en", "fr")):
            pass

    assert refused.value.permanent
