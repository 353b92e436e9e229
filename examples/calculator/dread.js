/* SPDX-License-Identifier: MIT */
/* DREAD: ratings under a scheme, and the same ratings under the others. */

/* The middle of each scale: a start, and no rating. */
function startDread(scheme) {
  const half = [0, 0, 0, 0, 0];
  scheme.ratings.forEach((r) => {
    const middle = r.low + (r.high - r.low) / 2;
    half[r.id] = r.step === 0 ? r.low
      : r.low + Math.floor((middle - r.low) / r.step) * r.step;
  });
  state.dread = { scheme, half };
}
const fits = (r, half) => half >= r.low && half <= r.high &&
  (r.step === 0 || (half - r.low) % r.step === 0);

/* Another scheme: ratings that are on its scale stay. */
function changeScheme(scheme) {
  const { half } = state.dread;
  startDread(scheme);
  scheme.ratings.forEach((r) => {
    if (r.step !== 0 && fits(r, half[r.id])) {
      state.dread.half[r.id] = half[r.id];
    }
  });
}

function dreadForm() {
  if (state.dread === null) {
    startDread(schemes.find((s) => lib.dread(s.id, s.ratings.map((r) =>
      r.high)).level === 5) || schemes[0]);
  }
  const { scheme, half } = state.dread;
  const input = (r, type) => el("input", { type, id: `${type}${r.id}`,
    min: r.low / 2, max: r.high / 2, step: (r.step || 1) / 2,
    value: half[r.id] / 2, disabled: r.step === 0,
    "aria-labelledby": `rating${r.id}`,
    oninput: (e) => rate(r, e.target) });
  return el("section", { class: "card", "aria-label": "Ratings" },
    el("h2", {}, "Ratings"),
    field("Scheme", select(schemes.map((s) => s.name), schemes.indexOf(scheme),
      (n) => {
        changeScheme(schemes[n]);
        $("base").replaceChildren(dreadForm());
        show();
        $("scheme").focus();
      }, { id: "scheme" })),
    note("A rating means nothing without its scheme."),
    state.rated ? "" : el("p", { class: "need", id: "unrated" }, "Nothing is " +
      "rated yet: the middle of each scale stands for what is not given."),
    ...scheme.ratings.map((r) => el("div", { class: "rating" },
      el("span", { id: `rating${r.id}` }, r.name, " ", soft(`(${r.abbr}) ` +
        `${r.low / 2} to ${r.high / 2}`)), input(r, "range"),
      input(r, "number"))));
}
function rate(r, input) {
  const half = Math.round(Number(input.value) * 2);
  const good = input.value !== "" && fits(r, half);
  input.setAttribute("aria-invalid", !good);
  if (good) {
    state.rated = true;
    $("unrated")?.remove();
    state.dread.half[r.id] = half;
    for (const type of ["range", "number"]) {
      const other = $(`${type}${r.id}`);
      if (other !== input) {
        other.value = half / 2;
        other.setAttribute("aria-invalid", false);
      }
    }
    show();
  }
}

/* The same ratings under every scheme on whose scale they are. */
function elsewhere() {
  const { half } = state.dread;
  return schemes.filter((s) => s.ratings.every((r) => fits(r, half[r.id])) &&
    s.ratings.length === half.filter((h) => h !== 0).length)
    .map((s) => ({ name: s.name, ...lib.dread(s.id, half) }))
    .filter((d) => d.status === 0);
}
/* A sum is exact in halves; a mean stays a fraction. */
const fraction = (d) => d.denominator <= 2
  ? `sum ${d.numerator / d.denominator}` : `${d.numerator}/${d.denominator}`;

function showDread() {
  const { scheme, half } = state.dread;
  const d = lib.dread(scheme.id, half);
  const level = state.rated ? d.level || state.asked : 0;
  $("score").replaceChildren(el("p", { class: "big" }, el("b", {},
    tenths(d.tenths)), tag(level), soft(`${scheme.name}, ${fraction(d)}`)));
  if (state.stale) {
    $("score").append(el("p", { class: "stale" }, "Of the last good text: ",
                         d.text));
  }
  if (d.level === 0) {
    $("score").append(para("This scheme publishes no bands, so its score " +
      "gives no level."), field("Level, as you judge it", select(["not given",
      ...lib.LEVELS.map(lib.levelText)], state.asked, (n) => {
      state.asked = n;
      show(false);
      $("asked").focus();
    }, { id: "asked" })));
  }
  $("bars").replaceChildren(table("Ratings", null, scheme.ratings.map((r) =>
    [r.name, bar(0, half[r.id] * 100 / r.high, level),
      num(`${half[r.id] / 2} of ${r.high / 2}`)]), { class: "stack" }),
  table("The same ratings under each scheme", ["Scheme", "Score", "Level"],
    elsewhere().map((o) => [o.name, num(fraction(o)),
      o.level === 0 ? soft("no bands") : lib.levelText(o.level)]),
    { class: "long" }),
  note("Levels differ because every scheme draws its own bands over its own " +
    "kind of score. Never compare scores of two schemes."));
  $("whycard").hidden = true;
  announce(`Score ${tenths(d.tenths)}, ${lib.levelText(level) || "no level"}`);
  dock(tenths(d.tenths), level);
  showRisk(level !== 0);
}
