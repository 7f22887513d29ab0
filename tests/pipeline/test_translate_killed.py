import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from tests.pipeline.translating import event_of, long_caption, made_of, naming, wish
from tests.translators import Reply, Request, model, serving

from vitascope.core.settings.model import TranslationProvider
from vitascope.pipeline.translate import translate_caption
from vitascope.pipeline.workshop import Workshop


@pytest.mark.journey
async def test_a_worker_killed_between_two_batches_pays_for_none_twice(
    shop: Workshop, tmp_path: Path
) -> None:
    vtt = long_caption(100)
    children: list[asyncio.subprocess.Process] = []

    def killing(request: Request) -> Reply:
        if len(server.asked) == 2:
            # It has been sent what comes second, and never hears of it.
            os.kill(children[0].pid, signal.SIGKILL)
        return model(request)

    with serving(killing) as server:
        shop = naming(shop, TranslationProvider.OPENAI, server.url)
        asked = wish(shop, vtt)
        address = shop.db.url.render_as_string(hide_password=False)
        children.append(
            await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.pipeline.killed_translation"),
                *(address, str(tmp_path), server.url, str(asked.id)),
            )
        )
        exit_code = await children[0].wait()
        sent = [len(texts) for texts in server.texts]
        await translate_caption(shop, event_of(asked))

    assert (exit_code, sent) == (-signal.SIGKILL, [40, 40])
    assert [len(texts) for texts in server.texts] == [40, 40, 40, 20]
    assert server.texts[2] == server.texts[1]
    assert made_of(shop, asked) == (
        "French (automatic)",
        vtt.replace("Line number", "LINE NUMBER"),
    )
