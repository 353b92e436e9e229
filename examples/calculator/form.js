/* SPDX-License-Identifier: MIT */
/* The form: systems, groups, metrics, help, and the score of each choice. */

const isDread = () => state.system === "dread";
const systemName = (version) => `CVSS ${lib.tenths(version)}`;
const optional = () => state.metrics.filter((m) => !m.mandatory);
const isOver = (m) => m.modified !== lib.NONE &&
  state.vector[1 + m.modified] !== 0;
const valueOf = (m, id) => m.values.find((v) => v.id === id);
const short = (m, id) => `${m.abbr}:${valueOf(m, id).abbr}`;

function blank(version) {
  const v = new Uint8Array(40);
  v[0] = version;
  return v;
}

function systems() {
  const all = versions.map((v) => [v, systemName(v)]);
  if (schemes.length > 0) {
    all.push(["dread", "DREAD"]);
  }
  $("systems").querySelector(".seg").replaceChildren(...all.map(
    ([value, text]) => choice("system", value, state.system, (v) => {
      choose(v);
      show();
    }, text)));
}

const shape = (version) => lib.metrics(version).map((m) =>
  `${m.abbr}:${m.values.map((v) => v.abbr)}`).join();

/* What was entered under a system, from a version with the same metrics and
 * values too (3.0, 3.1), or else nothing. */
function entered(system) {
  const { system: old, vector, controls, byHand } = state;
  if (old !== 0) {
    state.left[old] = { vector, controls, byHand };
  }
  if (old === system || old === 0 || isDread() || system === "dread" ||
      shape(old) !== shape(system)) {
    return state.left[system] || { vector: system === "dread" ? null
      : blank(system), controls: [], byHand: "" };
  }
  const twin = Uint8Array.from(vector);
  twin[0] = system;
  return { vector: twin, byHand: "", controls: controls.map((c) => ({ ...c,
    limits: c.limits.map(([, m, v]) => [system, m, v]) })) };
}

/* Another system: the form is built anew. */
function choose(system) {
  const was = entered(system);
  state.system = system;
  state.controls = was.controls;
  state.byHand = was.byHand;
  if (isDread()) {
    state.metrics = [];
    $("base").replaceChildren(dreadForm());
    $("optional").replaceChildren();
  } else {
    state.vector = was.vector;
    state.metrics = lib.metrics(system);
    const all = [...new Set(state.metrics.map((m) => m.group))].map(group);
    $("base").replaceChildren(all[0]);
    $("optional").replaceChildren(...all.slice(1));
    unfold();
  }
  systems();
  if (hasRisk) {
    riskForm();
  }
}

function group(g) {
  const own = state.metrics.filter((m) => m.group === g);
  const parts = [];
  let section = "";
  for (const m of own) {
    if (m.section !== section) {
      section = m.section;
      if (own.some((o) => o.section !== section)) {
        parts.push(el("h3", {}, section));
      }
    }
    parts.push(metric(m));
  }
  return el("details", { class: "card", id: `g${g}`, open: own[0].mandatory },
    el("summary", {}, el("h2", {}, `${lib.groupName(state.system, g)} metrics`),
      el("span", { class: "soft", id: `n${g}` })), ...parts);
}

function metric(m) {
  return el("fieldset", { class: "metric" },
    el("legend", {}, `${m.name} `, soft(`(${m.abbr}) `),
      el("span", { class: "need", id: `need${m.id}` })),
    m.help === "" ? null : helpButton(m),
    el("div", { class: "seg" }, ...m.values.map((v) => choice(`m${m.id}`, v.id,
      undefined, (id) => {
        state.vector = lib.set(state.vector, m.id, id);
        show();
      }, v.name, " ", el("span", { class: "ab" }, v.abbr), " ",
      el("span", { class: "if", id: `if${m.id}_${v.id}`,
        "aria-hidden": "true" })))));
}

/* "?" by touch, keyboard and screen reader: a button and a text behind it. */
function helpButton(m) {
  const text = el("div", { class: "help", id: `help${m.id}`, hidden: true });
  return [button("?", (e) => {
    const open = text.hidden;
    if (open && text.firstChild === null) {
      text.append(para(m.help), el("dl", {}, ...m.values.filter((v) =>
        v.help !== "").map((v) => el("div", {}, el("dt", {}, v.name, " ",
        soft(v.abbr)), el("dd", {}, v.help)))));
    }
    text.hidden = !open;
    e.currentTarget.setAttribute("aria-expanded", open);
  }, { class: "ask", "aria-expanded": "false", "aria-controls": `help${m.id}`,
    "aria-label": `What ${m.name} means` }), text];
}

/* Checks what is chosen, and what each other choice would lead to. */
function showForm(score) {
  const { vector, metrics, system } = state;
  const open = metrics.filter((m) => m.mandatory && vector[1 + m.id] === 0);
  for (const m of metrics) {
    const chosen = vector[1 + m.id];
    for (const v of m.values) {
      const hint = $(`if${m.id}_${v.id}`);
      const input = hint.closest("label").firstChild;
      input.checked = v.id === chosen && !(m.mandatory && chosen === 0);
      const settles = open.length === 0 || (open.length === 1 && open[0] === m);
      const would = settles && !input.checked
        ? lib.score(lib.set(vector, m.id, v.id), lib.OVERALL) : score;
      hint.textContent = would === score ? "" : `→ ${tenths(would)}`;
      hint.className = `if c${levelOf(system, would)}`;
    }
    const need = $(`need${m.id}`);
    const over = isOver(m);
    need.textContent = m.mandatory && chosen === 0 ? "required"
      : over ? `${short(metrics[m.modified], vector[1 + m.modified])} ` +
        "counts instead" : "";
    need.classList.toggle("over", over);
  }
  for (const g of new Set(metrics.map((m) => m.group))) {
    const own = metrics.filter((m) => m.group === g);
    const given = own.filter((m) => vector[1 + m.id] !== 0).length;
    $(`n${g}`).textContent = ` ${given} of ${own.length} given`;
  }
  return open;
}

/* Groups in which something is set are unfolded. */
function unfold() {
  for (const m of optional()) {
    if (state.vector[1 + m.id] !== 0) {
      $(`g${m.group}`).open = true;
    }
  }
}
