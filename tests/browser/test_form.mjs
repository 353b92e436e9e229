// SPDX-License-Identifier: MIT
// 1 to 4, 7: the page alone, the form, and its numbers beside the native ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WORST, csv, enter, form, link, native, random, score,
  spread, url, withPage } from "./page.mjs";

test("1 one request, nothing said, everything else is blocked", async () => {
  await withPage("", {}, async (p) => {
    assert.deepEqual(p.requests, [url]);
    assert.deepEqual(p.log, []);
    const tried = await p.evaluate(async () => {
      const blocked = [];
      document.addEventListener("securitypolicyviolation", (e) =>
        blocked.push(e.effectiveDirective));
      await fetch("data:text/plain,x").catch(() => {});
      await new Promise((done) => {
        const image = new Image();
        image.onerror = image.onload = done;
        image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
      });
      const div = document.createElement("div");
      div.setAttribute("style", "position:fixed");
      document.body.append(div);
      const inline = document.createElement("script");
      inline.textContent = "window.ran = true";
      document.body.append(inline);
      try {
        Function("window.ran = true")();
      } catch { /* as it must */ }
      await new Promise((done) => setTimeout(done, 300));
      return { blocked, ran: window.ran === true,
        styled: getComputedStyle(div).position };
    });
    assert.equal(tried.ran, false);
    assert.equal(tried.styled, "static");
    for (const kind of ["connect-src", "img-src", "style-src-attr",
      "script-src-elem", "script-src"]) {
      assert.ok(tried.blocked.includes(kind), `${kind} in ${tried.blocked}`);
    }
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

// Clicks a radio and waits for the link; all inside the page, for speed.
const click = (p, input, n) => p.evaluate(([name, i]) => {
  document.querySelectorAll(`[name="${name}"]`)[i].click();
  return { vector: document.getElementById("vector").value,
    score: document.querySelector("#score b").textContent,
    level: document.querySelector("#score .tag").textContent };
}, [input, n]);

test("3 every value of every metric scores as score does", async () => {
  let seen = 0;
  for (const [version, worst] of Object.entries(WORST)) {
    await withPage(worst, {}, async (p) => {
      const got = [];
      for (const m of await form(p)) {
        for (let n = m.values.length - 1; n >= 0; n--) {
          got.push(await click(p, m.input, n));
        }
      }
      assert.equal(await link(p, got.at(-1).vector), got.at(-1).vector);
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
  const got = await p.evaluate(async (list) => {
    const out = [];
    for (const v of list) {
      const changed = new Promise((done) => addEventListener("hashchange",
        () => setTimeout(done), { once: true }));
      location.hash = `#${v}`;
      await Promise.race([changed, new Promise((r) => setTimeout(r, 400))]);
      out.push(document.querySelector("#score b").textContent);
    }
    return out;
  }, vectors);
  got.forEach((g, n) => assert.equal(g, want[n].score, vectors[n]));
}

test("7 a range is what all completions reach", async () => {
  const draw = random(7);
  for (const worst of Object.values(WORST)) {
    await withPage(worst, {}, async (p) => {
      const metrics = (await form(p)).filter((m) => m.mandatory);
      const wholes = await drawn(p, 50, 70);
      for (const whole of wholes) {
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
        await enter(p, partial);
        const numbers = native(all).map((r) => Number(r.score));
        assert.equal(numbers.length, all.length);
        const ends = [Math.min(...numbers), Math.max(...numbers)];
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
