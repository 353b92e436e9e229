// SPDX-License-Identifier: MIT
// 1 to 4, 7: the page alone, the form, and its numbers beside the native ones.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { V31, V40, WORST, csv, enter, file, form, link, native, program,
  random, score, spread, undrawn, url, withPage } from "./page.mjs";

test("1 one request, nothing said, everything else is blocked", async () => {
  await withPage("", {}, async (p) => {
    assert.deepEqual(p.requests, [url]);
    assert.deepEqual(p.log, []);
    await p.evaluate(async () => {
      window.blocked = [];
      document.addEventListener("securitypolicyviolation", (e) =>
        window.blocked.push(e.effectiveDirective));
      await fetch("data:text/plain,x").catch(() => {});
      await new Promise((done) => {
        const image = new Image();
        image.onerror = image.onload = done;
        image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      });
      const div = document.createElement("div");
      div.id = "styled";
      div.setAttribute("style", "position:fixed");
      document.body.append(div);
      const inline = document.createElement("script");
      inline.textContent = "window.ran = true";
      document.body.append(inline);
      try {
        Function("window.ran = true")();
      } catch { /* as it must */ }
    });
    await p.waitForFunction((kinds) =>
      kinds.every((kind) => window.blocked.includes(kind)), ["connect-src",
      "img-src", "style-src-attr", "script-src-elem", "script-src"]);
    assert.equal(await p.evaluate(() => window.ran), undefined);
    assert.equal(await p.evaluate(() => getComputedStyle(
      document.getElementById("styled")).position), "static");
    assert.equal(await p.evaluate(() =>
      document.cookie + localStorage.length + sessionStorage.length), "00");
    assert.equal(await p.locator('a[href^="#"]').count(), 0);
  });
});

test("2 a fieldset a metric, nothing of Base chosen", async () => {
  const counts = { "4.0": 32, 3.1: 22, "3.0": 22, "2.0": 14 };
  await withPage("", {}, async (p) => {
    for (const [version, count] of Object.entries(counts)) {
      await p.getByRole("radio", { name: `CVSS ${version}` }).check();
      const metrics = await form(p);
      assert.equal(metrics.length, count, version);
      assert.equal(await p.locator("#base fieldset input:checked").count(), 0);
      assert.equal(await p.locator("#optional fieldset input:checked").count(),
        metrics.filter((m) => !m.mandatory).length);
      for (const m of metrics) {
        assert.ok(m.name.length > 3 && m.values.length > 1, m.abbr);
      }
      const open = await p.locator("#optional details[open]").count();
      assert.equal(open, 0, "optional groups are folded");
    }
  });
});

// What the library inside says: names, helps, levels, rules and so on.
async function words(script) {
  const [, code] = /const WASM="([^"]*)"/.exec(script);
  const binding = script.slice(script.indexOf("async function openLibrary"));
  const lib = await new Function(`${binding.slice(0,
    binding.indexOf("return lib;\n}") + 13)}\nreturn openLibrary;`)()(
    Buffer.from(code, "base64"));
  const metrics = lib.versions().flatMap((v) => lib.metrics(v).map((m) =>
    [m.name, m.help, m.section, lib.groupName(v, m.group),
      m.values.flatMap((value) => [value.name, value.help])]));
  const numbers = [...Array(256).keys()];
  return [...metrics, lib.versions().flatMap((v) => numbers.slice(0, 16)
    .map((kind) => lib.kindName(v, kind))),
  lib.schemes().map((s) => [s.name, s.ratings.map((r) => r.name)]),
  lib.policies().map((policy) => [policy.name, lib.LEVELS.map((l) =>
    lib.rule(policy.id, l))]),
  lib.versions().flatMap((v) => lib.suggestions(v).map((s) => s.text)),
  numbers.map(lib.levelText), numbers.map(lib.statusText)].flat(9)
    .filter((text) => text.length > 3);
}

test("2 the scripts have no word that the library has", async () => {
  const script = /<script>([^]*)<\/script>/.exec(
    fs.readFileSync(file, "utf8"))[1];
  const all = new Set(await words(script));
  assert.ok(all.size > 300, `${all.size} words`);
  const own = script.replace(/const WASM=.*/, "")
    .match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g)
    .map((text) => text.slice(1, -1).trim());
  assert.ok(own.length > 300, `${own.length} texts`);
  // The library has no names of v4.0's classes; one is a DREAD rating's, too.
  assert.deepEqual(own.filter((text) => all.has(text)), ["Exploitability"]);
  const long = [...all].filter((text) => text.length > 12);
  assert.deepEqual(own.filter((text) => long.some((l) => text.includes(l))),
    ["Exploitability"]);
});

// Clicks a radio and waits for the link; all inside the page, for speed.
const click = (p, input, n) => p.evaluate(([name, i]) => {
  document.querySelectorAll(`[name="${name}"]`)[i].click();
  return { vector: document.getElementById("vector").value,
    score: document.querySelector("#score b").textContent,
    level: document.querySelector("#score .tag").textContent };
}, [input, n]);

test("2 another version and back: nothing is lost", async () => {
  await withPage(V31, {}, async (p) => {
    const version = (name) => p.getByRole("radio", { name }).check();
    await p.locator("#add button").click();
    await p.fill("#rationale", "why");
    await version("CVSS 4.0");
    assert.equal(await link(p), "CVSS:4.0/");
    await version("DREAD");
    await version("CVSS 3.1");
    assert.equal(await link(p), V31);
    assert.equal(await p.locator(".control").count(), 1);
    assert.equal(await p.inputValue("#rationale"), "why");
    // 3.0 has the same metrics and values, so it has the same form.
    await version("CVSS 3.0");
    assert.equal(await link(p), WORST["3.0"]);
    assert.match(await p.textContent("#verdict"), /Once verified8.8/);
  });
});

test("2 a reset takes everything, and one click gives it back", async () => {
  await withPage(V31, {}, async (p) => {
    const texts = ["id", "about", "rationale", "benefit"];
    for (const id of texts) {
      await p.fill(`#${id}`, `this is ${id}`);
    }
    await p.locator("#impairs").check();
    await p.locator("#add button").click();
    await p.locator("#reset").click();
    assert.equal(await link(p), "CVSS:3.1/");
    assert.equal(await p.locator(".control").count(), 0);
    for (const id of texts) {
      assert.equal(await p.inputValue(`#${id}`), "", id);
    }
    await p.getByRole("button", { name: "Undo" }).click();
    assert.equal(await link(p), V31);
    assert.equal(await p.locator(".control").count(), 1);
    assert.equal(await p.inputValue("#rationale"), "this is rationale");
    assert.ok(await p.locator("#impairs").isChecked());
  });
  await withPage("DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8", {}, async (p) => {
    assert.equal(await p.locator("#unrated").count(), 0);
    await p.locator("#reset").click();
    assert.equal(await link(p), "DREAD:OP-TEE/D:5/R:5/E:5/A:5/DI:5");
    assert.match(await p.textContent("#unrated"), /Nothing is rated yet/);
    assert.equal(await p.textContent("#score .tag"), "no level");
    assert.ok(await p.locator("#riskcard").isHidden());
    await p.getByRole("button", { name: "Undo" }).click();
    assert.equal(await link(p), "DREAD:OP-TEE/D:8/R:9/E:6/A:10/DI:8");
  });
});

test("3 every value of every metric scores as score does", async () => {
  let seen = 0;
  for (const [version, worst] of Object.entries(WORST)) {
    await withPage(worst, {}, async (p) => {
      const got = [];
      await undrawn(p);
      for (const m of await form(p)) {
        for (let n = m.values.length - 1; n >= 0; n--) {
          got.push(await click(p, m.input, n));
        }
      }
      assert.equal(await link(p), got.at(-1).vector);
      const want = native(got.map((g) => g.vector));
      assert.equal(want.length, got.length, version);
      got.forEach((g, n) => assert.deepEqual(g, { vector: want[n].vector,
        score: want[n].score, level: want[n].level }));
      seen += got.length;
    });
  }
  assert.ok(seen > 300, `${seen} values`);
});

// Whole vectors of a version, every metric drawn.
async function drawn(p, count, seed) {
  const draw = random(seed);
  const prefix = (await p.inputValue("#vector")).match(/^CVSS:[^/]*\//);
  const metrics = await form(p);
  return [...Array(count)].map(() => (prefix ? prefix[0] : "") +
    metrics.map((m) => [m.abbr, m.values[draw(m.values.length)]])
      .filter(([, value]) => prefix === null || value !== "X")
      .map((pair) => pair.join(":")).join("/"));
}

test("4 500 drawn and 500 published vectors by their link", async () => {
  for (const worst of Object.values(WORST)) {
    await withPage(worst, {}, async (p) => {
      const vectors = await drawn(p, 125, 4);
      const want = native(vectors);
      assert.equal(want.length, vectors.length);
      await compare(p, vectors, want);
    });
  }
  const rows = csv("open.csv");
  if (rows === null) {
    console.log("# no published vectors in SECRISK_CORPUS");
    return;
  }
  const vectors = spread(rows.map((r) => r.vector).filter((v) =>
    /^(CVSS:|AV:.*Au:)/.test(v)), 500);
  const want = native(vectors, "--lenient");
  assert.equal(want.length, vectors.length);
  await withPage("", {}, (p) => compare(p, vectors, want));
});
async function compare(p, vectors, want) {
  await undrawn(p);
  const got = await p.evaluate(async (list) => {
    const out = [];
    for (const v of list) {
      const changed = new Promise((done) => addEventListener("hashchange",
        done, { once: true }));
      if (location.hash !== `#${v}`) {
        location.hash = `#${v}`;
        await changed;
      }
      out.push(document.querySelector("#score b").textContent);
    }
    return out;
  }, vectors);
  got.forEach((g, n) => assert.equal(g, want[n].score, vectors[n]));
}

// The row of a score: its number, or nothing where it is not defined.
const rows = (p, vectors) => p.evaluate((list) => list.map((v) => {
  const field = document.getElementById("vector");
  field.value = v;
  field.dispatchEvent(new Event("change"));
  return Object.fromEntries([...document.querySelectorAll("#bars .stack tr")]
    .map((tr) => [tr.children[0].textContent.split(" ")[0],
      tr.children[2].textContent]));
}), vectors);

test("4 each score of a version is the standard's", async () => {
  for (const version of ["2.0", "3.0", "3.1"]) {
    await withPage(WORST[version], {}, async (p) => {
      const vectors = [...await drawn(p, 60, 44), WORST[version],
        ...(version === "2.0" ? [] : [`${WORST[version]}/E:P`,
          `${WORST[version]}/CR:L`, `${WORST[version]}/E:P/CR:H`])];
      const json = program("score", ["--json"], vectors.join("\n") + "\n")
        .stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
      const number = (n) => n === undefined ? "–" : n.toFixed(1);
      (await rows(p, vectors)).forEach((row, n) => assert.deepEqual(
        [row.Base, row.Temporal, row.Environmental],
        [json[n].baseScore, json[n].temporalScore, json[n].environmentalScore]
          .map(number), vectors[n]));
    });
  }
  await withPage(V40, {}, async (p) => {
    for (const [end, names] of [["", "B"], ["/E:P", "B BT"], ["/CR:L", "B BE"],
      ["/E:P/CR:L/MAV:A", "B BT BE BTE"]]) {
      const [row] = await rows(p, [V40 + end]);
      const parts = end.split("/").filter((part) => part !== "");
      const without = { B: [], BT: parts.filter((part) => part === "E:P"),
        BE: parts.filter((part) => part !== "E:P"), BTE: parts };
      for (const [name, left] of Object.entries(without)) {
        const [want] = native([[V40, ...left].join("/")]);
        assert.equal(row[`CVSS-${name}`], names.split(" ").includes(name)
          ? want.score : "–", `${name} of ${end}`);
      }
    }
    assert.match(await p.textContent("#score"),
                 /CVSS-BTECounts Base, Threat and Environmental metrics/);
  });
});

test("7 a range is what all completions reach", async () => {
  const draw = random(7);
  for (const worst of Object.values(WORST)) {
    await withPage(worst, {}, async (p) => {
      const metrics = (await form(p)).filter((m) => m.mandatory);
      const cases = [];
      for (const whole of await drawn(p, 50, 70)) {
        const missing = new Set([draw(metrics.length), draw(metrics.length)]
          .map((n) => metrics[n]));
        let all = [whole];
        let partial = whole;
        for (const m of missing) {
          const token = new RegExp(`(^|/)${m.abbr}:\\w+`);
          all = all.flatMap((v) => m.values.map((value) =>
            v.replace(token, `$1${m.abbr}:${value}`)));
          partial = partial.replace(token, "$1").replace("//", "/")
            .replace(/^\//, "").replace(/\/$/, "");
        }
        cases.push({ partial, all });
      }
      const rated = native(cases.flatMap((c) => c.all));
      assert.equal(rated.length, cases.flatMap((c) => c.all).length);
      await undrawn(p);
      for (const { partial, all } of cases) {
        const numbers = rated.splice(0, all.length).map((r) => +r.score);
        const ends = [Math.min(...numbers), Math.max(...numbers)];
        await enter(p, partial);
        assert.equal(await score(p), ends.map((n) => n.toFixed(1)).join("–"),
          partial);
      }
    });
  }
});

test("a click is recomputed within 200 ms", async () => {
  await withPage(WORST["4.0"], {}, async (p) => {
    const times = await p.evaluate(() => {
      const inputs = [...document.querySelectorAll("fieldset.metric input")];
      return [...Array(100).keys()].map((n) => {
        const start = performance.now();
        inputs[(n * 37) % inputs.length].click();
        void document.body.offsetHeight;
        return performance.now() - start;
      }).sort((a, b) => a - b);
    });
    console.log(`# a click, v4.0: median ${times[50].toFixed(1)} ms, ` +
      `95 %: ${times[95].toFixed(1)} ms`);
    assert.ok(times[50] < 200);
  });
});
