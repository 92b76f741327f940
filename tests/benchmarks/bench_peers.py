"""Reading text, beside named peers on the same files in one run: pdftotext, unzip and grep, tesseract, lexbor.

Run from the repository root: python -m tests.benchmarks.bench_peers. Files are made here; a peer that is not
installed is said not to be measured. Seconds are wall time of one process each, so start-up counts for peers.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from auditor.collect.extract import read
from auditor.core.document import Resource

FILES = Path(__file__).resolve().parents[1] / "collect" / "extract" / "files"
WORDS = "We help families find a safe place to stay, day and night, and nobody asks for names. "
REPEATS = 5


def main() -> None:
    """Print one line for each pair."""
    print(f"{'what is read':44}{'auditor':>10}{'peer':>10}{'ratio':>8}  peer")
    with tempfile.TemporaryDirectory() as folder:
        for name, body, peer, command in _pairs(Path(folder)):
            path = Path(folder) / name
            path.write_bytes(body)
            own = _fastest(lambda body=body, name=name: read(Resource(f"https://example.org/{name}", body)))
            if shutil.which(command[0]) is None:
                print(f"{name:44}{own:9.3f}s{'':>10}{'':>8}  {peer}: not installed, not measured")
                continue
            words = [str(path) if word == "FILE" else word for word in command]
            other = _fastest(lambda words=words: subprocess.run(words, capture_output=True, check=False))
            print(f"{name:44}{own:9.3f}s{other:9.3f}s{own / other:8.1f}  {peer}")
    _growth()


def _pairs(folder: Path) -> list[tuple[str, bytes, str, list[str]]]:
    letter = (FILES / "letter.pdf").read_bytes()
    shell = ["sh", "-c", f"unzip -p {folder}/big.docx | grep -aoE '[0-9]+ [A-Z][a-z]+' | wc -l"]
    picture = _picture()
    return [
        ("letter.pdf", letter, "pdftotext", ["pdftotext", "FILE", "-"]),
        ("pages.pdf", _pages_pdf(200), "pdftotext", ["pdftotext", "FILE", "-"]),
        ("big.docx", _word(20_000), "unzip and grep", shell),
        ("scan.png", picture, "tesseract", ["tesseract", "FILE", "-"]),
    ]


def _pages_pdf(pages: int) -> bytes:
    """A PDF of many pages of forty lines each."""
    lines = " ".join(f"0 -16 Td ({WORDS.strip()}) Tj" for _ in range(40))
    content = f"BT /F1 9 Tf 40 800 Td {lines} ET"
    kids = " ".join(f"{4 + number} 0 R" for number in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        (
            f"<< /Type /Pages /Kids [{kids}] /Count {pages} /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> >>"
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(f"<< /Type /Page /Parent 2 0 R /Contents {4 + pages} 0 R >>" for _ in range(pages)),
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n"
    return out + end.encode() + b"%%EOF\n"


def _word(paragraphs: int) -> bytes:
    text = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>" * paragraphs
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document xmlns:w='w'><w:body>{text}</w:body></w:document>")
    return out.getvalue()


def _picture() -> bytes:
    """A page of print as a scanner would keep it."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 800), 255)
    draw = ImageDraw.Draw(page)
    for line in range(12):
        draw.text((60, 40 + line * 60), WORDS[:60], fill=0, font=ImageFont.load_default(32))
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()


def _growth() -> None:
    """Time against size for pages and scripts: what is read per second must not fall as they grow."""
    page = f"<div class='a'><p>{WORDS}<b>bold</b> and <a href='/x?a=1'>a link</a></p></div>\n"
    script = "var a={b:'text',c:[1,2,3]};function d(e){return e.f+'x'+e.g}\n"
    print(f"\n{'MB':>6}{'page MB/s':>12}{'script MB/s':>13}")
    for size in (0.25, 0.5, 1, 2, 4):
        speeds = []
        for piece, declared in ((page, "text/html"), (script, "text/javascript")):
            body = (piece * int(size * 1e6 / len(piece))).encode()
            speeds.append(
                len(body)
                / 1e6
                / _fastest(
                    lambda b=body, d=declared: read(Resource("https://e.org/x", b, d)), 3, time.process_time
                )
            )
        print(f"{size:6}{speeds[0]:12.1f}{speeds[1]:13.1f}")


def _fastest(
    action: Callable[[], object], repeats: int = REPEATS, clock: Callable[[], float] = time.perf_counter
) -> float:
    times = []
    for _ in range(repeats):
        started = clock()
        action()
        times.append(clock() - started)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
