// SPDX-License-Identifier: MIT
// 5, 6, 13: what is typed or pasted, and what is hostile.
import assert from "node:assert/strict";
import { test } from "node:test";
import { V31, V40, WORST, csv, enter, link, program, said, score, spread,
  undrawn, withPage } from "./page.mjs";

const invalid = (p) => p.getAttribute("#vector", "aria-invalid");

// Texts with one fault each, for where there is no corpus.
const FAULTS = Object.values(WORST).flatMap((v) => [v.slice(0, -1) + "Q",
  v + "/AV:N", v + "/ZZ:N", v.replace("/", "//"), v.replace(":N", ":"),
  v.replace("AC", "XX"), v + "é", v + "/😀:N"]);

test("5 a wrong text: byte and sentence as score says them", async () => {
  const rows = csv("open-malformed.csv");
  const texts = [...FAULTS, ...spread(rows || [], 150).map((r) => r.vector)];
  let refused = 0;
  await withPage(WORST["2.0"], {}, async (p) => {
    await undrawn(p);
    for (const text of texts) {
      await enter(p, WORST["2.0"]);
      await enter(p, text);
      if (await invalid(p) !== "true") {
        continue; // partial, lenient, or a vector was found in it
      }
      const strict = program("score", ["--tsv", "--lenient"], text + "\n");
      const wrong = /byte (\d+): (.*)/.exec(strict.stderr);
      const message = await p.textContent("#said strong");
      if (!/\s/.test(text.trim())) {
        assert.equal(message, `Byte ${wrong[1]}: ${wrong[2]}.`, text);
      }
      assert.equal(await score(p), "10.0", "the last score is kept");
      assert.match(await p.textContent("#score .stale"), /last good/);
      refused++;
    }
    await enter(p, WORST["2.0"]);
    await enter(p, FAULTS[0]);
    assert.equal(await link(p), WORST["2.0"], "the last good one");
    assert.deepEqual(p.log, []);
  });
  assert.ok(refused >= 20, `${refused} refused`);
});

test("5 what is typed is not wrong until it is finished", async () => {
  for (const whole of [V31, WORST["2.0"], V40,
    "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"]) {
    await withPage("", {}, async (p) => {
      for (let n = 1; n <= whole.length; n++) {
        await p.fill("#vector", whole.slice(0, n));
        await p.clock.runFor(n % 4 === 0 ? 140 : 1);
        assert.equal(await invalid(p), null, whole.slice(0, n));
      }
      await p.fill("#vector", whole.slice(0, 12));
      await p.locator("#vector").blur();
    });
  }
  await withPage(V31, {}, async (p) => {
    await p.fill("#vector", V31.slice(0, -1) + "X");
    await p.clock.runFor(200);
    assert.equal(await invalid(p), null);
    assert.match(await said(p), /Not finished yet: A must be/);
    await p.locator("#vector").blur();
    assert.equal(await invalid(p), "true");
    assert.equal(await p.textContent("#said mark"), "X");
  });
});

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };
async function paste(p, text) {
  await p.evaluate((t) => navigator.clipboard.writeText(t), text);
  await p.keyboard.press("Control+V");
  await p.clock.runFor(200);
}

test("6 a mail is pasted and the second vector picked, by mouse", async () => {
  await withPage("", CLIPBOARD, async (p) => {
    const mail = `Hello,\n\nfirst ${V31}, and\nthen (${V40}).\nBert`;
    await p.locator("#vector").click();
    await paste(p, mail);
    const picked = () => p.locator(".picks [aria-pressed=true]").textContent();
    assert.equal(await p.inputValue("#vector"), mail);
    assert.match(await picked(), /^9\.8 /);
    await p.locator(".picks button").nth(1).click();
    assert.equal(await score(p), "9.3");
    assert.match(await picked(), /^9\.3 /);
    assert.equal(await link(p), V40);
    // With the keyboard, too.
    await p.locator("#vector").focus();
    await p.keyboard.press("End");
    await p.keyboard.type(" ");
    await p.clock.runFor(200);
    assert.equal(await score(p), "9.8");
    await p.keyboard.press("Tab");
    await p.keyboard.press("Tab");
    await p.keyboard.press("Enter");
    assert.equal(await score(p), "9.3");
    await enter(p, `${V31} `.repeat(21));
    assert.match(await said(p), /21 vectors .*pick one of the first 20:/);
    assert.equal(await p.locator(".picks button").count(), 20);
  });
});

test("6 a vector that is pasted takes the place of what is there", async () => {
  const other = V31.replace("AV:N", "AV:P");
  const dread = "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8";
  for (const before of ["", V40, dread]) {
    for (const key of ["Home", "End"]) {
      for (const text of [other, dread]) {
        await withPage(before, CLIPBOARD, async (p) => {
          await p.locator("#vector").click();
          await p.keyboard.press(`Control+${key}`);
          await paste(p, text);
          assert.equal(await p.inputValue("#vector"), text);
          assert.equal(await link(p), text);
        });
      }
    }
  }
  await withPage(V31, CLIPBOARD, async (p) => { // a part of one does not
    await p.locator("#vector").click();
    await p.keyboard.press("Control+End");
    await paste(p, "/E:P");
    assert.equal(await link(p), `${V31}/E:P`);
  });
});

test("5 where nothing is given the field is empty, and stays no error",
  async () => {
    await withPage("", {}, async (p) => {
      assert.equal(await p.inputValue("#vector"), "");
      assert.equal(await p.getAttribute("#vector", "placeholder"), "CVSS:4.0/");
      await p.locator("#vector").click();
      await p.keyboard.type(V31.slice(0, -1) + "Q");
      await p.keyboard.press("Tab");
      assert.match(await said(p), /^Byte 44: A must be/);
      await p.getByRole("radio", { name: "DREAD" }).check();
      assert.equal(await p.inputValue("#vector"), "");
    });
    await withPage(V31, {}, async (p) => { // emptied: the form is as it was
      await p.fill("#vector", V31.slice(0, -1));
      await p.locator("#vector").blur();
      await p.fill("#vector", "");
      await p.locator("#vector").blur();
      assert.equal(await p.inputValue("#vector"), V31);
      assert.doesNotMatch(await p.textContent("#score"), /last good/);
    });
  });

test("5 what is said of a text does not move what is clicked", async () => {
  await withPage(V31, {}, async (p) => {
    await p.locator("#vector").click();
    await p.keyboard.press("Control+End");
    await p.keyboard.press("Backspace");
    await p.clock.runFor(200);
    assert.match(await said(p), /Not finished yet/);
    const box = await p.locator("#base input").nth(1).boundingBox();
    await p.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await score(p), "8.8");
    assert.equal(await invalid(p), null);
    await p.locator("#vector").click();
    await p.keyboard.press("Control+End");
    await p.keyboard.press("Backspace");
    await p.locator("h1").click();
    await p.clock.runFor(1);
    assert.equal(await invalid(p), "true");
  });
});

test("6 links, advisories, JSON and prose", async () => {
  const bare = V31.slice(9);
  const first = "https://www.first.org/cvss/calculator/";
  const nvd = "https://nvd.nist.gov/vuln-metrics/cvss/";
  const pasted = [
    [`${first}3.1#${V31}`, V31],
    [`${first}4.0#${V40}`, V40],
    [`${nvd}v3-calculator?name=X&vector=${bare}&version=3.1&source=NIST`, V31],
    [`${nvd}v3-calculator?name=X&vector=${bare}&version=3.0&source=NIST`,
      WORST["3.0"]],
    [`${nvd}v4-calculator?vector=${V40.slice(9)}&version=4.0`, V40],
    [`https://example.org/?vector=%5B%5B%22a%22%2Ctrue%2C%22${
      encodeURIComponent(V31)}%22%5D%5D`, V31],
    [`{"vectorString":"${V40.replaceAll("/", "\\/")}"}`, V40],
    [`Severity is 9.8 (${V31}), see above.\nThanks`, V31],
    [`(${WORST["2.0"]})`, WORST["2.0"]],
    [` ${V31.toLowerCase()}/ `, V31],
  ];
  for (const [text, want] of pasted) {
    await withPage("", {}, async (p) => {
      await enter(p, text);
      assert.equal(await link(p), want, text);
      assert.equal(await invalid(p), null, text);
    });
  }
  await withPage("", {}, async (p) => {
    await enter(p, ` ${V31.toLowerCase()}/ `);
    assert.match(await said(p), /letter case, blanks, a slash at the end/);
    await enter(p, `first ${V31} then ${V40}, and CVSS:3.1/AV:N/AC:Q/PR:N .`);
    assert.match(await said(p), /2 vectors found in the text; pick one:/);
    assert.match(await said(p), /Passed over: 1/);
    await p.locator(".picks button").nth(1).click();
    assert.equal(await link(p), V40);
    assert.equal(await score(p), "9.3");
  });
});

test("6 a vector without prefix, of whatever version", async () => {
  const bare = V31.slice(9);
  for (const [system, text, want] of [["CVSS 4.0", bare, V31],
    ["CVSS 2.0", bare, V31], ["CVSS 3.0", bare, WORST["3.0"]],
    ["CVSS 4.0", `Base score CVSS v3.0: ${bare}`, WORST["3.0"]],
    ["CVSS 4.0", `CVSSv3.1 9.8 (${bare}), of today`, V31],
    ["CVSS 3.1", V40.slice(9), V40], ["CVSS 3.1", WORST["2.0"], WORST["2.0"]],
    ["DREAD", bare, V31]]) {
    await withPage("", {}, async (p) => {
      await p.getByRole("radio", { name: system }).check();
      await enter(p, text);
      assert.equal(await link(p), want, text);
      assert.equal(await invalid(p), null, text);
      if (system === "CVSS 4.0" && text === bare) {
        assert.match(await said(p), /Read as CVSS 3.1, as it has no prefix/);
      }
    });
  }
  await withPage("", {}, async (p) => {
    await enter(p, "CVE-2021-44228");
    assert.match(await said(p), /holds no vector/);
  });
});

test("6 what was read is compared with, and comes back", async () => {
  await withPage(V31, {}, async (p) => {
    assert.doesNotMatch(await p.textContent("#score"), /changed since/);
    await p.getByRole("radio", { name: "Adjacent A", exact: true }).first()
      .check();
    assert.match(await p.textContent("#score"),
                 /Read as 9.8, changed since: AV:N→A\./);
    await p.getByRole("button", { name: "Back to it" }).click();
    assert.equal(await link(p), V31);
    assert.equal(await p.evaluate(() => document.activeElement.id), "vector");
  });
});

test("6 a link holds a partial vector too, and Back leaves", async () => {
  for (const text of ["CVSS:3.1/", "CVSS:4.0/AV:N/PR:L", "CVSS:3.0/MAV:A",
    "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8"]) {
    await withPage(text, {}, async (p) => {
      assert.equal(await p.inputValue("#vector"), text);
      assert.equal(await invalid(p), null, text);
      const length = await p.evaluate(() => history.length);
      await enter(p, V40);
      assert.equal(await link(p), V40);
      assert.equal(await p.evaluate(() => history.length), length);
    });
  }
});

test("13 hostile text stays text", async () => {
  const hostile = ["<img src=x onerror=alert(1)>", "</script><b>x</b>",
    `<svg onload=alert(1)> ${V31} <iframe>`, "\ud800\udfff\ud800",
    "CVSS:3.1/AV:\ud800/AC:L", "CVSS:3.1/AV:\u0000/AC:L\u0000",
    "CVSS:3.1/AV:é/é:N", "%", "%zz%E0%A4%A", "javascript:alert(1)",
    "DREAD:<b>/D:1", "DREAD:OP-TEE/D:\u0000", "x".repeat(1000000),
    `${V31} `.repeat(20000), "/".repeat(100000), "😀".repeat(100000)];
  await withPage("", {}, async (p) => {
    p.on("dialog", (d) => {
      p.log.push(`dialog ${d.message()}`);
      d.dismiss();
    });
    for (const text of hostile) {
      await enter(p, text);
      for (const id of ["id", "about", "rationale", "benefit", "byhand",
        "profile"]) {
        await p.evaluate(([i, t]) => {
          const field = document.getElementById(i);
          field.value = t;
          field.dispatchEvent(new Event("input"));
        }, [id, text.slice(0, 5000)]);
      }
      assert.equal(await p.locator("img,iframe,main b:not(.big b)").count(), 0);
      assert.equal(await p.locator("script").count(), 1);
    }
    await enter(p, V31);
    assert.equal(await score(p), "9.8");
    assert.deepEqual(p.log, []);
  });
  for (const hash of ["%", "%E0%A4%A", "%00", "<img src=x onerror=alert(1)>",
    "%3Cimg%20src=x%20onerror=alert(1)%3E", "a".repeat(100000)]) {
    await withPage(hash, {}, async (p) => {
      assert.equal(await p.locator("img").count(), 0);
      assert.equal(await invalid(p), "true", hash.slice(0, 20));
      assert.deepEqual(p.log, []);
    });
  }
});
