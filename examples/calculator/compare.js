/* SPDX-License-Identifier: MIT */
/* Up to eight texts side by side, each also in the device's environment. */

const MOST = 8;

/* The partial vectors of the profile, by version; {vectors, problem}. */
function profile() {
  const vectors = {};
  for (const text of state.profile.split(/\s+/).filter((t) => t !== "")) {
    const got = lib.parse(text, leniency(lib.LENIENT | lib.PARTIAL));
    if (got.vector === null) {
      return { vectors: {}, problem: `${text}: ${got.diag.text}.` };
    }
    vectors[got.vector[0]] = got.vector;
  }
  return { vectors };
}

/* What the profile defines of optional metrics counts instead. */
function inDevice(vector, over) {
  return over === undefined ? vector : lib.metrics(vector[0]).filter((m) =>
    !m.mandatory && over[1 + m.id] !== 0).reduce((v, m) =>
    lib.set(v, m.id, over[1 + m.id]), vector);
}

function keep() {
  const text = currentText();
  if (!state.list.includes(text) && state.list.length < MOST) {
    state.list.push(text);
  }
  showCompare();
}

function showCompare() {
  const { vectors, problem } = profile();
  $("keep").disabled = state.list.length >= MOST;
  $("profileerror").textContent = problem || "";
  $("comparison").hidden = state.list.length === 0;
  $("kept").replaceChildren(...(state.list.length === 0 ? []
    : [comparison(vectors)]));
  const parsed = state.list.filter((t) => !t.startsWith("DREAD"))
    .map((t) => lib.parse(t, leniency(lib.PARTIAL)).vector);
  $("differences").replaceChildren(...(parsed.length < 2 ? []
    : [differences(parsed)]));
}

function comparison(vectors) {
  const rows = state.list.map((text, n) => {
    const rated = scoreOf(text, vectors);
    return [el("span", { class: "vector" }, ...breakable(text)),
      num(rated.score), rated.level, num(rated.device), el("span", { class: "row" },
        button("Open", () => {
          $("vector").value = text;
          take(text, true);
          $("vector").focus();
        }, { "aria-label": `Open number ${n + 1}` }),
        button("Remove", () => {
          state.list.splice(n, 1);
          showCompare();
          $("keep").focus();
        }, { "aria-label": `Remove number ${n + 1}` }))];
  });
  return table("Side by side", ["Text", "Score", "Level", "In the device",
    "Actions"], rows, { class: "wide" });
}

/* Score and level as texts, and the score under the profile. */
function scoreOf(text, vectors) {
  if (text.startsWith("DREAD")) {
    const [scheme, ...half] = lib.parseDread(text).rating;
    const d = lib.dread(scheme, half);
    return { score: tenths(d.tenths), device: "–",
      level: lib.levelText(d.level) || "no level" };
  }
  const { vector } = lib.parse(text, leniency(lib.PARTIAL));
  const both = (v) => {
    const [low, high] = lib.range(v, lib.OVERALL);
    return low === high ? tenths(low) : `${tenths(low)}–${tenths(high)}`;
  };
  const device = inDevice(vector, vectors[vector[0]]);
  const [low, high] = lib.range(vector, lib.OVERALL);
  const word = (n) => lib.levelText(levelOf(vector[0], n));
  return { score: both(vector), device: both(device),
    level: word(low) === word(high) ? word(low) : `${word(low)}–${word(high)}` };
}

/* A metric a row, a vector a column; metrics of one name stand together. */
function differences(vectors) {
  const rows = new Map();
  vectors.forEach((v, column) => {
    for (const m of lib.metrics(v[0]).filter((o) => v[1 + o.id] !== 0)) {
      if (!rows.has(m.name)) {
        rows.set(m.name, Array(vectors.length).fill("–"));
      }
      rows.get(m.name)[column] = valueOf(m, v[1 + m.id]).name;
    }
  });
  return el("div", { class: "scroll", tabindex: 0, role: "region",
    "aria-label": "Metrics side by side" }, table("Metrics side by side",
    ["Metric", ...vectors.map((v) => `${systemName(v[0])}: ` +
      tenths(lib.score(v, lib.OVERALL)))], [...rows].map(([name, values]) =>
      [name, ...values.map((value) => new Set(values).size > 1
        ? el("strong", {}, value) : value)])));
}
