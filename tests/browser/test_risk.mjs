// SPDX-License-Identifier: MIT
// 12, and the register: what a policy decides, and that register agrees.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import { test } from "node:test";
import { V31, V40, WORST, enter, level, program, score, withPage }
  from "./page.mjs";

const decision = (p) => p.textContent(".decision");
const missing = async (p) => (await p.locator("#missing li").allTextContents());
async function add(p, name) {
  await p.selectOption("#suggestion", { index: await p.evaluate((n) =>
    [...document.querySelectorAll("#suggestion option")].findIndex((o) =>
      o.textContent.includes(n)), name) });
  await p.locator("#add button").click();
}
const MEDIUM = "CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:L";
const NONE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N";

test("12 the rows of the default policy", async () => {
  await withPage(V31, {}, async (p) => {
    assert.match(await decision(p), /open/);
    assert.equal((await missing(p)).length, 3);
    await p.fill("#rationale", "why");
    await p.fill("#benefit", "worth it");
    assert.match(await decision(p), /open/);
    await p.locator("#impairs").check();
    assert.match(await decision(p), /benefit/);
  });
  await withPage(MEDIUM, {}, async (p) => {
    assert.match(await decision(p), /open/);
    assert.deepEqual((await missing(p)).length, 1);
    await p.fill("#rationale", "why");
    assert.match(await decision(p), /rationale/);
  });
  await withPage(NONE, {}, async (p) => {
    assert.match(await decision(p), /record/);
    await p.selectOption("#policy", "strict");
    assert.match(await decision(p), /open/);
  });
});

test("12 planned, verified, cryptographic", async () => {
  await withPage(V31, {}, async (p) => {
    await add(p, "user authentication");
    const rows = await p.locator("#verdict tr").allTextContents();
    assert.match(rows[0], /Before9\.8Critical/);
    assert.match(rows[1], /After.*9\.8Critical/);
    assert.match(await p.locator("#suggestion option").first().textContent(),
                 /^→ \d+\.\d .*\(M/);
    assert.match(rows[2], /Once verified8\.8High/);
    assert.equal(await p.locator("#verdict .h").count(), 1);
    assert.match((await missing(p))[0], /verification/);
    await p.selectOption("#state0", "verified");
    assert.match((await p.locator("#verdict tr").allTextContents())[1],
      /8\.8High/);
    await p.getByLabel("cryptographic").check();
    assert.match((await missing(p)).join(), /technique/);
    await p.fill("#ref0", "TLS 1.3, SP 800-52r2");
    assert.doesNotMatch((await missing(p)).join(), /technique/);
    assert.match(await p.textContent("#verdict .vector"), /MPR:L$/);
  });
});

test("12 v2.0 and DREAD have no limits; bands may be asked for", async () => {
  await withPage(WORST["2.0"], {}, async (p) => {
    await add(p, "a control of your own");
    assert.equal(await p.locator("[id^=limit]").count(), 0);
    await p.selectOption("#state0", "verified");
    assert.match((await missing(p)).join(), /residual/);
    await p.fill("#byhand", "AV:L/AC:H/Au:M/C:P/I:N/A:N");
    assert.match(await decision(p), /accepted/);
  });
  await withPage("DREAD:OWASP/D:8/R:9/E:6/A:10/DI:8", {}, async (p) => {
    assert.ok(await p.locator("#riskcard").isHidden());
    await p.selectOption("#asked", "High");
    assert.equal(await level(p), "High");
    assert.match(await decision(p), /open/);
  });
  await withPage("DREAD:OP-TEE/D:5/R:5/E:5/A:10/DI:5", {}, async (p) => {
    assert.equal(await p.locator("[id^=limit]").count(), 0);
    assert.equal(await level(p), "Medium");
    await p.selectOption("#scheme", "EC-Council");
    assert.equal(await level(p), "High");
    assert.match(await p.textContent("#bars"), /Levels differ because/);
    assert.match(await p.textContent("#bars"), /sum 30/);
  });
});

test("12 a residual that cannot be compared is told", async () => {
  await withPage(V40, {}, async (p) => {
    await p.fill("#byhand", `${V40}/E:U`);
    assert.match(await p.textContent("#byhanderror"), /\w/);
    assert.match(await p.textContent("#verdict"), /No decision/);
    await p.fill("#byhand", `${V40}/MAV:Q`);
    assert.match(await p.textContent("#byhanderror"), /MAV must be/);
  });
});

test("the register row: register agrees with the page", async () => {
  const folder = fs.mkdtempSync(`${os.tmpdir()}/secrisk`);
  const rows = [];
  for (const [vector, name] of [[V31, "user authentication"],
    [V40, "isolated network"], [V31, 'a "quoted"; name, with \'all\'']]) {
    await withPage(vector, {}, async (p) => {
      await add(p, name.startsWith("a ") ? "a control of your own" : name);
      await p.fill("#name0", name);
      await p.selectOption("#state0", "verified");
      await p.fill("#id", `T-${rows.length + 1}`);
      await p.fill("#about", '=1+1, "text"');
      await p.fill("#rationale", "why, in\ntwo lines");
      await p.fill("#benefit", "worth it");
      await p.evaluate(() => { // as where a page may not write there
        navigator.clipboard.writeText = () => Promise.reject(new Error());
      });
      await p.locator("#row").click();
      const row = await p.locator("#out").inputValue();
      rows.push({ row, decision: await decision(p),
        tenths: await p.locator("#verdict tr").nth(1).locator(".num")
          .textContent() });
    });
  }
  fs.writeFileSync(`${folder}/t.csv`, rows[0].row.split("\n")[0] + "\n" +
    rows.map((r) => r.row.slice(r.row.indexOf("\n") + 1)).join(""));
  const template = program("register", ["--template"], "").stdout;
  assert.equal(rows[0].row.split("\n")[0],
               template.split("\r\n")[0]);
  const run = program("register", ["--json", `${folder}/t.csv`], "");
  fs.rmSync(folder, { recursive: true });
  const list = JSON.parse(run.stdout).threats;
  assert.equal(list.length, rows.length, run.stderr);
  rows.forEach((r, n) => {
    const threat = list.find((t) => t.id === `T-${n + 1}`);
    assert.ok(threat.decision !== "not-read", run.stderr);
    assert.equal(threat.decision === "open", /open/.test(r.decision));
    assert.equal(threat.description, '=1+1, "text"');
    if (r.tenths !== "–" && n < 2) {
      assert.match(JSON.stringify(threat), new RegExp(`${r.tenths}\\b`));
    }
  });
});

test("a summary has what was rated and decided", async () => {
  await withPage(V31, {}, async (p) => {
    await add(p, "user authentication");
    await p.fill("#id", "T-7");
    await p.fill("#rationale", "why");
    await p.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error());
    });
    await p.locator("#summary").click();
    const text = await p.inputValue("#out");
    for (const line of ["Threat: T-7", "Score: 9.8 Critical (CVSS 3.1)", V31,
      "Control: user authentication (hidden: other software, planned, " +
      "security, at most MPR:L)", "Before: 9.8 Critical",
      "After, as it counts: 9.8 Critical", "Once verified: 8.8 High",
      `Residual vector: ${V31}`, "- missing: the verification of every control",
      "Rationale: why"]) {
      assert.ok(text.split("\n").includes(line), `${line} in ${text}`);
    }
    assert.match(text, /^Decision by the policy “default”: open/m);
  });
  await withPage("CVSS:4.0/AV:N", {}, async (p) => {
    await p.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error());
    });
    await p.locator("#summary").click();
    assert.match(await p.inputValue("#out"),
                 /^Score: \d\.\d–\d+\.\d \(CVSS 4.0, .*\)\nCVSS:4.0\/AV:N\n/);
  });
});

test("eight side by side, in the device's environment", async () => {
  await withPage(V31, {}, async (p) => {
    await p.locator("#keep").click();
    await enter(p, V40);
    await p.locator("#keep").click();
    await p.fill("#profile", "CVSS:3.1/MAV:P CVSS:4.0/MAV:P");
    const text = await p.textContent("#kept tbody");
    assert.match(text, /9\.8Critical6\.8/);
    assert.match(text, /9\.3Critical\d\.\d/);
    await p.fill("#profile", "CVSS:3.1/MAV:Q");
    assert.match(await p.textContent("#profileerror"), /MAV must be/);
    for (let n = 0; n < 8; n++) {
      await enter(p, `CVSS:3.1/MAV:A/CR:${"HML"[n % 3]}/E:${"HFPU"[n % 4]}`);
      await p.locator("#keep").click({ force: true, noWaitAfter: true,
        timeout: 1000 }).catch(() => {});
    }
    assert.equal(await p.locator("#kept tbody tr").count(), 8);
    assert.ok(await p.locator("#keep").isDisabled());
    await p.getByRole("button", { name: "Remove number 1" }).click();
    assert.equal(await p.locator("#kept tbody tr").count(), 7);
    await p.getByRole("button", { name: "Open number 1" }).click();
    assert.equal(await score(p), "9.3");
  });
});
