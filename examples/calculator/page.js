/* SPDX-License-Identifier: MIT */
/* The page as a whole: its state, what is shown, print, and the buttons. */

const lib = await openLibrary(Uint8Array.from(atob(WASM), (c) =>
  c.charCodeAt(0)));
const versions = lib.versions();
const schemes = lib.schemes();
const policies = lib.policies();
const hasRisk = lib.has.risk;
const leniency = (flags) => lib.has.lenient ? flags : 0;

const state = {
  system: 0, vector: null, metrics: [], stale: false,
  began: null, /* the vector as it was read */
  left: {}, /* what was entered, by system */
  dread: null, asked: 0, rated: false,
  id: "", about: "", controls: [], byHand: "", rationale: "", benefit: "",
  impairs: false, policy: policies.length > 0 ? policies[0].id : 0,
  result: null,
  list: [], profile: "",
};
const currentText = () => isDread()
  ? lib.dread(state.dread.scheme.id, state.dread.half).text
  : lib.format(state.vector);

/* Everything that depends on the state.  fromForm: the field follows. */
function show(fromForm = true) {
  const text = currentText();
  $("copied").textContent = "";
  $("out").hidden = true;
  $("vector").placeholder = text;
  if (fromForm) {
    $("vector").value = isGiven() ? text : "";
    say();
    invalid(false);
  }
  $("json").hidden = isDread() || !lib.has.json;
  $("row").hidden = !hasRisk;
  if (isDread()) {
    showDread();
  } else {
    showVector();
  }
  printed();
  if (!state.stale) {
    setLink(text);
  }
}

function showVector() {
  const { vector, system } = state;
  const [low, high] = lib.range(vector, lib.OVERALL);
  const open = showForm(lib.score(vector, lib.OVERALL));
  const whole = open.length === 0;
  const level = levelOf(system, high);
  showScore(open, low, high);
  showBars(whole);
  showChanges(whole);
  showRisk(whole);
  const score = whole ? tenths(low) : `${tenths(low)}–${tenths(high)}`;
  dock(score, whole ? level : 0);
  announce(whole ? `Score ${score}, ${lib.levelText(level)}`
    : `Score ${tenths(low)} to ${tenths(high)}, ${open.length} to go`);
}

/* ---- For print: all that was chosen, by name --------------------------- */

function printed() {
  const { metrics, vector, system, dread, controls } = state;
  const chosen = isDread()
    ? dread.scheme.ratings.map((r) => [r.name, `${dread.half[r.id] / 2} ` +
      `(${r.low / 2} to ${r.high / 2})`])
    : metrics.filter((m) => vector[1 + m.id] !== 0).map((m) =>
      [`${m.name} (${m.abbr})`, valueOf(m, vector[1 + m.id]).name,
        lib.groupName(system, m.group)]);
  const policy = policies.find((p) => p.id === state.policy);
  const texts = [["Policy", state.result !== null ? policy.name : ""],
    ["Rationale", state.rationale], ["Benefit and risk", state.benefit],
    ["Controls", state.impairs
      ? "would impair critical performance" : ""]].filter(([, t]) =>
    t.trim() !== "");
  $("head").replaceChildren(el("h2", {}, `${state.id} ${state.about}`.trim()),
    el("p", { class: "vector" }, ...breakable(currentText())));
  $("paper").replaceChildren(
    ...texts.map(([name, t]) => el("p", { class: "text" },
      el("strong", {}, `${name}: `), t)),
    ...(controls.length === 0 ? [] : [table("Controls", null,
      controls.map((c) => [c.name || "(no name)", controlWords(c)]),
      { class: "long" })]),
    table(isDread() ? "Ratings" : "Metrics", null, chosen, { class: "long" }));
}

/* The same in a few lines, for a report or a mail. */
function summary() {
  const { result, rationale, benefit, controls } = state;
  const line = (name, text) => text === "" ? [] : [`${name}: ${text}`];
  const score = $("score").querySelector("b").textContent;
  const level = ($("score").querySelector(".tag") || { textContent: "" })
    .textContent;
  const name = isDread() ? state.dread.scheme.name : fullName();
  const after = $("verdict").querySelectorAll("tbody tr");
  return [...line("Threat", `${state.id} ${state.about}`.trim()),
    `Score: ${score} ${level} (${name})`.replace("  ", " "), currentText(),
    ...(result === null || result.decision === undefined ? [] : [
      ...controls.map((c) => `Control: ${c.name || "(no name)"} ` +
        `(${controlWords(c)})`),
      ...[...after].map((row) => line(row.children[0].textContent,
        `${row.children[2].textContent} ${row.children[3].textContent}`))
        .flat(),
      ...line("Residual vector", result.vector === undefined ? ""
        : lib.format(result.vector)),
      `Decision by the policy “${policies.find((p) =>
        p.id === state.policy).name}”: ${result.decision}`,
      ...result.missing.map((text) => `- missing: ${text}`)]),
    ...line("Rationale", rationale.trim()),
    ...line("Benefit and risk", benefit.trim()),
    `By secrisk ${lib.version}`].join("\n") + "\n";
}

/* Reset: nothing is given any more, and one way back. */
function reset() {
  const old = { ...state };
  Object.assign(state, { vector: isDread() ? null : blank(state.system),
    began: null, left: {}, dread: null, asked: 0, rated: false, id: "",
    about: "", controls: [], byHand: "", rationale: "", benefit: "",
    impairs: false });
  if (isDread()) {
    startDread(old.dread.scheme);
  }
  rebuild();
  say(el("div", { class: "row" }, para("All that was entered is gone."),
    button("Undo", () => {
      Object.assign(state, old);
      rebuild();
      $("vector").focus();
    })));
}
function rebuild() {
  choose(state.system);
  texts();
  show();
}

/* ---- Buttons and start ------------------------------------------------- */

let typing = 0;
const click = (id, action) => { $(id).onclick = action; };
click("copy", () => copy(currentText(), "Vector"));
click("link", () => copy(`${location.href.split("#")[0]}#${currentText()}`,
                        "Link"));
click("json", () => copy(lib.json(state.vector), "JSON"));
click("row", () => copy(registerRow(),
  "Register row with its header line"));
click("print", () => print());
click("summary", () => copy(summary(), "Summary"));
click("reset", reset);
click("keep", keep);
click("skip", () => $("base").querySelector("input,select").focus());
$("profile").oninput = (e) => {
  state.profile = e.target.value;
  showCompare();
};
$("vector").addEventListener("input", (e) => {
  clearTimeout(typing);
  typing = setTimeout(() => take(e.target.value, false), 120);
});
/* What is said of a text that is left moves the page, so it is not said while
 * a mouse button is down: the click would miss. */
let down = false;
let left = null;
function leave() {
  const text = left;
  left = null;
  if (text === $("vector").value && text !== read) {
    take(text, true);
  }
}
$("vector").addEventListener("change", (e) => {
  left = e.target.value;
  if (!down) {
    leave();
  }
});
addEventListener("mousedown", () => { down = true; }, true);
for (const type of ["mouseup", "dragend"]) {
  addEventListener(type, () => setTimeout(() => {
    down = false;
    leave();
  }), true);
}
/* A vector that is pasted takes the place of what is there. */
$("vector").addEventListener("paste", (e) => {
  if (holdsWhole(e.clipboardData.getData("text"))) {
    e.target.select();
  }
});
addEventListener("hashchange", fromLink);
$("about-page").textContent = `secrisk ${lib.version}.`;

if (hasRisk) {
  decisionForm();
}
choose(versions.length > 0 ? versions[0] : "dread");
showCompare();
const link = location.hash;
show();
if (link.length > 1) {
  clearTimeout(linking);
  fromLink();
}
document.documentElement.dataset.ready = "1";
