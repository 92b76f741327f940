"""The set, read by what programs read it with: public schemas, OSCAL's own library, a spreadsheet, Word."""

import csv
import io
import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import docx
import jsonschema
import pytest
from lxml import etree

from auditor.report.edition import Edition

HERE = Path(__file__).parent / "schemas"
TRESTLE = """
import sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.poam import PlanOfActionAndMilestones
for name in sys.argv[1:]:
    path = Path(name)
    model = PlanOfActionAndMilestones if "poam" in path.name else AssessmentResults
    read = model.oscal_read(path)
    assert read is not None and "1.1.3" in str(read.metadata.oscal_version), name
    print(path.name, len(read.results) if hasattr(read, "results") else len(read.poam_items))
"""


METASCHEMA = """
import logging, sys
from oscal import OSCAL
logging.disable()
for name in sys.argv[1:]:
    read = OSCAL.load(name)
    print(read.is_valid, read.oscal_version, read.validation_errors)
"""
"""NIST's metaschema as the package `oscal` holds it: what is required, data types, allowed values. Keys that
there are not are the business of compliance-trestle.
"""


@pytest.mark.parametrize("places", ["shown", "withheld"])
def test_sarif_by_the_schema_of_its_standard(the_set, places):
    schema = json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    log = json.loads((the_set / f"scan-sarif-{places}.sarif").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    results = log["runs"][0]["results"]
    assert len(results) >= 15
    assert all(result["level"] != "none" for result in results)


@pytest.mark.parametrize("places", ["shown", "withheld"])
def test_junit_by_the_schema_of_jenkins(the_set, places):
    schema = etree.XMLSchema(etree.parse(HERE / "junit-10.xsd"))
    schema.assertValid(etree.parse(the_set / f"scan-junit-{places}.xml"))


def test_json_by_the_published_schemas(the_set):
    schemas = files("auditor.report") / "schemas"
    for schema, pattern in (("audit-v1", "json-*.json"), ("json-v1", "scan-json-*.json")):
        table = json.loads((schemas / f"{schema}.schema.json").read_text("utf-8"))
        found = sorted(the_set.glob(pattern))
        assert found
        for path in found:
            jsonschema.Draft202012Validator(table).validate(json.loads(path.read_text("utf-8")))


def test_oscal_by_compliance_trestle(the_set):
    names = sorted(str(path) for path in the_set.glob("oscal*.oscal.json"))
    assert len(names) == 6
    told = subprocess.run(
        [sys.executable, "-c", TRESTLE, *names], capture_output=True, text=True, check=False, timeout=180
    )
    assert told.returncode == 0, told.stderr[-2000:]
    assert all(int(line.split()[1]) > 0 for line in told.stdout.splitlines())


def test_oscal_by_the_metaschema_of_nist(the_set, tmp_path):
    names = sorted(str(path) for path in the_set.glob("oscal*.oscal.json"))
    broken = json.loads(Path(names[0]).read_text("utf-8"))
    (model,) = broken
    del broken[model]["metadata"]["title"]
    (tmp_path / "broken.json").write_text(json.dumps(broken), "utf-8")
    told = subprocess.run(
        [sys.executable, "-c", METASCHEMA, *names, str(tmp_path / "broken.json")],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        cwd=tmp_path,
    )
    assert told.returncode == 0, told.stderr[-2000:]
    *verdicts, refused = [line.split(maxsplit=2) for line in told.stdout.splitlines()]
    assert refused[0] == "False"
    assert "title" in refused[2]
    assert verdicts == [["True", "v1.1.3", "[]"]] * 6


@pytest.mark.parametrize("edition", Edition)
def test_tables_by_a_csv_reader(the_set, edition):
    for name, first in (("csv", "control"), ("csv-actions", "number"), ("csv-findings", None)):
        text = (the_set / f"{name}-{edition}.csv").read_bytes().decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text), strict=True)
        assert len(rows) >= 3, name
        assert {len(row) for row in rows} == {len(head)}
        assert first is None or first in head
        assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)


@pytest.mark.parametrize("edition", Edition)
def test_word_by_its_library(the_set, edition):
    document = docx.Document(the_set / f"docx-{edition}.docx")
    titles = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert titles[:2] == ["Score", "Critical failures"]
    assert titles[-1] == "Method and limits"
    assert len(document.tables) > 8
    assert document.paragraphs[0].text == f"{edition.upper()} EDITION"


def test_gitlab_s_report_has_what_gitlab_asks_for(the_set):
    for places in ("shown", "withheld"):
        entries = json.loads((the_set / f"scan-gitlab-{places}.json").read_text("utf-8"))
        assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 10
        for entry in entries:
            assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert entry["location"]["lines"]["begin"] >= 1
            assert entry["location"]["path"]
