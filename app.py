"""The launcher: ``streamlit run app.py``. The frame is in ``skillgap/ui/shell.py``."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from skillgap.settings import PACKAGE, VISITOR_COOKIE
from skillgap.web.health import HEALTH
from skillgap.web.order import FirstThingsFirst
from skillgap.web.security import SecurityHeaders, content_security_policy
from skillgap.web.startup import warm_up
from skillgap.web.visitor import VisitorKey

INDEX = Path(st.__file__).parent / "static" / "index.html"

app = st.App(
    PACKAGE / "ui" / "shell.py",
    lifespan=warm_up(["plotly.graph_objects", "babel.dates", "skillgap.ui.session"]),
    routes=[HEALTH],
    middleware=[
        Middleware(SecurityHeaders, policy=content_security_policy(INDEX)),
        Middleware(VisitorKey, cookie=VISITOR_COOKIE),
        Middleware(FirstThingsFirst),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
    ],
)
