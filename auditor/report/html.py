"""The audit as one self-contained HTML file: no script, no request, fit for paper and phone."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.report import words
from auditor.report.audit_values import AuditView
from auditor.report.charts import trend_chart
from auditor.report.followup_rows import Trend
from auditor.report.rows import SectionRow

if TYPE_CHECKING:
    from jinja2 import Environment

_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"


class AuditHtml:
    """HTML."""

    name = "html"
    extension = "html"
    binary = False

    def render(self, view: AuditView) -> bytes:
        """The whole file. Its own policy forbids every request and every style but the one it brings."""
        css = _style()
        text = (
            _environment()
            .get_template("audit.html.j2")
            .render(
                view=view,
                css=css,
                policy=f"default-src 'none'; style-src 'sha256-{_digest(css)}'; {_NOTHING_ELSE}",
                chart=trend_chart(view.trend),
                heat=_heat(view.sections, view.trend),
                words=words,
            )
        )
        return f"{text.strip()}\n".encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("auditor.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["link"] = safe_link
    return environment


@cache
def _style() -> str:
    return files("auditor.report").joinpath("templates", "report.css").read_text(encoding="utf-8").strip()


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def safe_link(url: str) -> str:
    """`url` when it is an ordinary web address, else nothing: profiles come from others too."""
    parts = urlsplit(url)
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _heat(sections: Sequence[SectionRow], trend: Sequence[Trend]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Section by quarter: for each cell its words and its level, 0 lowest to 4 highest."""
    if len(trend) < 2:
        return []
    return [
        (section.title, [_cell(quarter.sections[index]) for quarter in trend])
        for index, section in enumerate(sections)
    ]


def _cell(share: float | None) -> tuple[str, str]:
    if share is None:
        return "–", "none"
    level = sum(share >= bound for bound in (25, 50, 75, 90))
    return words.percent(share), str(level)
