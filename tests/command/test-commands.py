#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line from outside: what it prints, where, and what it exits with.

test-commands.py PROGRAM SOURCE
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, SOURCE = sys.argv[1], Path(sys.argv[2])
SAMPLE = SOURCE / "data/samples/illustration.trama"
DAY = "2026-06-30"

# A clean environment without a display: no command needs one.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": tempfile.mkdtemp(), "LC_ALL": "C.UTF-8"}
tests = []


def run(*arguments, **more):
    environment = dict(ENVIRONMENT, **more)
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                          env=environment, timeout=120)
    return done.returncode, done.stdout, done.stderr


def test(function):
    tests.append(function)
    return function


def evaluate(*arguments):
    code, out, err = run("evaluate", *arguments, "--json")
    assert code == 0, err
    assert err == "", err
    return json.loads(out)


@test
def help_and_version():
    code, out, err = run("--help")
    assert code == 0 and err == ""
    for verb in ("evaluate", "report", "network", "export", "import", "validate"):
        assert verb in out, verb
        code, words, err = run(verb, "--help")
        assert code == 0 and err == "" and "--" in words, verb
    code, out, err = run("--version")
    assert code == 0 and out.startswith("trama ")


@test
def json_has_the_promised_shape():
    answer = evaluate(SAMPLE, "--as-of", DAY)
    assert list(answer)[:4] == ["method", "version", "as_of", "results"]
    assert answer["method"] == "profo" and answer["as_of"] == DAY
    assert len(answer["results"]) >= 5
    ids = None
    for result in answer["results"]:
        assert result["subject"]["type"] == "programme"
        assert len(result["subject"]["id"]) == 16
        criteria = result["criteria"]
        assert len(criteria) == 12
        ids = ids or [c["id"] for c in criteria]
        assert [c["id"] for c in criteria] == ids
        verdicts = [c["verdict"] for c in criteria]
        assert set(verdicts) <= {"met", "not-met", "unknown", "not-applicable"}
        met, unknown = verdicts.count("met"), verdicts.count("unknown")
        assert result["met"] == met
        assert result["at_most"] == met + unknown
        assert result["of"] == 12 - verdicts.count("not-applicable")
        assert result["judged"] == met + verdicts.count("not-met")
        for criterion in criteria:
            assert isinstance(criterion["weak"], bool)
            assert not criterion["weak"] or criterion["verdict"] == "met"
            assert (criterion["reason"] is None) == (criterion["verdict"] in ("met", "not-met"))
            assert criterion["grade"] in ("A", "B", "C", "D", None)
            assert not criterion["weak"] or criterion["grade"] in ("C", "D")
            for figure in criterion["figures"]:
                assert {"measure", "value", "unit", "threshold"} <= set(figure)
            assert len(set(criterion["records"])) == len(criterion["records"])
    cohort = answer["cohort"]
    assert cohort["band"] == [20, 30]
    inside = [r for r in answer["results"] if 20 <= (r["age_months"] or 0) <= 30]
    assert cohort["n"] == len(inside)
    assert cohort["at_least_4"] == sum(r["met"] >= 4 for r in inside)
    assert cohort["at_least_6"] == sum(r["met"] >= 6 for r in inside)


@test
def records_that_count_are_in_the_file():
    answer = evaluate(SAMPLE, "--as-of", DAY)
    text = SAMPLE.read_text(encoding="utf-8")
    named = {record for result in answer["results"] for c in result["criteria"]
             for record in c["records"]}
    assert len(named) > 50
    for record in named:
        assert f'"id":"{record}"' in text, record


@test
def programme_by_name_and_by_id():
    by_name = evaluate(SAMPLE, "--programme", "calzado franklin", "--as-of", DAY)["results"]
    assert len(by_name) == 1
    by_id = evaluate(SAMPLE, "-p", by_name[0]["subject"]["id"], "-a", DAY)["results"]
    assert by_name == by_id


@test
def the_sample_is_as_it_says():
    result = evaluate(SAMPLE, "-p", "Calzado Franklin", "-a", DAY)["results"][0]
    verdict = {c["id"]: c["verdict"] for c in result["criteria"]}
    assert result["age_months"] == 24
    assert verdict["finance"] == "not-met" and verdict["own-share"] == "not-met"
    assert verdict["product"] == "unknown"
    assert sum(c["weak"] for c in result["criteria"]) >= 1


@test
def an_earlier_date_is_another_answer():
    now = evaluate(SAMPLE, "-p", "Calzado Franklin", "-a", DAY)["results"][0]
    then = evaluate(SAMPLE, "-p", "Calzado Franklin", "-a", "2024-12-31")["results"][0]
    assert then["age_months"] < now["age_months"]
    assert then["met"] < now["met"]
    assert any(c["reason"] == "too-early" for c in then["criteria"])


@test
def second_method():
    answer = evaluate(SAMPLE, "--method", "network-results", "-a", DAY)
    assert answer["method"] == "network-results"
    assert all(len(r["criteria"]) == 8 for r in answer["results"])


@test
def today_and_source_date_epoch():
    code, out, err = run("evaluate", SAMPLE, "--json", SOURCE_DATE_EPOCH="1782777600")
    assert code == 0, err
    assert json.loads(out)["as_of"] == DAY


@test
def the_table_says_the_same():
    code, out, err = run("evaluate", SAMPLE, "-p", "Calzado Franklin", "-a", DAY)
    assert code == 0 and err == ""
    result = evaluate(SAMPLE, "-p", "Calzado Franklin", "-a", DAY)["results"][0]
    assert f"{result['met']}, at most {result['at_most']}, of 12 criteria met" in out
    assert "Basis" in out and "Questions that would settle most" in out


@test
def same_input_same_output():
    first = run("evaluate", SAMPLE, "--json", "-a", DAY)
    assert first == run("evaluate", SAMPLE, "--json", "-a", DAY)


@test
def wrong_usage_is_2():
    for arguments in (["evaluate"], ["evaluate", SAMPLE, SAMPLE], ["evaluate", SAMPLE, "--no-such"],
                      ["evaluate", SAMPLE, "--case", "jepara-cv06"],
                      ["evaluate", SAMPLE, "-p", "A", "-s", "B"],
                      ["methods", "more"], ["cases", "more"],
                      ["evaluate", SAMPLE, "--as-of", "2026-02-30"],
                      ["evaluate", SAMPLE, "--as-of", "yesterday"],
                      ["report", SAMPLE], ["import"], ["validate"]):
        code, out, err = run(*arguments)
        assert code == 2, (arguments, code, err)
        assert err.startswith("trama"), err
        assert out == ""


@test
def methods_and_cases():
    for verb, member in (("methods", "methods"), ("cases", "cases")):
        code, out, err = run(verb, "--json")
        assert code == 0 and err == "", err
        items = json.loads(out)[member]
        assert len({item["id"] for item in items}) == len(items) > 0
        keys = {"id", "title", "source"} | ({"subject", "basis"} if verb == "methods"
                                            else {"place", "year"})
        assert all(keys <= set(item) for item in items), verb
        code, table, err = run(verb)
        assert code == 0 and all(item["id"] in table for item in items)


@test
def a_case_by_a_method():
    answer = evaluate("--case", "suame-magazine-un98", "--method", "cluster-type")
    assert answer["as_of"] == "1998-12-31" and "cohort" not in answer
    result, = answer["results"]
    outcome = result["outcome"]
    assert outcome["id"] == "informal" and outcome["title"] == "Informal cluster"
    assert outcome["score"] == outcome["score_numerator"] / outcome["score_denominator"]
    assert outcome["margin"] == outcome["margin_numerator"] / outcome["margin_denominator"]
    assert outcome["runner_up"] in ("organized", "innovative", "park", "epz")
    assert set(result["against"]) == {c["id"] for c in result["criteria"]
                                      if c["verdict"] == "not-met"}
    assert result["moving_to"] is None
    code, out, err = run("evaluate", "--case", "suame-magazine-un98", "--method", "cluster-type")
    assert code == 0 and "Informal cluster" in out and "The document itself" in out


@test
def subjects_of_a_case():
    answer = evaluate("--case", "initiatives-ms01", "--method", "initiative-screen")
    assert len(answer["results"]) > 1
    one = evaluate("--case", "initiatives-ms01", "--method", "initiative-screen", "--subject",
                   answer["results"][0]["subject"]["name"])
    assert one["results"] == answer["results"][:1]
    before = evaluate("--case", "initiatives-ms01", "--method", "initiative-screen", "-a",
                      "1990-01-01")
    assert {r["outcome"]["id"] for r in before["results"]} == {"cannot-judge"}


@test
def a_method_file_of_ones_own():
    method = json.loads((SOURCE / "data/methods/cluster-type.json").read_text(encoding="utf-8"))
    folder = Path(tempfile.mkdtemp())
    own, wrong = folder / "own.json", folder / "wrong.json"
    method["margin"] = 3
    own.write_text(json.dumps(method), encoding="utf-8")
    result, = evaluate("--case", "suame-magazine-un98", "--method", own)["results"]
    assert result["outcome"]["id"] == "between" and result["outcome"]["nearest"] == "informal"
    method["outcomes"][0]["profile"]["technology"] = 7
    del method["criteria"][1]["rubric"][2]["anchor"]
    wrong.write_text(json.dumps(method), encoding="utf-8")
    code, out, err = run("evaluate", "--case", "suame-magazine-un98", "--method", wrong)
    assert code == 1 and out == "", out
    assert "wrong.json" in err and "outcomes / informal / profile, technology" in err, err
    assert "criteria / skills / rubric, anchor: missing" in err, err


@test
def initiatives_of_the_sample():
    results = evaluate(SAMPLE, "--method", "initiative-screen", "-a", DAY)["results"]
    assert len(results) > 3
    assert {r["outcome"]["id"] for r in results} <= {"likely", "doubtful", "unlikely",
                                                     "cannot-judge"}
    assert any(r["criteria"][0]["origin"] == "field" for r in results)


@test
def unknown_names_are_1_and_tell_the_known():
    code, out, err = run("evaluate", SAMPLE, "--method", "none")
    assert code == 1 and out == "" and "profo" in err and "trajectory" in err, err
    code, out, err = run("evaluate", "--case", "none", "--method", "cluster-type")
    assert code == 1 and out == "" and "suame-magazine-un98" in err, err
    code, out, err = run("evaluate", "--case", "jepara-cv06", "--method", "cluster-type", "-s", "x")
    assert code == 1 and "cluster" in err, err


@test
def input_at_fault_is_1():
    code, out, err = run("evaluate", "/nowhere/at-all.trama")
    assert code == 1 and "at-all.trama" in err
    code, out, err = run("evaluate", SAMPLE, "--programme", "No such")
    assert code == 1 and "No such" in err and "Calzado Franklin" in err


def broken(change):
    lines = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    change(lines)
    path = Path(tempfile.mkdtemp()) / "broken.trama"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def first_line(lines, kind):
    return next(i for i, line in enumerate(lines) if f'{{"record":"{kind}"' in line)


@test
def a_fault_is_told_with_its_place():
    where = {}

    def wrong_date(lines):
        i = first_line(lines, "activity")
        where["line"] = i + 1
        record = json.loads(lines[i].rstrip(",\n"))
        where["id"] = record["id"]
        record["date"] = "2026-13-01"
        lines[i] = json.dumps(record, ensure_ascii=False) + ",\n"

    path = broken(wrong_date)
    for verb in ("validate", "evaluate"):
        code, out, err = run(verb, path)
        said = out + err
        assert code == 1, verb
        for part in ("broken.trama", str(where["line"]), where["id"], "date", "2026-13-01"):
            assert part in said, (verb, part, said)


@test
def validate_is_silent_about_a_sound_file():
    code, out, err = run("validate", SAMPLE)
    assert code == 0 and err == "", err


@test
def hostile_files_end_in_a_message():
    folder = Path(tempfile.mkdtemp())
    cases = {
        "empty.trama": b"",
        "binary.trama": bytes(range(256)) * 64,
        "deep.trama": b"[" * 100000,
        "half.trama": SAMPLE.read_bytes()[:20000],
        "nul.trama": b'{"format":"trama\x00"}',
        "other.trama": b'{"format":"something else"}\n',
        "newer.trama": b'{"format":"trama","version":99,"document":"aaaaaaaaaaaaaaaa","saves":[],"records":[\n]}\n',
    }
    for name, content in cases.items():
        path = folder / name
        path.write_bytes(content)
        for verb in ("evaluate", "validate"):
            code, out, err = run(verb, path)
            assert code == 1, (name, verb, code)
            assert name in out + err, (name, verb, out, err)
    assert "newer" in run("validate", folder / "newer.trama")[1:][1].lower() \
        or "newer" in run("validate", folder / "newer.trama")[1].lower()
    code, out, err = run("evaluate", folder)
    assert code == 1


@test
def a_chart_to_each_format():
    folder = Path(tempfile.mkdtemp())
    for suffix, magic in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
        path = folder / f"c.{suffix}"
        code, out, err = run("chart", SAMPLE, "-c", "criteria", "-p", "Calzado Franklin", "-a", DAY,
                             "-o", path)
        assert code == 0, err
        assert path.read_bytes().startswith(magic)
    code, out, err = run("chart", SAMPLE, "-c", "none", "-p", "Calzado Franklin", "-o", "x.png")
    assert code == 2 and "criteria" in err


def network(*arguments):
    code, out, err = run("network", SAMPLE, *arguments, "--json")
    assert code == 0 and err == "", err
    return json.loads(out)


@test
def the_network_has_the_promised_shape():
    answer = network("-p", "Calzado Franklin", "-a", DAY)
    assert answer["as_of"] == DAY and answer["filter"] is None
    assert answer["subject"]["type"] == "programme" and len(answer["subject"]["id"]) == 16
    text = SAMPLE.read_text(encoding="utf-8")
    ids = [m["id"] for m in answer["measures"]]
    assert len(set(ids)) == len(ids) > 30
    for measure in answer["measures"]:
        assert {"value", "unit", "definition", "sentence", "by"} <= set(measure)
        if "nodes" in measure:
            assert len(measure["nodes"]) == answer["nodes"]
        else:
            assert all(f'"id":"{r}"' in text for r in measure["records"])
    figure = {m["id"]: m for m in answer["measures"]}
    assert figure["size"]["value"] == answer["nodes"] == len(figure["size"]["records"])
    assert figure["ties"]["value"] == answer["ties"] == len(figure["ties"]["records"])
    n = answer["nodes"]
    assert abs(figure["density"]["value"] - answer["pairs"] / (n * (n - 1) / 2)) < 1e-12
    partners = [node["value"] for node in figure["degree"]["nodes"]]
    assert sum(partners) == 2 * answer["pairs"]
    without = network("-p", "Calzado Franklin", "-a", DAY, "--without-broker", "-m", "size,ties")
    assert without["without_broker"] and without["ties"] < answer["ties"]
    assert [m["id"] for m in without["measures"]] == ["size", "ties"]
    fewer = network("-a", DAY, "--without-largest-owner-group", "-m", "size")
    assert fewer["nodes"] == network("-a", DAY, "-m", "size")["nodes"] - fewer["without_owner"]["firms"]


@test
def a_network_is_filtered_and_compared():
    whole = network("-a", DAY, "-m", "ties")
    parts = [network("-a", DAY, "-f", f"kind={kind}", "-m", "ties")["ties"]
             for kind in ("subcontracting", "supply", "sales", "co-operation", "information",
                          "finance", "service", "other", "unknown")]
    assert sum(parts) == whole["ties"] > 0
    assert "co-operation" in network("-f", "kind=co-operation", "-m", "ties")["filter"].lower()
    by_ego = network("-a", DAY, "--ego", "Calzados Lema", "--distance", "1", "-m", "degree")
    lema = [n for n in by_ego["measures"][0]["nodes"] if n["name"] == "Lema"
            or n["name"] == "Calzados Lema"]
    assert len(lema) == 1 and lema[0]["value"] == by_ego["nodes"] - 1
    change = network("--between", f"2025-06-30,{DAY}", "-m", "ties")["change"]
    for word in ("new", "kept", "lost"):
        assert change[word] == len(change[f"{word}_ties"]) == sum(k[word] for k in change["by_kind"])
    assert change["new"] + change["kept"] == whole["ties"]


@test
def a_masked_network_tells_of_nobody():
    answer = network("-p", "Calzado Franklin", "-a", DAY, "--for", "donor")
    assert answer["masked"] > 0
    assert all("nodes" not in m and "records" not in m and "introductions" not in m
               for m in answer["measures"])
    assert answer["ties"] == network("-p", "Calzado Franklin", "-a", DAY)["ties"]


@test
def a_network_asked_for_wrongly():
    for words in (["--filter", "kind=love"], ["--filter", "colour"], ["--measures", "charm"],
                  ["--between", "2026-01-01"], ["--between", "2026-01-01,2025-01-01"],
                  ["--distance", "2"], ["--for", "everybody"], ["-a", DAY, "--between", "a,b"]):
        code, out, err = run("network", SAMPLE, *words)
        assert code == 2 and out == "" and err, words
    for words in (["--ego", "Nobody at all"], ["--cluster", "Nowhere"], ["-p", "None"]):
        code, out, err = run("network", SAMPLE, *words)
        assert code == 1 and out == "" and err, words


@test
def a_network_in_every_layout():
    folder = Path(tempfile.mkdtemp())
    seen = set()
    for layout in ("tier-lanes", "supply-tiers", "overview", "careful", "communities", "circle",
                   "by-place"):
        out_file = folder / f"{layout}.svg"
        code, out, err = run("chart", SAMPLE, "-c", "network", "-p", "Calzado Franklin", "-a", DAY,
                             "--layout", layout, "-o", out_file)
        assert code == 0 and err == "", (layout, err)
        first = out_file.read_bytes()
        run("chart", SAMPLE, "-c", "network", "-p", "Calzado Franklin", "-a", DAY, "--layout",
            layout, "-o", out_file)
        assert out_file.read_bytes() == first, layout
        seen.add(first)
    assert len(seen) == 7
    for words in (["-c", "matrix", "--between", f"2025-06-30,{DAY}"],
                  ["-c", "matrix", "--order", "community", "-f", "kind=supply", "-a", DAY],
                  ["-c", "meetings", "-p", "Calzado Franklin", "-a", DAY],
                  ["-c", "network-series", "-p", "Calzado Franklin", "-a", DAY],
                  ["-c", "network", "--ego", "Calzados Lema", "--distance", "1", "-a", DAY]):
        code, out, err = run("chart", SAMPLE, *words, "-o", folder / "chart.svg")
        assert code == 0 and err == "" and b"<svg" in (folder / "chart.svg").read_bytes(), words
    for words in (["-c", "network", "--layout", "spiral"], ["-c", "matrix", "--order", "size"]):
        code, out, err = run("chart", SAMPLE, *words, "-o", folder / "x.svg")
        assert code == 2 and err and not (folder / "x.svg").exists()
    code, out, err = run("chart", SAMPLE, "-c", "network", "-p", "Calzado Franklin", "--for",
                         "donor", "-o", folder / "x.svg")
    assert code == 1 and "agreed" in err and not (folder / "x.svg").exists()


@test
def a_network_goes_out_and_comes_in_again():
    folder = Path(tempfile.mkdtemp())
    asked = network("-a", DAY, "-m", "isolated")
    ties, nodes = asked["ties"], asked["nodes"]
    tied = nodes - asked["measures"][0]["value"]
    for name in ("n.graphml", "n.gexf", "n.net"):
        code, out, err = run("export", SAMPLE, "-a", DAY, "-o", folder / name)
        assert code == 0 and err == "" and f"{nodes} nodes and {ties} ties" in out, (out, err)
        first = (folder / name).read_bytes()
        run("export", SAMPLE, "-a", DAY, "-o", folder / name)
        assert (folder / name).read_bytes() == first
        code, out, err = run("import", folder / name, "-o", folder / (name + ".trama"))
        assert code == 0, err
        code, out, err = run("network", folder / (name + ".trama"), "-a", DAY, "-m", "isolated",
                             "--json")
        again = json.loads(out)
        # A manager whom no tie names is in a network only by his programme.
        assert again["nodes"] - again["measures"][0]["value"] == tied, name
        assert again["ties"] == ties, name
        assert again["pairs"] == asked["pairs"]
    for name in ("edges-csv", "nodes-csv", "dl", "matrix-csv"):
        code, out, err = run("export", SAMPLE, "-a", DAY, "--format", name, "-o", folder / "out")
        assert code == 0 and err == "", err
    code, out, err = run("export", SAMPLE, "-p", "Calzado Franklin", "-a", DAY, "--for", "donor",
                         "-o", folder / "donor.gexf")
    assert code == 0 and "left out" in err
    assert "position" not in (folder / "donor.gexf").read_text(encoding="utf-8")
    for words in ([], ["-o", folder / "x"], ["--format", "doc", "-o", folder / "x"],
                  ["--all-dates", "-a", DAY, "-o", folder / "x.gexf"]):
        code, out, err = run("export", SAMPLE, *words)
        assert code == 2 and err and not (folder / "x").exists(), words


@test
def hostile_networks_end_in_a_message():
    folder = Path(tempfile.mkdtemp())
    bomb = "".join(f'<!ENTITY e{i} "{"&e%d;" % (i - 1) * 10 if i else "lol"}">' for i in range(12))
    hostile = {
        "bomb.graphml": f"<?xml version='1.0'?><!DOCTYPE g [{bomb}]><graphml>&e11;</graphml>",
        "outside.gexf": '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf>&x;</gexf>',
        "label.graphml": "<graphml><graph><node id='" + "x" * 20_000_000 + "'/></graph></graphml>",
        "deep.gexf": "<gexf>" + "<nodes>" * 100_000,
        "nobody.graphml": "<graphml><graph><node id='a'/>\n<edge source='a' target='b'/></graph></graphml>",
        "matrix.dl": "dl n=4000000000 data:\n1 1",
    }
    for name, text in hostile.items():
        (folder / name).write_text(text, encoding="utf-8")
        code, out, err = run("import", folder / name, "-o", folder / "out.trama")
        assert code == 1 and name in err and len(err) < 5000, (name, err[:500])
        assert not (folder / "out.trama").exists()
    many = "".join(f"<node id='{i}'/>" for i in range(20000))
    ties = "".join(f"<edge source='{i % 7}' target='{i}'/>" for i in range(20000))
    (folder / "many.graphml").write_text(f"<graphml><graph>{many}{ties}</graph></graphml>")
    code, out, err = run("import", folder / "many.graphml", "-o", folder / "out.trama")
    assert code == 0, err


@test
def import_then_evaluate():
    folder = Path(tempfile.mkdtemp())
    (folder / "firms.csv").write_text("id,name,kind\n1,Uno,1\n2,Dos,2\n3,Tres,1\n", encoding="utf-8")
    (folder / "ties.csv").write_text("from,to,value\n1,2,1\n2,3,2\n", encoding="utf-8")
    out_path = folder / "net.trama"
    code, out, err = run("import", folder / "firms.csv", folder / "ties.csv", "-o", out_path)
    assert code == 0, err
    assert run("validate", out_path)[0] == 0
    text = out_path.read_text(encoding="utf-8")
    assert text.count('"record":"firm"') == 3 and text.count('"record":"linkage"') == 2
    answer = evaluate(out_path)
    assert answer["results"] == [] and answer["cohort"]["n"] == 0
    (folder / "bad.csv").write_text("from,to,value\n1,9,1\n", encoding="utf-8")
    missing = folder / "missing.trama"
    code, out, err = run("import", folder / "firms.csv", folder / "bad.csv", "-o", missing)
    assert code == 1 and "bad.csv:2" in err and not missing.exists(), err


@test
def repair_keeps_what_is_sound_and_never_the_input():
    with tempfile.TemporaryDirectory() as folder:
        damaged, out = Path(folder) / "damaged.trama", Path(folder) / "out.trama"
        lines = SAMPLE.read_bytes().split(b"\n")
        firm = next(i for i, line in enumerate(lines) if b'"record":"firm"' in line)
        lines[firm] = lines[firm].replace(b'"name":"', b'"latitude":95,"name":"', 1)
        other = next(i for i, line in enumerate(lines) if b'"record":"note"' in line)
        lines[other] = lines[other][:-20] + b"\xff\xff"
        damaged.write_bytes(b"\n".join(lines))
        before = damaged.read_bytes()
        assert run("validate", damaged)[0] == 1
        code, told, err = run("validate", damaged, "--repair", "-o", out)
        assert code == 0 and err == "", err
        assert f"damaged.trama:{firm + 1}: firm “" in told and "latitude: the value is left out" in told
        assert f"damaged.trama:{other + 1}: note" in told
        assert damaged.read_bytes() == before
        assert run("validate", out)[0] == 0
        # An OUT that is there stays, and so does the input under any name.
        code, told, err = run("validate", damaged, "--repair", "-o", out)
        assert code == 1 and "--force" in err, err
        assert run("validate", damaged, "--repair", "-o", out, "--force")[0] == 0
        link = Path(folder) / "link.trama"
        link.symlink_to(damaged)
        hard = Path(folder) / "hard.trama"
        hard.hardlink_to(damaged)
        for name in (damaged, link, hard):
            assert run("validate", damaged, "--repair", "-o", name, "--force")[0] == 2, name
        assert damaged.read_bytes() == before
        assert run("validate", damaged, "--repair")[0] == 2
        assert run("validate", damaged, "-o", out)[0] == 2
        newer = Path(folder) / "newer.trama"
        newer.write_text(SAMPLE.read_text(encoding="utf-8").replace('"version":1', '"version":2', 1),
                         encoding="utf-8")
        code, told, err = run("validate", newer, "--repair", "-o", Path(folder) / "n.trama")
        assert code == 1 and "newer version" in err, err
        assert not (Path(folder) / "n.trama").exists()

@test
def merge_puts_two_copies_together():
    with tempfile.TemporaryDirectory() as folder:
        mine, theirs, out = (Path(folder) / f"{n}.trama" for n in ("mine", "theirs", "out"))
        text = SAMPLE.read_text(encoding="utf-8")
        firms = [line for line in text.split("\n") if line.startswith('{"record":"firm",')][:2]
        ids = [json.loads(line.rstrip(","))["id"] for line in firms]

        def edited(line, **fields):
            record = json.loads(line.rstrip(","))
            return json.dumps({**record, **fields}, ensure_ascii=False, separators=(",", ":")) + ","

        mine.write_text(text.replace(firms[0], edited(firms[0], trade="mine")), encoding="utf-8")
        theirs.write_text(text.replace(firms[0], edited(firms[0], note="theirs"))
                          .replace(firms[1], edited(firms[1], trade="theirs")), encoding="utf-8")
        code, told, err = run("merge", SAMPLE, mine, theirs, "-o", out)
        assert code == 0 and err == "", err
        merged = {r["id"]: r for r in json.loads(out.read_text(encoding="utf-8"))["records"]}
        assert merged[ids[0]]["trade"] == "mine" and merged[ids[0]]["note"] == "theirs"
        assert merged[ids[1]]["trade"] == "theirs"
        assert run("validate", out)[0] == 0

        # Both have changed one field: mine holds, and it is said.
        theirs.write_text(text.replace(firms[0], edited(firms[0], trade="theirs", note="n")),
                          encoding="utf-8")
        code, told, err = run("merge", SAMPLE, mine, theirs, "-o", out)
        assert code == 1 and "--force" in err
        code, told, err = run("merge", SAMPLE, mine, theirs, "-o", out, "--force")
        assert code == 3, (code, err)
        assert ids[0] in told and "mine “mine”, theirs “theirs”" in told and "1 clash" in told
        merged = {r["id"]: r for r in json.loads(out.read_text(encoding="utf-8"))["records"]}
        assert merged[ids[0]]["trade"] == "mine" and merged[ids[0]]["note"] == "n"
        code, told, err = run("merge", SAMPLE, mine, theirs, "-o", out, "--force", "--theirs")
        assert code == 0, err
        merged = {r["id"]: r for r in json.loads(out.read_text(encoding="utf-8"))["records"]}
        assert merged[ids[0]]["trade"] == "theirs"

        # With oneself: the same records.
        code, told, err = run("merge", SAMPLE, mine, mine, "-o", out, "--force")
        assert code == 0
        assert (json.loads(out.read_text(encoding="utf-8"))["records"]
                == json.loads(mine.read_text(encoding="utf-8"))["records"])

        mine.write_text(mine.read_text(encoding="utf-8")[:-100], encoding="utf-8")
        assert run("merge", SAMPLE, mine, theirs, "-o", out, "--force")[0] == 1
        other = Path(folder) / "other.trama"
        other.write_text(text.replace('"document":"', '"document":"aaaaaaaaaaaaaaaa","x":"', 1),
                         encoding="utf-8")
        code, told, err = run("merge", SAMPLE, other, theirs, "-o", out, "--force")
        assert code == 1 and "not copies of one" in err, err
        assert run("merge", SAMPLE, "-o", out)[0] == 2
        assert run("merge", SAMPLE, mine, theirs)[0] == 2
        before = theirs.read_bytes()
        assert run("merge", SAMPLE, theirs, theirs, "-o", theirs)[0] == 1
        assert theirs.read_bytes() == before


@test
def merge_finds_what_both_came_from():
    with tempfile.TemporaryDirectory() as folder:
        copy, mine, theirs, out = (Path(folder) / f"{n}.trama" for n in ("c", "m", "t", "out"))
        text = SAMPLE.read_text(encoding="utf-8")
        for path in (mine, theirs):
            path.write_text(text, encoding="utf-8")
        # Neither has been changed: each is what both came from.
        code, told, err = run("merge", mine, theirs, "-o", out)
        assert code == 0 and "0 records" in told, err
        # Only one names the other among its saves.
        assert run("merge", SAMPLE, mine, theirs, "-o", copy)[0] == 0
        firm = next(line for line in text.split("\n") if line.startswith('{"record":"firm",'))
        theirs.write_text(text.replace(firm, firm.replace('"name":"', '"later":1,"name":"', 1)),
                          encoding="utf-8")
        code, told, err = run("merge", mine, theirs, "-o", out, "--force")
        assert code == 1 and "name it as BASE" in err, (code, told, err)

@test
def erase_forgets():
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "agency.trama", Path(folder) / "out.trama"
        text = SAMPLE.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        firm = next(json.loads(line.rstrip(",")) for line in text.split("\n")
                    if line.startswith('{"record":"firm",'))
        code, told, err = run("erase", path, firm["id"], "-o", out)
        assert code == 0 and err == "", err
        assert str(path) in told  # it still holds the firm, and that is said
        records = json.loads(out.read_text(encoding="utf-8"))["records"]
        assert firm["id"] not in {r["id"] for r in records}
        assert [r["erased"] for r in records if r["record"] == "tombstone"] == [firm["id"]]
        assert not any(firm["id"] in json.dumps(r) for r in records if r["record"] != "tombstone")
        assert run("validate", out)[0] == 0
        # A copy that still has it does not bring it back.
        merged = Path(folder) / "merged.trama"
        assert run("merge", path, out, path, "-o", merged)[0] == 0
        assert f'"id":"{firm["id"]}"' not in merged.read_text(encoding="utf-8")
        # Over itself: nothing is kept.
        assert run("erase", path, firm["id"], "-o", path)[0] == 1
        assert run("erase", path, firm["id"], "-o", path, "--force")[0] == 0
        state = Path(ENVIRONMENT["HOME"]) / ".local/state/trama"
        for file in state.rglob("*"):
            assert not file.is_file() or firm["id"].encode() not in file.read_bytes(), file
        portfolio = records[0]["id"]
        assert run("erase", out, portfolio, "-o", merged, "--force")[0] == 1
        assert run("erase", out, "a" * 16, "-o", merged, "--force")[0] == 1
        assert run("erase", out, "A", "-o", merged)[0] == 2
        assert run("erase", out, firm["id"])[0] == 2


def main():
    print(f"1..{len(tests)}")
    failed = False
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function()
            print(f"ok {number} {name}", flush=True)
        except Exception as error:  # every other test is to run all the same
            failed = True
            print(f"not ok {number} {name}")
            for line in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {line}", flush=True)
    sys.exit(1 if failed else 0)


main()
