/* SPDX-License-Identifier: MIT */
/* Controls, the risk before and after them, and what the policy decides. */

/* The words that the register's file has for a control, by number. */
const KIND = ["external", "hardware", "visible", "hidden"];
const KIND_HELP = ["external: outside of the device", "hardware",
  "visible: software that its user sees", "hidden: other software"];
const STATE = ["planned", "implemented", "verified"];
const DOMAIN = ["security", "safety", "performance"];

const hasLimits = () => state.metrics.some((m) => m.modifies !== lib.NONE);
const limitText = ([, metric, value]) => short(state.metrics[metric], value);
const suggested = () => isDread() ? [] : lib.suggestions(state.system)
  .filter((s) => s.limits.length > 0);
const newControl = (name, limits) => ({ name, limits, kind: 4, state: 1,
  domains: 1, cryptographic: false, reference: "" });
const done = (c) => ({ ...c, state: lib.VERIFIED,
  reference: c.reference.trim() || "to be named" });

/* ---- The form ---------------------------------------------------------- */

function riskForm() {
  controlForms();
  $("add").replaceChildren(
    field("Add a control, with the score that it would leave once verified",
      el("select", { id: "suggestion" }, ...suggested().map((s) =>
        el("option", {}, s.text)), el("option", {}, "a control of your own"))),
    button("Add", () => {
      const s = suggested()[$("suggestion").selectedIndex];
      state.controls.push(s === undefined ? newControl("", [])
        : newControl(s.text, s.limits));
      controlForms();
      show();
      $(`name${state.controls.length - 1}`).focus();
    }));
  $("byhand").value = state.byHand;
}

function controlForms() {
  $("controls").replaceChildren(...state.controls.map(controlForm));
}

function controlForm(c, n) {
  const set = (key) => (value) => {
    c[key] = value;
    show(false);
  };
  const reference = el("input", { type: "text", value: c.reference,
    id: `ref${n}`, oninput: (e) => set("reference")(e.target.value) });
  const technique = field("Approved technique", reference,
                          { hidden: !c.cryptographic });
  return el("fieldset", { class: "control" },
    el("legend", {}, `Control ${n + 1}`),
    field("Name", el("input", { type: "text", id: `name${n}`, value: c.name,
      oninput: (e) => set("name")(e.target.value) })),
    el("div", { class: "pair" },
      field("Kind", select(KIND_HELP, c.kind - 1, (i) => set("kind")(i + 1))),
      field("State", select(STATE, c.state - 1, (i) => set("state")(i + 1),
                            { id: `state${n}` }))),
    el("div", { class: "row", role: "group", "aria-label": "It serves" },
      ...DOMAIN.map((word, i) => check(word, (c.domains & (1 << i)) !== 0,
        (on) => set("domains")(on ? c.domains | (1 << i)
          : c.domains & ~(1 << i)))),
      check("cryptographic", c.cryptographic, (on) => {
        technique.hidden = !on;
        set("cryptographic")(on);
      })),
    technique,
    hasLimits() ? limitForm(c, n) : null,
    el("div", { class: "row" }, button("Remove this control", () => {
      state.controls.splice(n, 1);
      controlForms();
      show(false);
      ($(`name${Math.min(n, state.controls.length - 1)}`) ||
       $("suggestion")).focus();
    })));
}

/* "This metric is at most this severe": what the control achieves. */
function limitForm(c, n) {
  const free = state.metrics.filter((m) => m.modifies !== lib.NONE).flatMap(
    (m) => m.values.filter((v) => v.id !== 0).map((v) =>
      [state.system, m.id, v.id])).filter((limit) =>
    lib.limitable(state.vector, limit));
  const again = (focus) => {
    controlForms();
    show(false);
    $(focus).focus();
  };
  const pick = el("select", { id: `limit${n}` }, ...free.map((limit) => {
    const m = state.metrics[limit[1]];
    return el("option", {}, `${limitText(limit)} (${m.name} at most ` +
      `${valueOf(m, limit[2]).name})`);
  }));
  return el("div", {},
    el("div", { class: "row" }, soft("At most:"), ...(c.limits.length === 0
      ? [soft("nothing yet, so it lowers no score")]
      : c.limits.map((limit, i) => button(`${limitText(limit)} ×`, () => {
        c.limits = c.limits.filter((l, k) => k !== i);
        again(`limit${n}`);
      }, { "aria-label": `Take off ${limitText(limit)}` })))),
    el("div", { class: "pick" }, field("What it achieves", pick),
      button("Set", () => {
        c.limits = [...c.limits, free[pick.selectedIndex]];
        again(`limit${n}`);
      })));
}

/* ---- The risk before and after ----------------------------------------- */

const risk = (system, kind, score, level) =>
  ({ system, kind, tenths: score, level });
const UNRATED = risk(0, 0, 0, 0);

/* A DREAD text with the level behind it, where its scheme has no bands. */
function readDread(text) {
  const [, rating, word] = /^\s*(\S*)\s*(\S*)\s*$/.exec(text) || [0, text, ""];
  const got = lib.parseDread(rating);
  if (got.rating === null) {
    return { problem: got.diag.text };
  }
  const [scheme, ...half] = got.rating;
  const d = lib.dread(scheme, half);
  return { risk: risk(scheme, 0, d.tenths, word === "" ? 0
    : lib.levelFind(word)) };
}

/* {before, after, later, vector, problem}: later is after with all controls
 * verified, vector the residual one. */
function ratings() {
  const byHand = state.byHand.trim();
  if (isDread()) {
    const { scheme, half } = state.dread;
    const d = lib.dread(scheme.id, half);
    const before = risk(scheme.id, 0, d.tenths, d.level === 0
      ? state.asked : 0);
    const got = byHand === "" ? { risk: UNRATED } : readDread(byHand);
    return { before, after: got.risk || UNRATED, later: UNRATED,
      problem: got.problem };
  }
  const { vector, controls } = state;
  let residual = null;
  let later = null;
  if (byHand !== "") {
    const got = lib.parse(byHand, leniency(lib.LENIENT | bareFlag(byHand)));
    residual = got.vector;
    if (residual === null) {
      return { ...same(vector), problem: got.diag.text };
    }
  } else if (controls.some((c) => c.limits.length > 0)) {
    residual = lib.residual(vector, controls).vector;
    later = lib.residual(vector, controls.map(done)).vector;
  }
  if (residual === null) {
    return same(vector);
  }
  const pair = lib.pair(vector, residual);
  return { before: pair.before, after: pair.after, vector: residual,
    later: later === null ? UNRATED : lib.pair(vector, later).after,
    problem: pair.status === 0 ? undefined : pair.text };
}
const same = (vector) => ({ before: lib.pair(vector, vector).before,
  after: UNRATED, later: UNRATED });

/* ---- What follows ------------------------------------------------------ */

function texts() {
  for (const key of ["rationale", "benefit", "byHand", "id", "about"]) {
    $(key.toLowerCase()).value = state[key];
  }
  $("impairs").checked = state.impairs;
}

function decisionForm() {
  $("policy").replaceChildren(...policies.map((p) => el("option", {}, p.name)));
  $("policy").onchange = (e) => {
    state.policy = policies[e.target.selectedIndex].id;
    show(false);
  };
  for (const key of ["rationale", "benefit", "byHand", "id", "about"]) {
    $(key.toLowerCase()).oninput = (e) => {
      state[key] = e.target.value;
      show(false);
    };
  }
  $("impairs").onchange = (e) => {
    state.impairs = e.target.checked;
    show(false);
  };
}

/* whole: the rating is complete. */
function showRisk(whole) {
  $("riskcard").hidden = !hasRisk || !whole;
  state.result = null;
  if (!hasRisk || !whole) {
    return;
  }
  $("byhandlabel").textContent = "Residual risk rated by hand: " +
    (isDread() ? "a DREAD text of the same scheme" : hasLimits()
      ? "a vector; empty, it comes from the controls" : "a vector");
  showSuggestions();
  const r = ratings();
  const e = r.problem === undefined ? lib.evaluate(state.policy, {
    controls: state.controls, rationale: state.rationale,
    benefit: state.benefit, impairs: state.impairs, initial: r.before,
    residual: r.after }) : null;
  state.result = { ...r, ...e };
  $("byhanderror").textContent = r.problem === undefined ? "" : `${r.problem}.`;
  $("verdict").replaceChildren(...verdict(r, e));
}

function verdict(r, e) {
  if (e === null) {
    return [para("No decision, as the residual risk cannot be compared.")];
  }
  const level = lib.level(state.policy, r.before);
  if (level.level === 0 || e.status !== 0) {
    return [para(`No decision: ${lib.statusText(e.status || level.status)}.`)];
  }
  return [sides(r, e),
    para(el("strong", {}, `${lib.levelText(e.initialLevel)}: `),
      `${lib.rule(state.policy, e.initialLevel).join("; ")}.`),
    el("p", { class: "decision" }, e.decision),
    ...(e.missing.length === 0 ? [] : [para("Still missing:"),
      el("ul", { id: "missing" }, ...e.missing.map((t) => el("li", {}, t)))]),
    ...(e.remarks.length === 0 ? [] : [el("ul", { class: "soft" },
      ...e.remarks.map((t) => el("li", {}, t)))])];
}

/* Before, after, and hollow what will count once all is verified. */
function sides(r, e) {
  const marks = isDread() ? [] : bands(state.system);
  const row = (name, score, level, hollow) => [name,
    bar(0, score, level, marks, { hollow }), num(tenths(score)),
    lib.levelText(level)];
  const rows = [row("Before", e.initialTenths, e.initialLevel)];
  if (r.after.system !== 0 || state.controls.length > 0) {
    rows.push(row("After, as it counts", e.residualTenths, e.residualLevel));
  }
  if (r.later.system !== 0 && r.later.tenths !== e.residualTenths) {
    rows.push(row("Once verified", r.later.tenths,
                  lib.level(state.policy, r.later).level, true));
  }
  const own = isDread() ? lib.NONE : lib.score(state.vector, lib.OVERALL);
  return el("div", {}, table("Risk before and after", null, rows,
    { class: "stack" }),
    isDread() ? null : note((rows.length === 1 ? "This is a score "
      : "These are scores ") + "of the kind " +
      `“${lib.kindName(state.system, lib.BTE)}”, the one that a vector has ` +
      "before and after its controls." +
      (own === r.before.tenths ? "" : ` The vector's own score is ` +
        `${tenths(own)}.`)),
    r.vector === undefined ? null : el("p", { class: "vector" },
      soft("Residual vector: "), ...breakable(lib.format(r.vector))));
}

/* The score that each suggestion would leave, beside the controls there are. */
function showSuggestions() {
  suggested().forEach((s, n) => {
    const all = [...state.controls, newControl(s.text, s.limits)].map(done);
    const { vector } = lib.residual(state.vector, all);
    $("suggestion").options[n].textContent = (vector === null ? ""
      : `→ ${tenths(lib.score(vector, lib.BTE))}  `) + `${s.text} (` +
      `${s.limits.map(limitText).join(" ")})`;
  });
}

/* ---- A row for the register -------------------------------------------- */

/* CSV as the register reads it, with the apostrophe it takes off again. */
function cell(text) {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
/* A text of the controls' column, in marks that do not occur in it. */
function quoted(text) {
  const marks = ['""', "''", "“”"].find(([a, b]) => !text.includes(a) &&
    !text.includes(b));
  return marks === undefined ? `"${text.replaceAll('"', "'")}"`
    : marks[0] + text + marks[1];
}
function controlText(c) {
  return [KIND[c.kind - 1], STATE[c.state - 1],
    ...DOMAIN.filter((w, n) => (c.domains & (1 << n)) !== 0),
    ...(c.name.trim() === "" ? [] : [quoted(c.name.trim())]),
    ...(c.cryptographic ? ["crypto", ...(c.reference.trim() === "" ? []
      : [quoted(c.reference.trim())])] : []),
    ...c.limits.map(limitText)].join(" ");
}
/* The same in words, for paper. */
const controlWords = (c) => [KIND_HELP[c.kind - 1], STATE[c.state - 1],
  ...DOMAIN.filter((w, n) => (c.domains & (1 << n)) !== 0),
  ...(c.cryptographic ? [`cryptographic by ${c.reference.trim() ||
    "a technique not yet named"}`] : []),
  ...(c.limits.length === 0 ? []
    : [`at most ${c.limits.map(limitText).join(" ")}`])].join(", ");
function registerRow() {
  const level = isDread() && lib.dread(state.dread.scheme.id,
    state.dread.half).level === 0 ? ` ${lib.levelText(state.asked)}` : "";
  const row = { id: state.id.trim() || "T-1", description: state.about,
    scheme: "", initial: currentText() + level,
    controls: state.controls.map(controlText).join("; "),
    residual: state.byHand.trim() || (state.controls.some((c) =>
      c.limits.length > 0) ? "caps" : ""),
    rerated: "", impairs: state.impairs ? "yes" : "",
    rationale: state.rationale, "benefit-risk": state.benefit, note: "" };
  return `${Object.keys(row).join(",")}\n` +
    `${Object.values(row).map(cell).join(",")}\n`;
}
