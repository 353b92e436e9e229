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
  dread: null, asked: 0,
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
  if (fromForm) {
    $("vector").value = text;
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
  const texts = [["Threat", `${state.id} ${state.about}`.trim()],
    ["Policy", state.result !== null ? policy.name : ""],
    ["Rationale", state.rationale], ["Benefit and risk", state.benefit],
    ["Controls", state.impairs
      ? "would impair critical performance" : ""]].filter(([, t]) =>
    t.trim() !== "");
  $("paper").replaceChildren(el("p", { class: "vector" }, currentText()),
    ...texts.map(([name, t]) => el("p", { class: "text" },
      el("strong", {}, `${name}: `), t)),
    ...(controls.length === 0 ? [] : [table("Controls", null,
      controls.map((c) => [c.name || "(no name)", controlWords(c)]),
      { class: "long" })]),
    table(isDread() ? "Ratings" : "Metrics", null, chosen, { class: "long" }));
}

/* ---- Buttons and start ------------------------------------------------- */

let typing = 0;
const click = (id, action) => { $(id).onclick = action; };
click("copy", () => copy(currentText(), "Vector"));
click("link", () => copy(`${location.href.split("#")[0]}#${currentText()}`,
                        "Link"));
click("json", () => copy(lib.json(state.vector), "JSON"));
click("row", () => copy(registerRow(), "Register row"));
click("print", () => print());
click("reset", () => {
  choose(state.system);
  show();
});
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
$("vector").addEventListener("change", (e) => take(e.target.value, true));
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
