/* SPDX-License-Identifier: MIT */
/* Elements, bars and texts: what every part of the page is made with. */

const $ = (id) => document.getElementById(id);
const SVG = ["svg", "rect", "line"];

/* Text is only ever set as text, and no attribute holds a style. */
function el(name, attributes, ...children) {
  const node = SVG.includes(name)
    ? document.createElementNS("http://www.w3.org/2000/svg", name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.flat().filter((c) => c !== null));
  return node;
}
const soft = (...text) => el("span", { class: "soft" }, ...text);
const para = (...text) => el("p", {}, ...text);
const note = (...text) => el("p", { class: "soft" }, ...text);
const button = (text, click, attributes) =>
  el("button", { type: "button", onclick: click, ...attributes }, text);

function field(label, input, attributes) {
  return el("label", { class: "field", ...attributes }, label, input);
}
function check(label, checked, change) {
  return el("label", { class: "bitline" }, el("input", { type: "checkbox",
    checked, onchange: (e) => change(e.target.checked) }), label);
}
function select(words, chosen, change, attributes) {
  return el("select", { onchange: (e) => change(e.target.selectedIndex),
    ...attributes }, ...words.map((w, n) =>
    el("option", { selected: n === chosen }, w)));
}
/* One choice of several: a radio button that looks like a button. */
function choice(name, value, current, pick, ...label) {
  return el("label", {}, el("input", { type: "radio", name, value,
    checked: value === current, onchange: () => pick(value) }),
  el("span", {}, ...label));
}
/* Rows of a table; the first cell of each is its heading. */
function table(caption, heads, rows, attributes) {
  return el("table", attributes || {},
    caption === null ? null : el("caption", {}, caption),
    heads === null ? null : el("thead", {}, el("tr", {}, ...heads.map((h) =>
      h === "" ? el("td", {}) : el("th", { scope: "col" }, h)))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((cell, n) =>
      n === 0 ? el("th", { scope: "row" }, cell)
        : el("td", {}, cell))))));
}
/* A vector that may break after each of its metrics. */
const breakable = (text) => text.split("/").flatMap((part, n) =>
  n === 0 ? [part] : ["/", el("wbr"), part]);
const num = (...text) => el("span", { class: "num" }, ...text);

const tenths = (n) => lib.tenths(n) || "–";

/* The scores at which a level begins: the library is asked for each. */
const bandsOf = {};
function bands(system) {
  return bandsOf[system] ||= [...Array(101).keys()].filter((n) => n > 0 &&
    lib.severity(system, n) !== lib.severity(system, n - 1));
}
const levelOf = (system, score) => score > 100 ? 0
  : lib.severity(system, score) % lib.NONE;

/* A bar on the scale from 0 to 100: [from, to], marks where levels begin, a
 * line at one score; hollow for what is not so yet. */
function bar(from, to, level, marks = [], { at, hollow } = {}) {
  const line = (n, kind) => el("line", { class: kind, x1: `${n}%`,
    x2: `${n}%`, y1: 0, y2: "100%" });
  return el("svg", { "aria-hidden": "true", class: `bar c${level}` },
    el("rect", { class: "t", width: "100%", height: "100%", rx: 3 }),
    to > from || to > 0 ? el("rect", { class: hollow ? "h" : "f", rx: 3,
      x: `${from}%`, height: "100%",
      width: `${Math.max(to - from, 0.8)}%` }) : null,
    marks.filter((n) => n > 1).map((n) => line(n, "g")),
    at === undefined ? null : line(at, "m"));
}
const tag = (level) => el("span", { class: `tag c${level}` },
                          lib.levelText(level) || "no level");
