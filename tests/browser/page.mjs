// SPDX-License-Identifier: MIT
// What the tests of the calculator share: a browser, the page, the native
// programs.  CALCULATOR is the page, NATIVE the folder with score and register.
import { chromium } from "playwright-core";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { pathToFileURL } from "node:url";
import { after } from "node:test";

export const file = process.env.CALCULATOR;
export const url = pathToFileURL(file).href;
export const V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
export const V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/" +
  "SC:N/SI:N/SA:N";
export const WORST = {
  "2.0": "AV:N/AC:L/Au:N/C:C/I:C/A:C", "3.0": V31.replace("3.1", "3.0"),
  "3.1": V31, "4.0": V40,
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--in-process-gpu",
    "--num-raster-threads=1",
    "--disable-features=SpareRendererForSitePerProcess"],
});
after(() => browser.close());

const SIZE = { width: 1280, height: 900 };

async function load(p, hash, scripted = true) {
  p.log = [];
  p.requests = [];
  await p.goto(url + (hash === "" ? "" : `#${hash}`));
  if (scripted) {
    await p.waitForSelector("html[data-ready]");
  }
}
// A page; its console messages, errors and requests are kept in p.log and
// p.requests.
export async function open(hash = "", options = {}) {
  const context = await browser.newContext({ viewport: SIZE, ...options });
  const p = await context.newPage();
  p.setDefaultTimeout(20000);
  p.on("pageerror", (e) => p.log.push(String(e)));
  p.on("console", (m) => p.log.push(m.text()));
  p.on("request", (r) => p.requests.push(r.url().split("#")[0]));
  const scripted = options.javaScriptEnabled !== false;
  await load(p, hash, scripted);
  if (scripted) {
    await p.clock.install();
  }
  return p;
}
// The document is always a new one.  Its window is one with these options that
// a test before has left in order: a new one costs half a second.
const left = new Map();
export async function withPage(hash, options, work) {
  const kind = JSON.stringify(options);
  let p = left.get(kind);
  if (p === undefined) {
    p = await open(hash, options);
  } else {
    left.delete(kind);
    await p.goto("about:blank");
    await p.setViewportSize(options.viewport || SIZE);
    await p.emulateMedia({ colorScheme: null, reducedMotion: null,
      forcedColors: null, media: null });
    await load(p, hash, options.javaScriptEnabled !== false);
  }
  let done = false;
  try {
    const result = await work(p);
    done = true;
    return result;
  } finally {
    if (done) {
      left.set(kind, p);
    } else {
      await p.context().close();
    }
  }
}

// For numbers alone: nothing is drawn from here on.
export const undrawn = (p) => p.evaluate(() => {
  document.documentElement.style.display = "none";
});

// A text as if typed or pasted, and the field left.
export async function enter(p, text) {
  await p.evaluate((t) => {
    const field = document.getElementById("vector");
    field.value = t;
    field.dispatchEvent(new Event("change"));
  }, text);
}
export const score = (p) => p.textContent("#score b");
export const level = (p) => p.textContent("#score .tag");
export const said = async (p) => (await p.textContent("#said")).trim();
// The vector in the link.  The page's clock stands still but for runFor.
export async function link(p) {
  await p.clock.runFor(200);
  const now = await p.evaluate(() => location.hash.slice(1));
  return decodeURIComponent(now);
}

// Scores, levels and kinds of vectors by the native program.
export function native(vectors, ...options) {
  const run = spawnSync(`${process.env.NATIVE}/score`, ["--tsv", ...options],
    { input: vectors.join("\n") + "\n", encoding: "utf8",
      maxBuffer: 1 << 28 });
  return run.stdout.trimEnd().split("\n").filter((l) => l !== "").map((line) => {
    const [number, severity, kind] = line.split("\t");
    return { score: number, level: severity, kind, vector:
      line.split("\t").at(-1) };
  });
}
export function program(name, args, input) {
  return spawnSync(`${process.env.NATIVE}/${name}`, args,
    { input, encoding: "utf8", maxBuffer: 1 << 28 });
}

// Numbers that are the same in every run.
export function random(seed) {
  let n = seed >>> 0;
  return (below) => {
    n = (Math.imul(n, 1664525) + 1013904223) >>> 0;
    return Math.floor(n / 4294967296 * below);
  };
}

// Rows of a CSV file without line breaks in its cells; null without the file.
export function csv(name) {
  const path = `${process.env.SECRISK_CORPUS}/${name}`;
  if (!fs.existsSync(path)) {
    return null;
  }
  const [head, ...rows] = fs.readFileSync(path, "utf8").trimEnd().split("\n")
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map((m) => m[1].replace(/^"|"$/g, "").replaceAll('""', '"')));
  return rows.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i]])));
}
export function spread(list, count) {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((x, n) => n % step === 0).slice(0, count);
}

// What the form offers: {abbr, mandatory, values} of each metric.
export const form = (p) => p.evaluate(() =>
  [...document.querySelectorAll("fieldset.metric")].map((f) => ({
    abbr: f.querySelector("legend .soft").textContent.replace(/[() ]/g, ""),
    name: f.querySelector("legend").firstChild.data.trim(),
    input: f.querySelector("input").name,
    values: [...f.querySelectorAll(".ab")].map((a) => a.textContent),
    mandatory: f.closest("#base") !== null,
  })));
