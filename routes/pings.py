"""What Streamlit's script asks before it opens its session."""

import json
from typing import Final

_HOST: Final = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": False,
    "resourceCrossOriginMode": None,
}

PINGS: Final = {"/_stcore/health": "ok", "/_stcore/host-config": json.dumps(_HOST, separators=(",", ":"))}
"""What Streamlit answers, by address. A public page brings the answers along: it saves two round trips and a fifth of
what a view costs; and Streamlit's answer sets a cookie, against forged uploads, that nobody needs who has not signed
in."""
