"""The HTML that puts a player on somebody's page."""

import html
import json
import uuid
from urllib.parse import urlsplit

from vitascope.dialects.vsrc.ids import media_id

# ``var``, since two players on one page would otherwise declare one constant twice.
# ``debug`` is the host the vendor's own player asks instead of the vendor's.
_CODE = """\
<video id="{element}" class="video-js vjs-default-skin" controls></video>

<!-- VSRCPlayer Library -->
<script src="{script}"></script>

<script>
  var player = new VSRCPlayer('#{element}', {{
    type: 'vod',
    mediaId: '{media}',
    debug: {host},
    onReady: (playerInstance) => {{
      console.log('The player is ready');
    }},
    onError: (error) => {{
      console.error('The player failed', error);
    }}
  }});
</script>
"""


def embed_code(public_url: str, video: uuid.UUID) -> str:
    media = media_id(video)
    return _CODE.format(
        element=f"vod-player-{video}",
        script=html.escape(f"{public_url}/dist/vsrc-player.js"),
        media=media,
        host=json.dumps(urlsplit(public_url).netloc),
    )
