/* SPDX-License-Identifier: MIT */
/* Text in and out: what is typed or pasted, links, and what is wrong. */

/* What a leniency that was made use of is called, by its bit. */
const LENIENT = ["order of metrics", "letter case", "blanks", "a slash at the " +
  "end", "parentheses", "a prefix that v2.0 does not have",
"part of a v2.0 group", "", "no prefix: read as CVSS 3.0",
"no prefix: read as CVSS 3.1", "no prefix: read as CVSS 4.0"];

const say = (...nodes) => $("said").replaceChildren(...nodes);
function invalid(is) {
  if (is) {
    $("vector").setAttribute("aria-invalid", "true");
  } else {
    $("vector").removeAttribute("aria-invalid");
  }
  state.stale = is;
}

/* The faulty token in its surroundings; never half a character. */
function mistake(data, diag, red) {
  const half = (n) => n < data.length && (data[n] & 0xc0) === 0x80;
  let start = Math.min(diag.offset, data.length);
  let end = Math.min(start + diag.length, data.length);
  while (start > 0 && half(start)) {
    start--;
  }
  while (half(end)) {
    end++;
  }
  let from = Math.max(0, start - 120);
  let to = Math.min(data.length, end + 60, start + 300);
  while (half(from)) {
    from++;
  }
  while (half(to)) {
    to++;
  }
  const decoder = new TextDecoder();
  const cut = (a, b) => decoder.decode(data.subarray(a, b));
  return el("div", { class: red ? "error" : "unfinished" },
    el("p", {}, el("strong", {}, red ? `Byte ${diag.offset + 1}: ${diag.text}.`
      : `Not finished yet: ${diag.text}.`)),
    red ? el("pre", {}, from > 0 ? "…" : "", cut(from, start),
      el("mark", { class: start === end ? "gap" : "" },
        cut(start, Math.min(end, to))), cut(Math.min(end, to), to),
      to < data.length ? "…" : "") : null,
    /^\s*CVE-\d/i.test(decoder.decode(data.subarray(0, 40))) ? note("A CVE " +
      "number holds no vector, and this page asks nobody. Paste the vector.")
      : red && !isDread() && isGiven()
        ? note("The score is still that of the last good text.") : null);
}

/* An error whose token ends where the text does is not finished yet. */
function complain(got, final) {
  const end = got.data.length;
  const red = final || got.diag.offset + got.diag.length < end;
  invalid(red);
  say(mistake(got.data, got.diag, red));
  if (red) {
    show(false);
  }
}

/* Undoes what links and JSON do to a vector: %3A and \/. */
function decoded(text) {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  }).replaceAll("\\/", "/");
}

/* The version that stands beside a vector without prefix, as NVD's links and
 * prose have it; else the one that is chosen, and 4.0 where only 4.0 can be
 * meant.  v2.0 has no prefix, so that nothing else is read where it is
 * chosen. */
function bareFlag(text) {
  const beside = /(?:[?&]version=|\bCVSS\s*v?)(\d)\.(\d)(?![\d/])/i.exec(text);
  const own = lib.BARE[state.system] || 0;
  return beside !== null ? lib.BARE[beside[1] + beside[2]] || 0
    : own === 0 ? 0 : own | lib.BARE[40];
}

/* Whole vectors of whatever version their metrics are of. */
const bareAny = (text) => leniency(lib.LENIENT | lib.BARE[40] |
  (bareFlag(text) & ~lib.BARE[40] || lib.BARE[31]));

const isDreadText = (text) => schemes.length > 0 && /^\s*DREAD/i.test(text);
const holdsWhole = (text) => isDreadText(text) ||
  lib.find(decoded(text), bareAny(text)).vectors.length > 0;

let read = null; /* the last text that was good */

/* Reads what is in the field.  final: it has been left, or came whole.  One
 * that is emptied and left gets the text of the form again. */
function take(text, final) {
  clearTimeout(typing);
  if (text.trim() === "") {
    invalid(false);
    say();
    show(final);
    return;
  }
  if (isDreadText(text)) {
    takeDread(text.trim(), final);
    return;
  }
  const plain = decoded(text);
  const bare = bareFlag(plain);
  const got = lib.parse(text, leniency(lib.LENIENT | lib.PARTIAL | bare));
  if (got.vector !== null) {
    accept(got.vector);
    read = text;
    const used = LENIENT.filter((w, n) => w !== "" &&
      (got.diag.lenient & (1 << n)) !== 0);
    say(...(used.length === 0 ? [] : [note(`Read in spite of: ` +
      `${used.join(", ")}. “Copy vector” gives the standard's form.`)]));
    return;
  }
  const any = bareAny(plain);
  const whole = lib.parse(text, any);
  if (whole.vector !== null) {
    accept(whole.vector);
    read = text;
    say(note(`Read as ${systemName(whole.vector[0])}, as it has no prefix.`));
    return;
  }
  let found = lib.find(plain, leniency(lib.LENIENT | bare) | lib.NEAR);
  if (found.vectors.length === 0) {
    const more = lib.find(plain, any);
    found = more.vectors.length > 0 ? more : found;
  }
  if (found.vectors.length > 0) {
    offer(found);
    read = text;
  } else if (found.near.length > 0 && /\s/.test(text.trim())) {
    complain({ data: found.data, diag: found.near[0] }, true);
  } else {
    complain(got, final);
  }
}

/* The vectors that were found in a longer text: the first is taken. */
function offer({ vectors, near }) {
  const picks = vectors.slice(0, 20).map((v, n) => button(
    `${tenths(lib.score(v, lib.OVERALL))} ${lib.format(v)}`, () => pick(n)));
  const pick = (n) => {
    accept(vectors[n]);
    picks.forEach((b, i) => b.setAttribute("aria-pressed", i === n));
  };
  pick(0);
  const missed = near.length === 0 ? [] : [note(`Passed over: ${near.length} ` +
    `that ${near.length === 1 ? "looks like a vector and is" : "look like " +
    "vectors and are"} none; the first: ${near[0].text}.`)];
  say(para(vectors.length === 1 ? "One vector found in the text."
    : `${vectors.length} vectors found in the text; pick one` +
      `${vectors.length > 20 ? " of the first 20" : ""}:`),
  ...(vectors.length === 1 ? [] : [el("ul", { class: "picks" },
    ...picks.map((b) => el("li", {}, b)))]), ...missed);
}

function takeDread(text, final) {
  const got = lib.parseDread(text);
  if (got.rating === null) {
    complain(got, final);
    return;
  }
  const [scheme, ...half] = got.rating;
  state.dread = { scheme: schemes.find((s) => s.id === scheme), half };
  state.rated = true;
  choose("dread");
  invalid(false);
  say();
  show(false);
}

function accept(vector) {
  if (vector[0] !== state.system) {
    choose(vector[0]);
  }
  state.vector = vector;
  state.began = vector;
  invalid(false);
  unfold();
  show(false);
}

/* ---- The link ---------------------------------------------------------- */

let hash = "";
let linking = 0;

/* Browsers limit how often a page may change its link.  A link that was
 * changed from outside meanwhile is left for fromLink. */
function setLink(text) {
  clearTimeout(linking);
  linking = setTimeout(() => {
    if (location.hash === hash) {
      history.replaceState(null, "", `#${text}`);
      hash = location.hash;
    }
  }, 150);
}
function fromLink() {
  if (location.hash === hash || location.hash.length < 2) {
    return;
  }
  hash = location.hash;
  const text = decoded(hash.slice(1));
  $("vector").value = text;
  take(text, true);
}

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    $("copied").textContent = `${what} copied.`;
  } catch {
    $("out").hidden = false;
    $("out").value = text;
    $("out").select();
    $("copied").textContent = `${what} is selected: press Ctrl+C.`;
  }
}
