// SPDX-License-Identifier: MIT
// A fault a group of tests: the group must turn red.  CALCULATOR as the tests
// have it; the faulty pages go into this folder, their hashes made right.  Of
// the register, PLANT_REGISTER tells its test what is replaced in its pages.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";

// Group (a pattern of names), file, what is replaced and by what.
const PLANTS = [
  ["1 one request", "form", "default-src 'none'; script-src",
    "default-src * data: 'unsafe-inline'; script-src"],
  ["2 a fieldset", "form", "n < 256; n++", "n < 39; n++"],
  ["2 a fieldset", "form", "parts.push(metric(m));",
    'if (m.abbr !== "AC") { parts.push(metric(m)); }'],
  ["2 the scripts", "form", 'const MOST = 8;',
    'const MOST = 8, AV = "Attack Vector";'],
  ["3 every value", "form", "x.secrisk_cvss_range(put(v), kind,",
    "x.secrisk_cvss_range(put(v), kind || 1,"],
  ["3 every value", "form", "x.secrisk_cvss_set(at, metric, value);",
    "x.secrisk_cvss_set(at, metric, value === 1 ? 2 : value === 2 ? 1 : value);"],
  ["4 500 drawn", "form", 'addEventListener("hashchange", fromLink);', ""],
  ["2 another version", "form", "state.left[old] = { vector, controls, byHand };",
    ""],
  ["2 another version", "form", "twin[0] = system;\n", "twin.fill(0, 1);\n" +
    "twin[0] = system;\n"],
  ["2 a reset", "form", "Object.assign(state, old);\n", ""],
  ["2 a reset", "form", 'byHand: "", rationale: "", benefit: "",\nimpairs',
    'byHand: "", impairs'],
  ["2 a reset", "form", "state.rated ? d.level", "true ? d.level"],
  ["4 each score", "form", "!all.slice(n + 1).some(([, other])",
    "!all.slice(0, n).some(([, other])"],
  ["4 each score", "form", "return (given & wanted) === wanted;",
    "return wanted === 0 || (given & wanted) !== 0;"],
  ["6 a vector without", "text", "if (whole.vector !== null) {",
    "if (whole.vector === 0) {"],
  ["6 what was read", "text", "state.began = vector;\n", ""],
  ["a summary", "risk", "...result.missing.map(", "...[].map("],
  ["5 a wrong text", "text", "Byte ${diag.offset + 1}", "Byte ${diag.offset}"],
  ["5 a wrong text", "text", "state.stale = is;", ""],
  ["5 what is typed", "text", "const red = final ||", "const red = true ||"],
  ["5 where nothing", "text", 'isGiven() ? text : ""', "text"],
  ["5 what is said", "text", "down = true;", ""],
  ["6 a mail", "text", "&& text !== read", ""],
  ["6 a vector that", "text", "e.target.select();", ""],
  ["6 links", "text", "return decodeURIComponent(run);", "return run;"],
  ["6 links", "text", "lib.BARE[beside[1] + beside[2]]", "lib.BARE[31]"],
  ["6 a link holds", "text", "history.replaceState(null,",
    "location.hash = text; void (null,"],
  ["7 a range", "form", "at, at + 1, 0);\nreturn [...slice(at, 2)]",
    "at, at + 1, 0);\nreturn [slice(at, 2)[0], 100]"],
  ["8 by keyboard", "access", '$("suggestion")).focus();', '$("none"));'],
  ["9 axe", "access", '"aria-labelledby": `rating${r.id}`,', ""],
  ["9 axe", "access", "--soft:#545d6a", "--soft:#a4adba"],
  ["9 nothing is cut", "access", "main{display:block}",
    "main{display:block;min-width:40rem}"],
  ["9 nothing is cut", "access", "@container(max-width:20rem)",
    "@container(max-width:1rem)"],
  ["9 nothing is cut", "access", 'content:"\\2713"/""', 'content:""'],
  ["9 bars", "access", "td:nth-child(2){flex:1 0 100%}",
    "td:nth-child(2){flex:1 1 2.5rem}"],
  ["9 a vector breaks", "access", '"/", el("wbr"), part', '"/", part'],
  ["11 the print of", "access", "font:9pt/1.3", "font:13pt/1.6"],
  ["10 one message", "access", "clearTimeout(speaking);", ""],
  ["11 the print", "access", '["Policy", state.result', '["", state.result'],
  ["11 the print", "access", "#rest,#result{display:contents}",
    "#result{order:3}"],
  ["12 the rows", "risk", "threat.impairs ? 1 : 0", "0"],
  ["12 planned", "risk", "[c.kind, c.state,", "[c.kind, 3,"],
  ["12 planned", "risk", 'class: hollow ? "h" : "f"', 'class: "f"'],
  ["12 v2", "risk", "level === 0\n? state.asked : 0", "level === 0\n? 0 : 0"],
  ["12 a residual", "risk", "pair.status === 0 ? undefined", "true ? undefined"],
  ["register row", "risk", "safe.replaceAll('\"', '\"\"')", "safe"],
  ["eight side", "risk", "lib.set(v, m.id, over[1 + m.id])", "v"],
  ["13 hostile", "text", "node.append(...children",
    'node.innerHTML = children.filter((c) => typeof c === "string").join("");' +
    "\nnode.append(...children"],
  ["14 without", "access", "<noscript>", "<template>"],
  ["14 without", "access", "if (schemes.length > 0) {\nall.push",
    "if (true) {\nall.push"],
  ["15 Firefox", "access", "Byte ${diag.offset + 1}", "Byte ${diag.offset}"],
  ["register, pump: axe", "register", "<html lang=\"en\">", "<html>"],
  ["register, monitor: axe", "register", "</main>",
    '<p style="width:1300px">x</p></main>'],
  ["register, pump: every", "register", 'id="controls"', 'id="elsewhere"'],
  ["register, monitor: every", "register", "counter(page)", "counter(pages)"],
  ["a click is", "form", "function showForm(score) {",
    "function showForm(score) {\nconst t = Date.now();\n" +
    "while (Date.now() - t < 250);"],
];

// The short names that pack.py gives the library's functions.
const CALC = `${process.env.ROOT}/examples/calculator`;
const short = JSON.parse(spawnSync("python3", ["-Bc", "import json, sys; " +
  "sys.path.insert(0, sys.argv[1]); from pack import short_names; " +
  "print(json.dumps(short_names(open(sys.argv[2]).read())))", CALC,
`${CALC}/exports.txt`], { encoding: "utf8" }).stdout);
const packed = (text) => text.replace(/\bx\.(secrisk_\w+)/g, (all, name) =>
  `x.${short[name]}`);

const clean = fs.readFileSync(process.env.CALCULATOR, "utf8");
const reduced = fs.readFileSync(process.env.REDUCED, "utf8");
const hash = (text) => "sha256-" +
  createHash("sha256").update(text).digest("base64");
function repaired(page) {
  let n = 0;
  const parts = [/<script>([^]*)<\/script>/, /<style>([^]*?)<\/style>/]
    .map((part) => hash(part.exec(page)[1]));
  return page.replace(/sha256-[A-Za-z0-9+/=]+/g, (old) =>
    n < 2 ? parts[n++] : old);
}

const only = new RegExp(process.argv[2] || "");
const list = PLANTS.filter(([group]) => only.test(group));
let missed = 0;
for (const [group, tests, ...change] of list) {
  const [from, to] = change.map(packed);
  const register = tests === "register";
  const planted = clean.replace(from, () => to);
  if (planted === clean && !register) {
    console.log(`FAIL  ${group}: there is no place for "${from}"`);
    missed++;
    continue;
  }
  fs.writeFileSync("planted.html", repaired(planted));
  fs.writeFileSync("reduced.html", repaired(reduced.replace(from, () => to)));
  const run = spawnSync(process.execPath, ["--test",
    `--test-name-pattern=${group}`, `test_${tests}.mjs`], { encoding: "utf8",
    env: { ...process.env, CALCULATOR: `${process.cwd()}/planted.html`,
      REDUCED: `${process.cwd()}/reduced.html`,
      PLANT_REGISTER: register ? JSON.stringify([from, to]) : "" } });
  const seen = run.status !== 0 && /^not ok/m.test(run.stdout);
  console.log(`${seen ? "seen " : "FAIL "} ${group}: ${from.slice(0, 50)}`
    .replaceAll("\n", " "));
  missed += seen ? 0 : 1;
}
console.log(`${list.length - missed} of ${list.length} faults seen`);
process.exit(missed === 0 ? 0 : 1);
