// SPDX-License-Identifier: MIT
// node run.mjs NAME FILE...: an npm package on the conformance suite.  NAME:
// ae-cvss-calculator, @pandatix/js-cvss, @turingpointde/cvss.js, first (FIRST's
// calculators for 3.x and Red Hat's for 4.0, in @secvisogram/csaf-validator-lib)
import { readFileSync } from 'node:fs';
import { PEERS } from './peers.mjs';

const [name, ...files] = process.argv.slice(2);
const say = console.log;
console.log = console.warn = console.error = () => {}; // some say what they refuse
const peer = await PEERS[name]();
const counts = {}; // version -> what -> how often
for (const line of files.flatMap((f) =>
  readFileSync(f, 'utf8').trim().split('\n').map(JSON.parse))) {
  const read = peer[line.version], valid = 'vector' in line;
  if (!read) continue;
  const count = counts[line.version] ??= {};
  const bump = (what) => { count[what] = (count[what] ?? 0) + 1; };
  let scores;
  try {
    scores = read(line.vector ?? line.text);
    if (!scores.every(([, x]) => Number.isFinite(x))) scores = undefined;
  } catch { /* refused */ }
  bump('lines');
  if (valid !== (scores !== undefined)) {
    bump('verdicts wrong');
    bump(valid ? '  refused' : `  accepted: ${line.reason}, ${line.class}`);
  } else if (scores?.some(([key, x]) => !(Math.abs(x - line[key]) < 1e-9))) {
    bump('scores wrong');
    for (const [key, x] of scores) {
      if (!(Math.abs(x - line[key]) < 1e-9)) bump(`  in ${key}`);
      if (Math.abs(x * 10 - Math.round(x * 10)) > 1e-6) bump('  not rounded');
      if (x < 0) bump('  below 0');
    }
    for (const k of line.class.length ? line.class : ['none']) {
      bump(`  class: ${k}`);
    }
  }
}
for (const [version, count] of Object.entries(counts)) {
  const { lines, 'verdicts wrong': v = 0, 'scores wrong': s = 0 } = count;
  say(`${name} ${version}: ${lines} lines, ${v} verdicts wrong, ` +
    `${s} scores wrong`);
  for (const k of Object.keys(count).filter((k) => k[0] === ' ').sort()) {
    say(`${k}: ${count[k]}`);
  }
}
