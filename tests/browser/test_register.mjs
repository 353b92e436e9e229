// SPDX-License-Identifier: MIT
// The register's page: axe, wide and narrow, light, dark and on paper, with the
// infusion pump and with a patient monitor of 60 threats.
import { test } from "node:test";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const axe = fs.readFileSync(createRequire(import.meta.url)
  .resolve("axe-core/axe.min.js"), "utf8");
const ROOT = process.env.ROOT;
// In the dark only colours are others.
const RULES = { light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
  "best-practice"], dark: ["color-contrast"] };
const PAGES = [["pump", "examples/data/infusion-pump.csv", []],
  ["monitor", "tests/data/patient-monitor.csv",
    ["--device", "Bedside monitor", "--document", "RMF-0815",
      "--revision", "C"]]];

function write(name, file, args) {
  const made = spawnSync(path.join(process.env.NATIVE, "register"),
    ["--html", "-", ...args, path.join(ROOT, file)],
    { maxBuffer: 1 << 26 });
  assert.equal(made.status, 1);
  let page = made.stdout.toString();
  if (process.env.PLANT_REGISTER) { // plant.mjs
    const [from, to] = JSON.parse(process.env.PLANT_REGISTER);
    page = page.replaceAll(from, () => to);
  }
  fs.writeFileSync(`register-${name}.html`, page);
  return `file://${process.cwd()}/register-${name}.html`;
}

async function withPage(address, options, work) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
  });
  try {
    const p = await (await browser.newContext(options)).newPage();
    await p.goto(address);
    await work(p);
  } finally {
    await browser.close();
  }
}

for (const [name, file, args] of PAGES) {
  const address = write(name, file, args);

  test(`register, ${name}: axe finds nothing, and nothing is cut off`,
    () => withPage(address, { bypassCSP: true }, async (p) => {
      await p.evaluate(axe);
      for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"],
        [390, "light"], [390, "dark"]]) {
        await p.setViewportSize({ width, height: 844 });
        await p.emulateMedia({ colorScheme });
        const found = await p.evaluate((values) => axe.run(document,
          { runOnly: values, resultTypes: ["violations"] }),
        RULES[colorScheme]);
        assert.deepEqual(found.violations.map((v) =>
          `${v.id}: ${v.nodes[0].html.slice(0, 100)}`), [],
        `${width}, ${colorScheme}`);
        assert.equal(await p.evaluate(() =>
          document.documentElement.scrollWidth), width);
      }
    }));

  test(`register, ${name}: every link leads somewhere; paper`,
    () => withPage(address, {}, async (p) => {
      const lost = await p.evaluate(() => [...document.querySelectorAll("a")]
        .map((a) => a.getAttribute("href").slice(1))
        .filter((id) => !document.getElementById(id)));
      assert.deepEqual(lost, []);
      assert.deepEqual(await p.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((n) => n.id);
        return ids.filter((id, i) => ids.indexOf(id) !== i);
      }), []);
      await p.pdf({ path: `register-${name}.pdf`, format: "A4",
        preferCSSPageSize: true, printBackground: true });
      const text = spawnSync("pdftotext", ["-layout", `register-${name}.pdf`,
        "-"], { encoding: "utf8" }).stdout;
      const pages = text.split("\f").slice(0, -1);
      assert.ok(pages.length > 3);
      pages.forEach((page, i) => {
        assert.ok(page.includes(`page ${i + 1} of ${pages.length}`), page);
        assert.ok(page.includes("Threat register"), page);
      });
      if (name === "monitor") {
        assert.ok(pages.every((page) => page.includes("RMF-0815 rev. C")));
      }
    }));
}
