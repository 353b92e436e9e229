/* SPDX-License-Identifier: MIT */
/* The result: score or range, all scores as bars, v4.0's classes, and what one
 * change would do. */

function showScore(open, low, high) {
  const { vector, system } = state;
  const level = levelOf(system, high);
  if (open.length === 0) {
    $("score").replaceChildren(el("p", { class: "big" }, el("b", {},
      tenths(low)), tag(level), soft(`${systemName(system)}, ` +
      lib.nomenclature(vector))));
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
  if (state.stale) {
    $("score").append(el("p", { class: "stale" },
      "Of the last good vector, not of the text in the field:",
      el("br"), lib.format(vector)));
  }
}

/* Is any metric defined that a kind of score (bits 2, 4) is about? */
function defined(kind) {
  const groups = state.metrics.filter((m) => state.vector[1 + m.id] !== 0)
    .map((m) => 1 << (m.group - 1));
  const wanted = kind < 8 ? kind & 6 : kind === 10 ? 4 : 0;
  return wanted === 0 || groups.some((bit) => (bit & wanted) !== 0);
}

function showBars(whole) {
  const { vector, system } = state;
  const marks = bands(system);
  const row = (kind, name) => {
    const score = whole && defined(kind) ? lib.score(vector, kind) : lib.NONE;
    const part = kind > 7; /* a sub-score has no level */
    const level = part ? 0 : levelOf(system, score);
    return [name, bar(0, score > 100 ? 0 : score, level, part ? [] : marks),
      num(tenths(score)), score > 100 ? soft("not defined")
        : part ? "" : lib.levelText(level)];
  };
  const rows = lib.KINDS.map((kind) => [kind, lib.kindName(system, kind)])
    .filter(([, name], n, all) => name !== "" &&
      all.findIndex(([, other]) => other === name) === n)
    .map(([kind, name]) => row(kind, name));
  rows.push(row(lib.OVERALL, lib.kindName(system, lib.OVERALL)));
  $("bars").replaceChildren(whole ? table("Scores", null, rows) : "",
    whole ? classes() : "");
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
  $("why").replaceChildren(rows.length === 0
    ? note("No single metric moves it.")
    : table(null, ["Now", `Score, now ${tenths(now)}`, "Least it can be"],
      rows.map(({ m, least, most }) => [short(m, vector[1 + m.id]),
        bar(least[0], most[0], level, bands(system), { at: now }),
        num(least[0] === now ? "–"
          : `${tenths(least[0])} by ${m.abbr}:${least[1].abbr}`)])));
}

/* ---- Always in sight, and said aloud ----------------------------------- */

function dock(text, level) {
  $("dock").replaceChildren(el("b", {}, text), level ? tag(level) : "",
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
