"""A cluster of two workers: the same outcomes as here, whatever happens to a worker, and no secret in sight."""

import logging
import os
import pickle
import re
import shutil
import signal
import subprocess
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from auditor.confidential import Facts
from auditor.core.agency import Public
from auditor.core.document import Resource, Unchecked
from auditor.core.errors import ConfigurationError
from auditor.core.events import Cancel, ignore
from auditor.runner import Examined
from auditor.scan import cluster
from auditor.scan.cluster import Spread, Work, check_address, connected
from auditor.scan.crew import Wanted, in_this_process
from auditor.scan.remember import program_mark
from auditor.scan.run import Means, scan_targets

ADDRESS = "1247 North Maple Street"
pytestmark = pytest.mark.filterwarnings("ignore")  # the cluster's own libraries warn of what is none of ours


@pytest.fixture(scope="module")
def wanted():
    table = {"schema": 1, "address": [{"label": "shelter", "text": f"{ADDRESS}, Springfield, IL 62704"}]}
    return Wanted(Facts.from_table(table), Public())


@pytest.fixture(scope="module")
def two_workers():
    pytest.importorskip("distributed")
    from distributed import LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
        ) as made:
            yield made


def stream(count):
    for number in range(count):
        leak = ADDRESS if number % 3 == 0 else "nothing"
        yield Resource(f"https://a.example/{number}", f"<p>{leak}</p><p>{number}</p>".encode())
    yield Unchecked("https://a.example/gone", "timed out")


def summary(outcomes):
    return sorted(
        (o.url, "unchecked")
        if isinstance(o, Unchecked)
        else (o.url, *(f.excerpt for f in o.findings), *o.unchecked)
        for o in outcomes
    )


def here(wanted, count):
    return summary(in_this_process(wanted.examiner(()))(stream(count), Cancel()))


def test_any_executor_will_do(wanted):
    with ThreadPoolExecutor(2) as executor:
        there = Spread(wanted, (), executor, 2).examine_all(stream(50), Cancel())
        assert summary(there) == here(wanted, 50)


def test_a_cluster_finds_what_this_process_finds(wanted, two_workers):
    with connected(two_workers.scheduler_address) as (executor, slots):
        assert slots == 2
        there = Spread(wanted, (), executor, slots).examine_all(stream(100), Cancel())
        assert summary(there) == here(wanted, 100)


def test_a_worker_killed_in_the_middle_costs_nothing(wanted, two_workers):
    def interrupted():
        for number, item in enumerate(stream(200)):
            if number == 60:
                os.kill(next(iter(two_workers.workers.values())).pid, signal.SIGKILL)
            yield item

    with connected(two_workers.scheduler_address) as (executor, slots):
        there = list(Spread(wanted, (), executor, slots).examine_all(interrupted(), Cancel()))
    assert summary(there) == here(wanted, 200)


def test_a_whole_check_by_a_cluster(wanted, two_workers, tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.html").write_text(f"<p>{ADDRESS if number == 7 else number}</p>")
    found = [
        scan_targets(
            [str(tmp_path)],
            wanted,
            listener=ignore,
            cancel=Cancel(),
            clock=lambda: datetime.now(UTC),
            means=means,
        )
        for means in (Means(0), Means(cluster=two_workers.scheduler_address))
    ]
    assert [f.excerpt for f in found[0].findings] == [f.excerpt for f in found[1].findings]
    assert found[1].run.coverage.documents == 30


def broken(work):
    raise ValueError(repr(work))


def test_nothing_that_a_worker_prints_holds_a_fact(wanted, two_workers, monkeypatch, capfd):
    monkeypatch.setattr(cluster, "do", broken)
    with connected(two_workers.scheduler_address) as (executor, slots):
        outcomes = list(
            Spread(wanted, (), executor, slots).examine_all([Resource("https://a.example/", b"x")], Cancel())
        )
        logs = (
            repr(two_workers.scheduler.get_events())
            + repr(executor._client.get_worker_logs())
            + repr(executor._client.get_scheduler_logs())
        )
    out, err = capfd.readouterr()
    assert not outcomes[0].read
    for text in (out, err, logs, repr(Work(wanted, (), (), "")), str(Work(wanted, (), (), ""))):
        assert "Maple" not in text
        # The figures alone may stand by chance in a port, a time or a random name.
        assert not re.search(r"1247\W{1,3}N", text)


def test_another_version_of_the_program_is_not_believed(wanted):
    work = pickle.loads(pickle.dumps(Work(wanted, (), (Resource("https://a.example/", b"x"),), "another")))
    [outcome] = work.do()
    assert not outcome.read
    assert "another version" in outcome.unchecked[0].reason
    assert Work(wanted, (), (Resource("https://a.example/", b"x"),), program_mark()).do()[0].read


def test_cancelling_ends_the_work(wanted):
    cancel = Cancel()
    with ThreadPoolExecutor(1) as executor:
        outcomes = Spread(wanted, (), executor, 1).examine_all(stream(500), cancel)
        next(outcomes)
        cancel.set()
        assert len(list(outcomes)) < 200


def test_what_is_not_done_when_the_time_is_over_is_listed(wanted, monkeypatch):
    monkeypatch.setattr(cluster, "do", lambda work: time.sleep(2) or work.do())
    with ThreadPoolExecutor(1) as executor:
        outcomes = list(Spread(wanted, (), executor, 1).examine_all(stream(40), Cancel().within(0.5)))
    resources = [item for item in stream(40) if isinstance(item, Resource)]
    late = [o for o in outcomes if isinstance(o, Examined) and o.unchecked[0].reason.startswith("time limit")]
    assert sorted(o.url for o in late) == sorted(r.url for r in resources)


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.5:8786", "tcp://scheduler.example:8786", "tcp://[2001:db8::1]:8786", "tcp://0.0.0.0:8786"],
)
def test_facts_are_not_sent_over_a_network_in_clear(address):
    with pytest.raises(ConfigurationError, match="in clear"):
        check_address(address)


@pytest.mark.parametrize("address", ["", "host:8786", "http://host:8786", "tls://", "ws://127.0.0.1:1"])
def test_what_is_no_schedulers_address_is_refused(address):
    with pytest.raises(ConfigurationError, match="address"):
        check_address(address)


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786", "tls://host.example:8786"]
)
def test_this_machine_and_tls_are_accepted(address):
    check_address(address)


def test_nobody_there_is_an_error_of_one_line(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(ConfigurationError, match="no scheduler"), connected("tcp://127.0.0.1:9"):
        pass


def test_a_scheduler_with_tls(wanted, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    if not shutil.which("openssl"):
        pytest.skip("needs openssl")
    import dask
    from distributed import LocalCluster, Security

    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    names = {
        f"distributed.comm.tls.{side}.{part}": str(path)
        for side in ("client", "scheduler", "worker")
        for part, path in (("cert", cert), ("key", key))
    }
    with dask.config.set({"distributed.comm.tls.ca-file": str(cert), **names}):
        made = LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            processes=False,
            dashboard_address=None,
            protocol="tls://",
            security=Security(require_encryption=True),
        )
        with made, connected(made.scheduler_address) as (executor, slots):
            assert made.scheduler_address.startswith("tls://")
            there = Spread(wanted, (), executor, slots).examine_all(stream(5), Cancel())
            assert summary(there) == here(wanted, 5)


def fatal(work):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_document_that_ends_every_worker_is_listed(wanted, two_workers, monkeypatch):
    monkeypatch.setattr(cluster, "do", fatal)
    with connected(two_workers.scheduler_address) as (executor, slots):
        [outcome] = Spread(wanted, (), executor, slots).examine_all(
            [Resource("https://a.example/", b"x")], Cancel()
        )
    assert not outcome.read
    assert "ended the worker" in outcome.unchecked[0].reason
