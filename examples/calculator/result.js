/* SPDX-License-Identifier: MIT */
/* The result: score or range, all scores as bars, v4.0's classes, and what one
 * change would do. */

function showScore(open, low, high) {
  const { vector, system } = state;
  const level = levelOf(system, high);
  if (open.length === 0) {
    $("score").replaceChildren(el("p", { class: "big" }, el("b", {},
      tenths(low)), tag(level), soft(fullName())), note("Counts " +
      `${listed(groupsOf(lib.overall(vector)))} metrics.`));
  } else {
    const least = levelOf(system, low);
    $("score").replaceChildren(el("p", { class: "big" }, el("b", {},
      `${tenths(low)}–${tenths(high)}`), soft(systemName(system))),
    bar(low, high, 0, bands(system)),
    para(least === level ? `${lib.levelText(level)}, whatever the rest is. `
      : `From ${lib.levelText(least)} to ${lib.levelText(level)}. `,
    `${open.length} required ${open.length === 1 ? "metric" : "metrics"} ` +
      `to go: ${open.map((m) => m.abbr).join(", ")}.`));
  }
  if (state.stale && isGiven()) {
    $("score").append(el("p", { class: "stale" },
      "Of the last good vector, not of the text in the field:",
      el("br"), ...breakable(lib.format(vector))));
  }
  $("score").append(...since());
}

const isGiven = () => isDread() ? state.rated
  : state.vector.some((value, n) => n > 0 && value !== 0);
const listed = (words) => words.length < 2 ? words.join("")
  : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
/* The names of the groups that a kind of score counts, by its bits. */
const groupsOf = (kind) => [1, 2, 3].filter((g) => (kind & 1 << (g - 1)) !== 0)
  .map((g) => lib.groupName(state.system, g));
/* The version, and the nomenclature where scores of the version have it. */
function fullName() {
  const word = lib.nomenclature(state.vector);
  return systemName(state.system) + (word === lib.kindName(state.system,
    lib.overall(state.vector)) ? `, ${word}` : "");
}
/* What the lines in a bar mean. */
const scale = () => note("Bars run from 0 to 10. Lines: " +
  `${bands(state.system).map((n) => lib.levelText(levelOf(state.system, n)) +
    ` from ${tenths(n)}`).join(", ")}.`);

/* What was changed since a vector was read, and the way back to it. */
function since() {
  const { began, vector, system, metrics } = state;
  if (began === null || began[0] !== system) {
    return [];
  }
  const abbr = (m, id) => (valueOf(m, id) || { abbr: "–" }).abbr;
  const changed = metrics.filter((m) => began[1 + m.id] !== vector[1 + m.id])
    .map((m) => `${m.abbr}:${abbr(m, began[1 + m.id])}→` +
      abbr(m, vector[1 + m.id]));
  const [low, high] = lib.range(began, lib.OVERALL);
  return changed.length === 0 ? [] : [el("div", { class: "row no-print" },
    soft(`Read as ${span(low, high)}, changed since: ${changed.join(", ")}.`),
    button("Back to it", () => {
      accept(began);
      $("vector").value = lib.format(began);
      $("vector").focus();
    }))];
}
const span = (low, high) => low === high ? tenths(low)
  : `${tenths(low)}–${tenths(high)}`;

/* Is a metric defined of each group that a kind of score (bits 2, 4) is about?
 * The Environmental score of v2 and v3 counts Temporal metrics if there are
 * any. */
function defined(kind) {
  const { system, vector, metrics } = state;
  const given = metrics.reduce((bits, m) =>
    vector[1 + m.id] === 0 ? bits : bits | 1 << (m.group - 1), 0);
  const wanted = kind === 10 || (kind === 7 && lib.kindName(system, 5) ===
    lib.kindName(system, 7)) ? 4 : kind < 8 ? kind & 6 : 0;
  return (given & wanted) === wanted;
}

function showBars(whole) {
  const { vector, system } = state;
  const marks = bands(system);
  const row = (kind, name) => {
    const [low, high] = defined(kind) ? lib.range(vector, kind)
      : [lib.NONE, lib.NONE];
    const part = kind > 7; /* a sub-score has no level */
    const level = part || !whole ? 0 : levelOf(system, high);
    return [name.startsWith("CVSS-") ? el("span", {}, name, " ",
      soft(groupsOf(kind).join(", "))) : name,
    bar(whole ? 0 : low, high > 100 ? 0 : high, level, part ? [] : marks),
    num(span(low, high)), high > 100 ? soft("not defined")
      : part || !whole ? "" : lib.levelText(level)];
  };
  const rows = lib.KINDS.map((kind) => [kind, lib.kindName(system, kind)])
    .filter(([, name], n, all) => name !== "" &&
      !all.slice(n + 1).some(([, other]) => other === name))
    .map(([kind, name]) => row(kind, name));
  rows.push(row(lib.OVERALL, lib.kindName(system, lib.OVERALL)));
  $("bars").replaceChildren(table("Scores", null, rows, { class: "stack" }),
    scale(), whole ? classes() : "");
}

/* v4.0: the six equivalence classes.  How many levels each has is read off the
 * least severe vector; the table's value is the score of the most severe vector
 * that is still in the same classes. */
const CLASSES = ["Exploitability", "Complexity", "Vulnerable system",
  "Subsequent systems", "Exploitation", "Security requirements"];
function classes() {
  const { vector, system, metrics } = state;
  const eq = lib.macrovector(vector);
  if (eq === null) {
    return "";
  }
  const least = lib.macrovector(metrics.reduce((v, m) =>
    m.modifies === lib.NONE ? lib.set(v, m.id, m.values.at(-1).id) : v,
  blank(system)));
  const word = (n, last) => lib.levelText(n === 0 ? 4 : n === last ? 2 : 3);
  const value = highest(vector, eq.join(""));
  return el("details", { id: "classes", open: classesOpen,
    ontoggle: (e) => { classesOpen = e.target.open; } },
  el("summary", {}, `MacroVector ${eq.join("")}`), table(null,
    ["Class", "Severity", "Level", ""], eq.map((n, i) => [CLASSES[i],
      bar(0, (least[i] - n) * 100 / least[i], 0), num(String(n)),
      word(n, least[i])])),
  note(`The standard's table gives this MacroVector ${tenths(value)}. The ` +
    `vector's distance from the most severe one in it takes off ` +
    `${tenths(value - lib.score(vector, lib.OVERALL))}.`));
}
let classesOpen = false;

/* The score of the most severe vector with the same MacroVector. */
function highest(vector, name) {
  for (const m of state.metrics) {
    const from = vector[1 + m.id];
    const values = m.values.filter((v) => v.id !== 0);
    for (const v of from === 0 ? [] : values) {
      const more = lib.set(vector, m.id, v.id);
      if (rank(m, v.id) < rank(m, from) &&
          lib.macrovector(more).join("") === name) {
        return highest(more, name);
      }
    }
  }
  return lib.score(vector, lib.OVERALL);
}
/* Values are numbered from the most severe; one that only a Modified metric
 * has is above them. */
function rank(m, id) {
  return m.modifies !== lib.NONE &&
    valueOf(state.metrics[m.modifies], id) === undefined ? 0 : id;
}

/* For each metric given: how far it alone could move the score. */
function showChanges(whole) {
  const { vector, metrics, system } = state;
  $("whycard").hidden = !whole;
  if (!whole) {
    return;
  }
  const now = lib.score(vector, lib.OVERALL);
  const rows = metrics.filter((m) => vector[1 + m.id] !== 0).map((m) => {
    const all = m.values.filter((v) => v.id !== 0).map((v) =>
      [lib.score(lib.set(vector, m.id, v.id), lib.OVERALL), v]);
    all.sort((a, b) => a[0] - b[0]);
    return { m, least: all[0], most: all[all.length - 1] };
  }).filter((r) => r.least[0] !== r.most[0]).sort((a, b) =>
    a.least[0] - b.least[0] || b.most[0] - a.most[0]);
  const level = levelOf(system, now);
  const lower = rows.filter((r) => r.least[0] < now);
  const higher = rows.filter((r) => r.least[0] === now);
  $("why").replaceChildren(lower.length === 0
    ? note("No single metric lowers it.")
    : table(null, ["Now", `Score, now ${tenths(now)}`, "Least it can be"],
      lower.map(({ m, least, most }) => [el("span", {},
        short(m, vector[1 + m.id]), " ", soft(m.name)),
      bar(least[0], most[0], level, bands(system), { at: now }),
      el("span", {}, num(tenths(least[0])), ` with ${least[1].name}`)]),
      { class: "stack" }),
  higher.length === 0 ? "" : note(`Can only raise it: ${higher.map((r) =>
    `${short(r.m, vector[1 + r.m.id])} to ${tenths(r.most[0])}`).join(", ")}.`));
}

/* ---- Always in sight, and said aloud ----------------------------------- */

function dock(text, level) {
  const name = isDread() ? state.dread.scheme.name : systemName(state.system);
  document.title = `${text} ${lib.levelText(level)} ${name} · secrisk`;
  $("dock").replaceChildren(el("b", {}, text), level ? tag(level) : "",
    soft(name),
    button("Details", () => {
      $("result").scrollIntoView();
      $("result").focus();
    }));
}

/* One message when changes have come to rest. */
let spoken = "";
let speaking = 0;
function announce(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    if (text !== spoken) {
      spoken = text;
      $("spoken").textContent = text;
    }
  }, 400);
}
