"""Looking without checking: what is read in a file, and what a crawl would visit."""


def test_fragments_are_shown_masked(cli, site, workspace):
    folder = site(index="<p title='ask at the desk'>Come to 1247 North Maple Street.</p>")
    ended = cli("scan", "--show-fragments", folder, "-q")
    assert ended.code == 0
    assert "[shelter]" in ended.out
    assert "html-attribute" in ended.out


def test_a_plan_is_for_websites(cli, site, workspace):
    ended = cli("scan", "--plan", site(index="x"))
    assert ended.code == 2
    assert "no website" in ended.err


def test_a_plan_of_a_website_that_is_not_there_is_inconclusive(cli, workspace):
    assert cli("scan", "--plan", "http://127.0.0.1:9/", "-q").code == 3
