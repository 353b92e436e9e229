// SPDX-License-Identifier: MIT
// 8 to 11, 14, 15: for everybody, on any screen, on paper, without a script.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { withFirefox } from "./firefox.mjs";
import { V31, V40, enter, form, score, url, withPage } from "./page.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url)
  .resolve("axe-core/axe.min.js"), "utf8");
const control = (p) => p.locator("#add button").click();
const focused = (p) => p.evaluate(() => document.activeElement.id ||
  document.activeElement.name || document.activeElement.textContent);

test("8 by keyboard alone", async () => {
  await withPage("CVSS:3.1/", {}, async (p) => {
    const press = (key) => p.keyboard.press(key);
    const tabTo = async (id) => {
      for (let n = 0; n < 150; n++) {
        if ((await focused(p)) === id) {
          return;
        }
        await press("Tab");
      }
      assert.fail(`Tab does not lead to ${id}`);
    };
    await press("Tab");
    assert.equal(await focused(p), "skip");
    await press("Enter");
    const base = (await form(p)).filter((m) => m.mandatory);
    for (const m of base) {
      await tabTo(m.input);
      await press("Space");
    }
    assert.equal(await score(p), "9.8");
    assert.equal(await p.evaluate(() => {
      const next = document.activeElement.nextElementSibling;
      return getComputedStyle(next).outlineStyle;
    }), "solid");
    await p.locator("button.ask").first().focus();
    await press("Enter");
    assert.ok((await p.locator(".help").first().textContent()).length > 100);
    assert.equal(await p.locator("button.ask").first()
      .getAttribute("aria-expanded"), "true");
    await tabTo("suggestion");
    await press("Tab");
    await press("Enter");
    assert.equal(await focused(p), "name0");
    await tabTo("state0");
    await press("End");
    await tabTo("rationale");
    await p.keyboard.type("because");
    await p.getByRole("button", { name: "Remove this control" }).focus();
    await press("Enter");
    assert.equal(await focused(p), "suggestion");
    assert.match(await p.textContent(".decision"), /\w/);
  });
});

const STATES = [["empty", ""], ["3.1", V31 + "/E:P/CR:H/MAV:A"],
  ["4.0", V40 + "/E:U/MAV:A/R:I", (p) => p.locator("#classes summary").click()],
  ["partial", "CVSS:4.0/AV:N/AC:L"], ["error", V31.slice(0, -1) + "Z"],
  ["DREAD", "DREAD:OWASP/D:8/R:9/E:6/A:10/DI:8"], ["control", V31, control],
  ["side by side", V31, async (p) => {
    await p.locator("#keep").click();
    await enter(p, V40);
    await p.locator("#keep").click();
    await p.locator("button.ask").first().click();
  }]];

test("9 axe finds nothing in 8 states, light and dark, 1280 and 390",
  async () => {
    // In the dark only colours are others.
    const rules = { light: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
      "wcag22aa", "best-practice"], dark: ["color-contrast"] };
    for (const [name, hash, act] of STATES) {
      await withPage(hash, { bypassCSP: true }, async (p) => {
        await (act || (() => {}))(p);
        await p.evaluate(axe);
        for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"],
          [390, "light"], [390, "dark"]]) {
          await p.setViewportSize({ width, height: 844 });
          await p.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const found = await p.evaluate((values) => axe.run(document,
            { runOnly: values, resultTypes: ["violations"] }),
          rules[colorScheme]);
          assert.deepEqual(found.violations.map((v) =>
            `${v.id}: ${v.nodes[0].html.slice(0, 100)}`), [],
          `${name}, ${width}, ${colorScheme}`);
        }
      });
    }
  });

test("9 nothing is cut off; targets are large; colours may be off",
  async () => {
    for (const [name, hash, act] of STATES) {
      await withPage(hash, {}, async (p) => {
        await (act || (() => {}))(p);
        for (const [width, size] of [[320, 100], [390, 200], [1280, 200]]) {
          await p.setViewportSize({ width, height: 700 });
          const seen = await p.evaluate((percent) => {
            document.documentElement.style.fontSize = `${percent}%`;
            const small = [...document.querySelectorAll("button,select," +
              "summary,.seg label,input,textarea")].filter((n) =>
              n.offsetParent && !n.matches(".seg input")).filter((n) => {
              const box = n.getBoundingClientRect();
              return box.width > 0 && (box.width < 24 || box.height < 24);
            }).map((n) => n.outerHTML.slice(0, 80));
            const cut = ["bars", "why", "verdict"].filter((id) =>
              document.getElementById(id).scrollWidth >
              document.getElementById(id).clientWidth + 1);
            return { small, cut,
              needs: document.documentElement.scrollWidth };
          }, size);
          assert.ok(seen.needs <= width, `${name} ${width}: ${seen.needs}`);
          assert.deepEqual(seen.small, [], `${name} ${width}`);
          assert.deepEqual(seen.cut, [], `${name} ${width} ${size} %`);
        }
      });
    }
    await withPage(V31, { forcedColors: "active" }, async (p) => {
      const tick = await p.evaluate(() => getComputedStyle(
        document.querySelector(".seg input:checked + span"), "::before")
        .content);
      assert.match(tick, /✓/);
      assert.equal(await p.textContent("#score .tag"), "Critical");
    });
  });

test("9 bars of one table are as long as each other", async () => {
  for (const [name, hash, act] of STATES) {
    await withPage(hash, {}, async (p) => {
      await (act || (() => {}))(p);
      for (const [width, size] of [[1280, 100], [390, 100], [390, 200]]) {
        await p.setViewportSize({ width, height: 844 });
        const lengths = await p.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`;
          return [...document.querySelectorAll("table")].map((t) => new Set(
            [...t.querySelectorAll(".bar")].map((b) =>
              Math.round(b.getBoundingClientRect().width))).size);
        }, size);
        assert.ok(lengths.every((n) => n <= 1), `${name} ${width} ${size}: ` +
          lengths);
      }
    });
  }
});

test("9 a vector breaks where a metric ends", async () => {
  await withPage(V40, {}, async (p) => {
    await control(p);
    await enter(p, V40);
    await p.locator("#keep").click();
    for (const place of ["#verdict", "#kept", "#head"]) {
      assert.equal(await p.locator(`${place} .vector wbr`).count(), 11, place);
    }
  });
});

test("10 one message for twenty quick clicks", async () => {
  await withPage(V31, {}, async (p) => {
    await p.clock.runFor(600);
    await p.evaluate(() => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(
        document.getElementById("spoken").textContent)).observe(
        document.getElementById("spoken"), { childList: true });
      const inputs = [...document.querySelectorAll("#base input")];
      for (let n = 0; n < 20; n++) {
        inputs[(n * 3) % inputs.length].click();
      }
    });
    await p.clock.runFor(1500);
    const messages = await p.evaluate(() => window.heard);
    assert.equal(messages.length, 1, messages.join());
    assert.match(messages[0], /^Score \d+\.\d, \w+/);
  });
});

test("11 the print can be filed", async () => {
  await withPage(V31 + "/MAV:A", {}, async (p) => {
    await control(p);
    await p.fill("#id", "T-7");
    await p.fill("#rationale", "Reasons given here");
    await p.fill("#benefit", "Benefit given here");
    const names = (await form(p)).filter((m) => m.mandatory).map((m) => m.name);
    await p.pdf({ path: "print.pdf", format: "A4", printBackground: true });
    const text = spawnSync("pdftotext", ["-layout", "print.pdf", "-"],
      { encoding: "utf8" }).stdout;
    for (const part of [...names, "T-7", "Reasons given here", "default",
      "Benefit given here", V31.slice(0, 30), "Policy", "Residual vector",
      "secrisk 0.", "isolated network", "planned", "9.8", "Open",
      "hidden: other software"]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    const places = ["Score", "before and after", "Rationale", "one change"]
      .map((part) => text.indexOf(part));
    assert.deepEqual(places, [...places].sort((a, b) => a - b),
      "the score comes first");
    const pages = text.split("\f").length - 1;
    assert.ok(pages <= 2, `${pages} pages`);
  });
});

test("11 the print of v4.0 with two controls has two pages", async () => {
  await withPage(`${V40}/E:P/CR:H/IR:H/AR:H/MAV:A/S:P/R:U`, {}, async (p) => {
    await control(p);
    await control(p);
    await p.getByLabel("cryptographic").first().check();
    await p.fill("#ref0", "TLS 1.3 with client certificates, SP 800-52r2");
    await p.fill("#id", "T-7");
    for (const id of ["about", "rationale", "benefit"]) {
      await p.fill(`#${id}`, "A sentence as long as one that says why. ".repeat(
        id === "about" ? 2 : 4));
    }
    for (const format of ["A4", "Letter"]) {
      await p.pdf({ path: "print4.pdf", format, printBackground: true });
      const text = spawnSync("pdftotext", ["-layout", "print4.pdf", "-"],
        { encoding: "utf8" }).stdout;
      assert.match(text, /Recovery \(R\)[^]*secrisk 0\./);
      assert.equal(text.split("\f").length - 1, 2, format);
    }
  });
});

test("14 without JavaScript it says so; what is not built in is hidden",
  async () => {
    await withPage("", { javaScriptEnabled: false }, async (p) => {
      assert.match(await p.textContent("noscript, body"), /JavaScript is off/);
    });
    const reduced = process.env.REDUCED;
    if (reduced === undefined) {
      return;
    }
    await withPage(V31, {}, async (p) => {
      await p.goto(`file://${reduced}#${V31}`);
      await p.waitForSelector("html[data-ready]");
      assert.equal(await score(p), "9.8");
      assert.equal(await p.getByRole("radio", { name: "DREAD" }).count(), 0);
      assert.equal(await p.getByRole("radio", { name: "4.0" }).count(), 0);
      assert.equal(await p.locator("button.ask").count(), 0);
      assert.ok(await p.locator("#riskcard").isHidden());
      assert.ok(await p.locator("#json").isHidden());
      assert.deepEqual(p.log, []);
    });
  });

test("15 Firefox shows it", async (t) => {
  const firefox = ["firefox-esr", "firefox"].find((name) =>
    spawnSync(name, ["--version"]).status === 0);
  if (firefox === undefined) {
    t.skip("there is no Firefox");
    return;
  }
  await withFirefox(firefox, async (send) => {
    const run = async (script) =>
      (await send("WebDriver:ExecuteScript", { script, args: [] })).value;
    await send("WebDriver:Navigate", { url: `${url}#${V31}` });
    assert.deepEqual(await run(`return [document.querySelector("#score b")
      .textContent, document.querySelector("#score .tag").textContent,
      document.querySelectorAll("fieldset.metric").length];`),
    ["9.8", "Critical", 22]);
    // A choice, a control, and a wrong text.
    assert.equal(await run(`document.querySelectorAll("#base input")[1].click();
      return document.querySelector("#score b").textContent;`), "8.8");
    assert.match(await run(`document.querySelector("#add button").click();
      return document.getElementById("verdict").textContent;`), /open/);
    assert.match(await run(`const field = document.getElementById("vector");
      field.value = "${V31.slice(0, -1)}Q";
      field.dispatchEvent(new Event("change"));
      return document.getElementById("said").textContent;`),
    /^Byte 44: A must be/);
    await send("WebDriver:Navigate", { url: `${url}#${V40}` });
    for (const width of [1280, 500]) {
      await send("WebDriver:SetWindowRect", { width, height: 800 });
      assert.ok(await run("return document.documentElement.scrollWidth <= " +
        "innerWidth;"), `${width}`);
    }
    assert.deepEqual(await run(`return [location.hash.slice(1),
      document.querySelector("#score b").textContent];`), [V40, "9.3"]);
  });
});
