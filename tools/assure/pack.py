# SPDX-License-Identifier: MIT
"""Fills the pages of docs/assurance/pages; see tools/assurance."""
import csv
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import graph  # noqa: E402
import markdown  # noqa: E402
import vex  # noqa: E402

PAGES = ("README soup manual requirements promises architecture verification "
         "size performance misra fuzzing tools anomalies sbom changes security "
         "standards questions").split()


WORDS = {"ok": "passed", "FAIL": "**failed**", "skip": "skipped"}


class Failed(Exception):
    pass


def rows(root, name):
    with open(root / "docs/assurance" / name, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def cell(text):
    return str(text).replace("|", "\\|").replace("\n", " ")


def table(heads, lines):
    out = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(out + ["| " + " | ".join(cell(c) for c in line) + " |"
                            for line in lines])


def codes(words):
    return " ".join(f"`{w}`" for w in words.split())


def include(root, path, skip=0):
    """A document of the project, a level deeper, its links as plain names.
    Pictures and comments are left out."""
    text = (root / path).read_text()
    text = re.sub(r"^(!\[.*\)|<!--.*-->)$", "", text, flags=re.M)
    text = text.split("\n", skip)[skip] if skip else text
    text = re.sub(r"^#", "##", text, flags=re.M)
    return re.sub(r"\[([^\]]+)\]\((?![a-z]+:)([^)#\s]+)[^)]*\)",
                  lambda m: f"`{Path(m[2]).name}`", text).strip()


class Pack:
    def __init__(self, root, version, trace, options):
        self.root, self.version, self.trace = root, version, trace
        self.options = options
        self.runs = [dict(run, file=Path(f).name) for f in options.report
                     for run in json.loads(Path(f).read_text())["runs"]]
        self.parts = {p.stem: p.read_text() for p in sorted(
            (root / "tools/check.d").glob("*.sh"))}
        self.extra = {}  # files of the pack beside the pages
        # Before a folder of this tree and threats.csv change either.
        self.is_clean = self.commit() != "" and self.git(
            "status", "--porcelain") == ""
        self.counts = trace.counts()

    # -- what git says ------------------------------------------------------

    def git(self, *args):
        done = subprocess.run(["git", "-C", str(self.root), *args],
                              capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    def commit(self):
        return self.git("rev-parse", "HEAD")

    def state(self):
        verdicts = [self.verdict(name) for name in self.parts]
        lines = []
        if not self.commit():
            lines.append("It was not made in a git repository: commit and "
                         "history are missing.")
        elif not self.is_clean:
            lines.append("The files differed from the commit when this was "
                         "made. It is a draft.")
        if self.options.without_report:
            lines.append("It was made without a record of checks: "
                         + self.options.without_report)
        lines.append(
            f"Of {len(self.parts)} parts of tools/check, on this commit and "
            f"without changed files: {verdicts.count('ok')} passed, "
            f"{verdicts.count('FAIL')} failed at least once, "
            f"{verdicts.count('skip')} were skipped, and of "
            f"{verdicts.count('not run')} there is no record.")
        other = [r for name in self.parts for r in self.results(name, False)]
        if other:
            lines.append(
                f"{len(other)} results on other commits or changed files were "
                "given too: no evidence for this version.")
        return "\n>\n".join("> " + line for line in lines)

    # -- identification -----------------------------------------------------

    def identity(self):
        commit = self.commit()
        when = self.git("show", "-s", "--format=%cs", "HEAD")
        lines = [("title", "secrisk"), ("kind", "C library, source code"),
                 ("maker", "the maintainers of secrisk"),
                 ("version", self.version + (
                     "" if f"v{self.version}" in self.tags() else
                     f"; the tag v{self.version} was not on this commit when the "
                     "pack was made. Unless it is now, this is development "
                     "towards that version: many commits have its number, and "
                     "the commit and the hashes tell which")),
                 ("commit", commit or "not known"),
                 ("date of the commit", when or "not known"),
                 ("tag", " ".join(self.tags()) or "none"),
                 ("licence", "MIT"),
                 ("package URL", f"pkg:generic/secrisk@{self.version}")]
        lines += [(f"SHA-256 of {Path(a).name}", vex.sha256(a))
                  for a in self.options.archive]
        if not self.options.archive:
            lines.append(("SHA-256 of the archive",
                          "no archive was given to tools/assurance"))
        return table(("", ""), lines)

    def tags(self):
        return self.git("tag", "--points-at", "HEAD").split()

    def two_files(self):
        """Hashes of what tools/amalgamate.py makes of these sources."""
        with tempfile.TemporaryDirectory() as scratch:
            subprocess.run([sys.executable, self.root / "tools/amalgamate.py",
                            scratch], check=True, stdout=subprocess.DEVNULL)
            return table(("file", "SHA-256"), [
                (p.name, vex.sha256(p)) for p in sorted(Path(scratch).iterdir())])

    def sources(self):
        found = [(vex.sha256(self.root / p), p) for p in vex.sources(self.root)]
        self.extra["sources.sha256"] = "".join(
            f"{h}  {p}\n" for h, p in found)
        return table(("file", "SHA-256"), [(p, h) for h, p in found])

    # -- requirements and promises ------------------------------------------

    def line_of(self, header, symbols):
        text = (self.root / header).read_text()
        for word in symbols.split():
            at = re.search(rf"\b{word.rstrip('*')}", text)
            if at:
                return text.count("\n", 0, at.start()) + 1
        return 1

    def requirement_counts(self):
        n = self.counts
        return (f"{n['requirements']} requirements cover {n['symbols']} public "
                f"symbols. {n['proved']} of them name a proof, {n['fuzzed']} a "
                f"fuzz target. {n['tests named']} tests are named in all.")

    def proofs(self):
        if not (self.root / "tools/proof/eva.csv").is_file():
            return "This version has no proofs in its repository."
        table_of = list(csv.DictReader((self.root / "tools/proof/eva.csv").open()))
        clean = sum(int(r["alarms"]) == 0 for r in table_of)
        return (f"A proof is a driver of tools/proof, {len(table_of)} in all, of "
                f"which {clean} leave no alarm of Frama-C's Eva, of the small "
                "variant; the others leave those that tools/proof/eva.csv counts. "
                "Whether they were run stands under "
                "[Verification](verification.md).")

    def requirement_table(self):
        def proof(row):
            return codes(row["proof"]) or "none"
        return table(
            ("id", "requirement", "source of it", "declared", "symbols",
             "defined in", "tests", "proof", "fuzz"),
            [(f'<a id="{r["id"]}"></a>{r["id"]}', r["requirement"], r["clause"],
              f"`{r['header']}:{self.line_of(r['header'], r['symbols'])}`",
              codes(r["symbols"]) or "the whole library", codes(r["source"]),
              codes(r["tests"]), proof(r), codes(r["fuzz"]) or "none")
             for r in self.trace.requirements])

    def source_table(self):
        serves = {}
        for row in self.trace.requirements:
            for path in row["source"].split():
                serves.setdefault(path, []).append(row["id"])
        return table(("file", "what it does", "requirements"), [
            (f"`{p}`", self.second_line(p), " ".join(ids))
            for p, ids in sorted(serves.items())])

    def second_line(self, path):
        found = re.search(r"^/\* (?!SPDX)(.*?)(?:\*/|\n \*\n|$)",
                          (self.root / path).read_text(), re.M | re.S)
        first = " ".join(re.sub(r"\n \*", " ", found[1]).split()) if found else ""
        return re.split(r"(?<=\.) ", first)[0]

    def promise_counts(self):
        n = self.counts
        return (f"The headers have {n['sentences']} sentences and rows. "
                f"{n['promises']} are promises, {n['duties of the caller']} are "
                f"duties of the caller, {n['texts']} are text. Of the promises, "
                f"{n['with a test']} have a test, {n['in part']} one that looks "
                f"at a part, and {n['without']} have none.")

    def promise_rows(self, test):
        found = [(r["id"], r["symbol"] and f"`{r['symbol']}`", r["sentence"],
                  re.sub(r"^(none|in part): ?", "", r["note"]))
                 for r in self.trace.promises
                 if r["kind"] == "promise" and test(r)]
        return table(("no.", "of", "sentence", "why, or what is missing"), found)

    def without(self):
        return self.promise_rows(lambda r: not r["tests"])

    def in_part(self):
        return self.promise_rows(lambda r: r["note"].startswith("in part"))

    def all_promises(self):
        return table(("no.", "kind", "of", "sentence", "requirement", "tests"), [
            (f'<a id="{r["id"]}"></a>{r["id"]}',
             "duty" if r["kind"] == "caller" else r["kind"],
             r["symbol"] and f"`{r['symbol']}`", r["sentence"], r["requirement"],
             codes(r["tests"])) for r in self.trace.promises])

    def duties(self):
        return table(("no.", "header", "duty"), [
            (r["id"], f"`{r['header']}`", r["sentence"])
            for r in self.trace.promises if r["kind"] == "caller"])

    def general(self):
        return table(("no.", "promise of the whole library", "checks", "how far"), [
            (r["id"], r["sentence"], codes(r["tests"]) or "none", r["note"])
            for r in self.trace.promises
            if r["kind"] == "promise" and r["header"] == "include/secrisk.h"
            and not r["symbol"]])

    # -- architecture -------------------------------------------------------

    def calls(self):
        with tempfile.TemporaryDirectory() as scratch:
            found = graph.read(self.root, self.options.graph or scratch)
        wrong = graph.faults(self.root, found)
        if wrong:
            raise Failed("\n".join(wrong))
        return found

    def edges(self):
        found, why = graph.edges(self.calls_found), graph.allowed(self.root)
        return table(("from", "to", "calls, fast", "calls, small", "why"), [
            (a, b, n.get("fast", 0), n.get("small", 0), why[a, b])
            for (a, b), n in sorted(found.items())])

    def pointers(self):
        lines = [(f"`{r['from']}`", codes(r["to"]), r["why"])
                 for r in graph.rows(self.root) if ":" in r["from"]]
        return "Calls through a pointer:\n\n" + table(
            ("in", "to", "why"), lines) if lines else "No call uses a pointer."

    def files(self):
        n = Counter()
        for path in self.root.glob("lib/*/*.[ch]"):
            n[path.parent.name, "files"] += 1
            n[path.parent.name, "lines"] += len(path.read_text().splitlines())
        own = {v: Counter(p.split("/")[1] for p in where.values())
               for v, (_, where) in self.calls_found.items()}
        return table(("room", "files", "lines", "functions, fast",
                      "functions, small"), [
            (r, n[r, "files"], n[r, "lines"], own["fast"][r], own["small"][r])
            for r in sorted({k[0] for k in n})])

    # -- verification -------------------------------------------------------

    def evidence(self, run):
        return bool(run["clean"]) and run["commit"] == self.commit() != ""

    def results(self, part, evidence):
        """Of all runs that are evidence for this commit, or of all others."""
        return [dict(result, run=run)
                for run in sorted(self.runs, key=lambda r: r["started"])
                for result in run["results"]
                if result["name"] == part and self.evidence(run) == evidence]

    def verdict(self, part):
        """A failure on this commit is not outdone by a pass."""
        found = {r["result"] for r in self.results(part, True)}
        return next((w for w in ("FAIL", "ok", "skip") if w in found), "not run")

    def where(self, run):
        if not run["clean"]:
            return f"{run['commit'][:12]}, changed"
        same = run["commit"] == self.commit()
        return "this commit" if same else run["commit"][:12]

    def run_state(self):
        if not self.runs:
            return ("No record of a run was given to `tools/assurance`, so every "
                    "part below says \"not run\". `tools/record FILE COMMAND` "
                    "makes records.")
        return "Records that were given:\n\n" + table(
            ("record", "command", "commit", "started (UTC)", "s", "status",
             "machine"),
            [(r["file"], f"`{r['command']}`", self.where(r), r["started"],
              r["seconds"], r["status"], r["machine"]) for r in self.runs])

    def parts_table(self):
        lines = []
        for name, text in self.parts.items():
            what = re.sub(r"^# ", "", text.splitlines()[1])
            mine, other = self.results(name, True), self.results(name, False)
            lines.append((
                f"`{name}`", what, ", then ".join(
                    WORDS[r["result"]] for r in mine) or "not run",
                ", ".join(f"{r['seconds']:.0f}" for r in mine),
                ", ".join(f"{WORDS[r['result']]} at {self.where(r['run'])}"
                          for r in other),
                "on request" if re.search(r"^# On request", text, re.M) else ""))
        return table(("part", "what it checks", "on this commit", "s",
                      "elsewhere: no evidence", ""), lines)

    def tests_table(self):
        lines = []
        for run in self.runs:
            for r in run["results"]:
                if r["name"] not in self.parts:
                    lines.append((r["name"], r["result"], r["more"],
                                  self.where(run)))
        return table(("test", "result", "cases", "commit"), lines) if lines else (
            "not run: no record of `sh tests/run` was given.")

    def figures(self):
        out = []
        for run in self.runs:
            words = run["command"].split()
            if len(words) > 1 and words[0].endswith("tools/check"):
                lines = [x for x in run["last"] if x.strip()][-15:]
                out.append(f"### {words[1]}, at {self.where(run)}\n\n```text\n"
                           + "\n".join(lines) + "\n```")
        return "\n\n".join(out) or (
            "None: no part was recorded by itself. A run of `.ci/run` or of "
            "many parts keeps their results, and not what they print.")

    # -- the rest -----------------------------------------------------------

    def tool_table(self):
        seen = {}
        for run in self.runs:
            seen.update({k: v for k, v in run["tools"].items() if v})
        for row in rows(self.root, "tools.csv"):
            for part in row["parts"].split():
                if part not in self.parts:
                    raise Failed(f"tools.csv: there is no part {part}")
        return table(("tool", "version", "parts", "a wrong result",
                      "how it would be noticed"), [
            (r["tool"], seen.get(r["tool"], "not recorded"), codes(r["parts"]),
             r["wrong"], r["detected"]) for r in rows(self.root, "tools.csv")])

    def sbom(self):
        bom = self.bom = vex.bom(self.root, self.options.archive, self.git(
            "show", "-s", "--format=%ct", "HEAD"))
        self.extra["secrisk.cdx.json"] = vex.text(bom)
        files = bom["metadata"]["component"]["components"]
        return (f"Components that secrisk contains: {len(bom['components'])}. "
                f"Files of its own, each with its SHA-256: {len(files)}.")

    def vex_text(self):
        made = vex.vex(self.root, self.version, self.bom)
        self.extra["secrisk.vex.json"] = vex.text(made)
        found = made["vulnerabilities"]
        here = [v["id"] for v in found if v["analysis"]["state"] != "resolved"]
        return (f"{len(found)} known faults are in it, each with where it is "
                f"found. In {self.version} are: "
                f"{', '.join(here) or 'none that is known'}. No CVE has been "
                "assigned to secrisk that the project knows of.")

    def ratings(self):
        return table(("id", "CWE", "vector", "score", "taken for it"), [
            (r["id"], f"CWE-{r['cwe']}", f"`{r['vector']}`", r["score"], r["why"])
            for r in vex.ratings(self.root).values()])

    def head(self):
        if not self.commit():
            return "No history: not made in a git repository."
        return (f"This pack was made at commit `{self.commit()}`, the "
                f"{self.git('rev-list', '--count', 'HEAD')}th.")

    def releases(self):
        log = (self.root / "CHANGELOG.md").read_text()
        lines = []
        for part in re.split(r"^## ", log, flags=re.M)[1:]:
            head = part.splitlines()[0].strip()
            note = {}
            for name in ("ABI", "Scores"):
                found = re.search(rf"\*\*{name}:\*\* (.*?)(?:\n\n|\Z)", part, re.S)
                note[name] = " ".join(found[1].split()) if found else ""
            lines.append((head.strip("[]").replace("]", ""), note["ABI"],
                          note["Scores"]))
        return table(("release", "ABI", "Scores"), lines)

    def support(self):
        text = (self.root / "SECURITY.md").read_text()
        found = re.search(r"^## Versions\n(.*?)(?=^## |\Z)", text, re.M | re.S)
        return found[1].strip() if found else "SECURITY.md says nothing."

    def history(self):
        log = self.git("log", "--format=%h\t%cs\t%s", "--", "include", "lib")
        return table(("commit", "date", "subject"), [
            line.split("\t", 2) for line in log.splitlines()]) if log else (
            "No history: not made in a git repository.")

    def threats(self):
        """The register's page and JSON; fails if it has a problem with a row."""
        source = self.root / "docs/assurance/threats.csv"
        with tempfile.TemporaryDirectory() as scratch:
            program = str(Path(self.options.register
                               or Path(scratch) / "register").resolve())
            if not self.options.register:
                subprocess.run(
                    ["cc", "-O0", "-I", str(self.root / "include"),
                     *map(str, sorted(self.root.glob("lib/*/*.c"))),
                     *map(str, sorted(self.root.glob("examples/register/*.c"))),
                     "-o", program], check=True)
            page = Path(scratch) / "threats.html"
            done = subprocess.run(
                [program, "--title", "Threats of secrisk", "--device", "secrisk",
                 "--device-version", self.version, "--html", str(page),
                 "--json", "threats.csv"], capture_output=True, text=True,
                cwd=source.parent, check=False)
            if done.returncode not in (0, 1) or done.stderr:
                raise Failed(f"register: {done.stderr or done.returncode}")
            # A build without libmd computes no hash.
            digest = vex.sha256(source)
            self.extra["threats.html"] = page.read_text().replace(
                "not computed: built without libmd", digest)
        self.extra["threats.json"] = done.stdout.replace(
            '"threats.csv","sha256":null', f'"threats.csv","sha256":"{digest}"')
        self.extra["threats.csv"] = source.read_text()
        return json.loads(done.stdout)

    def threat_summary(self):
        found = self.register["threats"]
        kinds = Counter(t["decision"] for t in found)
        return (f"{len(found)} threats: " + ", ".join(
            f"{n} {kind.replace('-', ' ')}" for kind, n in sorted(kinds.items()))
            + ".")

    def threat_table(self):
        mine = {r["id"]: r for r in rows(self.root, "threats.csv")}

        def level(risk):
            return "" if risk is None else " ".join(str(x) for x in (
                risk.get("level"), risk.get("score")) if x is not None)
        lines = []
        for t in self.register["threats"]:
            row = mine[t["id"]]
            if "verified" in row["controls"] and not row["evidence"]:
                raise Failed(f"{t['id']}: what verified its controls?")
            for name in row["evidence"].split():
                if name.startswith("run."):
                    self.python_test(t["id"], name[4:])
                else:
                    self.trace.test(t["id"], name)
            lines.append((t["id"], row["asset"], row["description"],
                          level(t["before"]), row["controls"] or "none",
                          level(t["after"]) or "as before", t["decision"],
                          " ".join(filter(None, (row["rationale"], row["note"]))),
                          codes(row["evidence"])))
        if self.trace.wrong:
            raise Failed("\n".join(self.trace.wrong))
        return table(("id", "asset", "threat", "before", "controls", "after",
                      "decision", "rationale", "evidence"), lines)

    def python_test(self, where, name):
        if f"'{name}'" not in (self.root / "tests/meson.build").read_text() or (
                not (self.root / f"tests/examples/{name}.py").is_file()):
            raise Failed(f"{where}: there is no test {name}")

    def standard_table(self):
        pages = {p + ".md" for p in PAGES}
        lines = []
        for r in rows(self.root, "standards.csv"):
            if r["whose"] not in ("here", "part", "maker") or r["checked"] not in (
                    "read", "secondary", "memory") or r["page"] and (
                    r["page"] not in pages):
                raise Failed(f"standards.csv: {r['standard']} {r['clause']}")
            lines.append((r["standard"], r["clause"], r["classes"], r["asks"],
                          r["whose"], r["answer"],
                          f"[{r['page'][:-3]}]({r['page']})" if r["page"] else "",
                          r["checked"]))
        return table(("standard", "clause", "classes or levels", "what is asked",
                      "whose", "answer", "page", "checked"), lines)

    def questions(self):
        return "\n".join(f"| Q{n} | {cell(r['question'])} | {cell(r['answer'])} |"
                         for n, r in enumerate(rows(self.root, "questions.csv"), 1))

    # -- writing ------------------------------------------------------------

    def fill(self):
        self.calls_found = self.calls()
        self.register = self.threats()
        values = {
            "version": lambda: self.version, "parts": self.parts_table,
            "tests": self.tests_table, "vex": self.vex_text,
            "kinds": lambda: include(self.root, "docs/testing.md", 2),
            "policy": lambda: include(self.root, "SECURITY.md", 2),
            **{f"{name}_page": lambda path=f"docs/{name}.md": include(
                self.root, path, 2)
               for name in ("size", "performance", "misra", "fuzzing")},
            "anomaly_page": lambda: (self.root / "docs/anomalies.md").read_text()
            .replace("[SECURITY.md](../SECURITY.md)", "SECURITY.md").strip()}

        def value(match):
            return (values.get(match[1]) or getattr(self, match[1]))()
        return {name: re.sub(r"\{\{(\w+)\}\}", value, (
            self.root / f"docs/assurance/pages/{name}.md").read_text())
            for name in PAGES}

    def write(self, folder):
        pages = self.fill()
        titles = {n: re.search(r"^# (.*)$", text, re.M)[1]
                  for n, text in pages.items()}
        titles["README"] = "Overview"
        files = {n: ("index.html" if n == "README" else f"{n}.html")
                 for n in PAGES}
        menu = [(files[n], titles[n].split(":")[0]) for n in PAGES]
        folder.mkdir(parents=True)
        for name, text in pages.items():
            (folder / f"{name}.md").write_text(text)
            (folder / files[name]).write_text(markdown.page(
                titles[name].split(":")[0], text, menu))
        for name, text in self.extra.items():
            (folder / name).write_text(text)
        (folder / "pack.json").write_text(json.dumps({
            "name": "secrisk", "version": self.version, "commit": self.commit(),
            "clean": self.is_clean, "counts": self.counts,
            "requirements": self.trace.requirements,
            "promises": self.trace.promises,
            "parts": {n: {"verdict": self.verdict(n), "runs": [
                dict(r, run={k: r["run"][k] for k in (
                    "file", "command", "commit", "clean", "started")},
                     evidence=self.evidence(r["run"]))
                for here in (True, False) for r in self.results(n, here)]}
                for n in self.parts},
            "runs": self.runs, "tools": rows(self.root, "tools.csv"),
            "standards": rows(self.root, "standards.csv"),
            "anomalies": [dict(zip(("id", "versions", "effect", "workaround",
                                    "test"), a))
                          for a in vex.anomalies(self.root)],
            "threats": self.register["threats"]}, indent=1, sort_keys=True)
            + "\n")
        names = sorted(p.name for p in folder.iterdir())
        (folder / "SHA256SUMS").write_text("".join(
            f"{vex.sha256(folder / n)}  {n}\n" for n in names))
        return len(names) + 1
