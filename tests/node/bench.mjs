// SPDX-License-Identifier: MIT
// Times other people's calculators over texts: node bench.mjs NAME <texts.
import { readFileSync } from 'node:fs';
import ae from 'ae-cvss-calculator';
import cvss2js from 'cvss2js';

const SHARED = '@secvisogram/csaf-validator-lib/lib/shared/first/cvss';
const { default: first31 } = await import(`${SHARED}calc31.js`);
const { CVSS40 } = await import(`${SHARED}40.js`);

const peers = {
  '2.0': [
    ['ae-cvss-calculator', (t) => new ae.Cvss2(t).calculateScores().overall],
    ['cvss2js', (t) => cvss2js.getBaseScore(t)]],
  '3.1': [
    ['ae-cvss-calculator', (t) => new ae.Cvss3P1(t).calculateScores().overall],
    ["FIRST's cvsscalc31",
      (t) => +first31.calculateCVSSFromVector(t).baseMetricScore]],
  '4.0': [
    ['ae-cvss-calculator', (t) => new ae.Cvss4P0(t).calculateScores().overall],
    ["Red Hat's cvss40", (t) => new CVSS40(t).score]],
};

const name = process.argv[2];
const texts = readFileSync(0, 'utf8').trim().split('\n', 1000);
for (const [peer, score] of peers[name.slice(1, 4)]) {
  const times = [];
  let sum = 0;
  for (let round = 0; round < 7; round++) {
    const start = process.hrtime.bigint();
    for (const text of texts) sum += score(text);
    times.push(Number(process.hrtime.bigint() - start) / texts.length);
  }
  times.sort((a, b) => a - b);
  console.log(`${name}, ${peer}`.padEnd(34), times[3].toFixed(1).padStart(9),
    'ns', sum > 0 ? '' : 'no score');
}
