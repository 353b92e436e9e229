// SPDX-License-Identifier: MIT
// Compares scores with other people's calculators: `vectors N | node
// peers.mjs`.  Each difference must be of a class known and named here.
import ae from 'ae-cvss-calculator';
import cvss2js from 'cvss2js';
import { lines } from './lines.mjs';

const SHARED = '@secvisogram/csaf-validator-lib/lib/shared/first/cvss';
const { default: first30 } = await import(`${SHARED}calc30.js`);
const { default: first31 } = await import(`${SHARED}calc31.js`);
const { CVSS40 } = await import(`${SHARED}40.js`);

const OVERALL = 0, B = 1, BT = 2, BTE = 4, IMPACT = 5, EXPLOITABILITY = 6;
const KINDS = ['OVERALL', 'B', 'BT', 'BE', 'BTE', 'IMPACT', 'EXPLOITABILITY'];

// --- The peers: [kind, score] of those scores that they give ---------------

function aeScores(Vector) {
  return (text) => {
    const s = new Vector(text).calculateScores();
    return Vector === ae.Cvss4P0
      ? [[OVERALL, s.overall], [B, s.baseMetricsOnly]]
      : [[OVERALL, s.overall], [B, s.base], [BT, s.temporal],
         [BTE, s.environmental], [IMPACT, s.impact],
         [EXPLOITABILITY, s.exploitability]];
  };
}

function firstScores(calculator) {
  return (text) => {
    const s = calculator.calculateCVSSFromVector(text);
    return [[B, +s.baseMetricScore], [BT, +s.temporalMetricScore],
            [BTE, +s.environmentalMetricScore]];
  };
}

const peers = [
  ['ae-cvss-calculator', '2.0', aeScores(ae.Cvss2)],
  ['ae-cvss-calculator', '3.0', aeScores(ae.Cvss3P0)],
  ['ae-cvss-calculator', '3.1', aeScores(ae.Cvss3P1)],
  ['ae-cvss-calculator', '4.0', aeScores(ae.Cvss4P0)],
  ['cvss2js', '2.0', (text) => [
    [B, cvss2js.getBaseScore(text)], [BT, cvss2js.getTemporalScore(text)],
    [BTE, cvss2js.getEnvironmentalScore(text)]]],
  ["FIRST's cvsscalc30", '3.0', firstScores(first30)],
  ["FIRST's cvsscalc31", '3.1', firstScores(first31)],
  ["Red Hat's cvss40", '4.0', (text) => [[OVERALL, new CVSS40(text).score]]],
];

// --- What is known to differ ------------------------------------------------

const metrics = (text) => Object.fromEntries(
  text.split('/').map((m) => m.split(':')));

const WEIGHTS = { // v2.0
  AV: { N: 1, A: 0.646, L: 0.395 }, AC: { L: 0.71, M: 0.61, H: 0.35 },
  Au: { N: 0.704, S: 0.56, M: 0.45 }, CIA: { C: 0.66, P: 0.275, N: 0 },
  E: { H: 1, F: 0.95, POC: 0.9, U: 0.85 },
  RL: { U: 1, W: 0.95, TF: 0.9, OF: 0.87 },
  RC: { C: 1, UR: 0.95, UC: 0.9 }, TD: { H: 1, M: 0.75, L: 0.25, N: 0 },
  CDP: { H: 0.5, MH: 0.4, LM: 0.3, L: 0.1, N: 0 }, REQ: { H: 1.51, M: 1,
    L: 0.5 },
};
const weight = (m, name, table = name) =>
  WEIGHTS[table][m[name]] ?? (name === 'CDP' ? 0 : 1);
const temporal = (m) => weight(m, 'E') * weight(m, 'RL') * weight(m, 'RC');

// v2.0's AdjustedImpact and its exploitability, exact but for the last bits.
function parts(m) {
  const rest = (c, r) => 1 - weight(m, c, 'CIA') * weight(m, r, 'REQ');
  return [
    Math.min(10, 10.41 *
      (1 - rest('C', 'CR') * rest('I', 'IR') * rest('A', 'AR'))),
    20 * weight(m, 'AV') * weight(m, 'AC') * weight(m, 'Au')];
}
const adjustedBase = (impact, exploitability) =>
  (0.6 * impact + 0.4 * exploitability - 1.5) * (impact ? 1.176 : 0);

// v2.0's environmental score as NVD's calculator seems to take it, in tenths:
// only the exploitability and the result are rounded, not what is between.
function unrounded(m) {
  const [impact, exploitability] = parts(m);
  const score = temporal(m) *
    adjustedBase(impact, Math.round(exploitability * 10) / 10);
  return Math.round(10 * (score + (10 - score) * weight(m, 'CDP')) *
    weight(m, 'TD'));
}

// As the guide has it, but a number that ends in 5 hundredths may go either
// way, as it does in binary fractions: all results, in tenths.
function eitherWay(m) {
  const both = (x) => tie(x) ? [Math.floor(x), Math.ceil(x)] : [Math.round(x)];
  const base = Math.round(10 * adjustedBase(...parts(m)));
  return both(base * temporal(m)).flatMap((at) =>
    both((at + (100 - at) * weight(m, 'CDP')) * weight(m, 'TD')));
}

const near = (a, b) => Math.abs(a - b) < 1e-6;
const tie = (x) => near(x - Math.floor(x), 0.5);

const classes = [
  ['v2.0: nothing rounded before the environmental score', (d) =>
    d.version === '2.0' && d.kind === BTE && d.peer === 'ae-cvss-calculator' &&
    unrounded(metrics(d.text)) === d.theirs],
  ['v2.0: a negative environmental score is not raised to 0', (d) =>
    d.version === '2.0' && d.kind === BTE && d.ours === 0 && d.theirs < 0 &&
    d.theirs >= -3],
  ['v2.0: a temporal score that ends in 5 hundredths is rounded down', (d) =>
    d.version === '2.0' && d.kind === BT && d.theirs === d.ours - 1 &&
    tie(d.scores[B] * temporal(metrics(d.text)))],
  ['v2.0: an environmental score with such a step is rounded down', (d) =>
    d.version === '2.0' && d.kind === BTE && d.peer === 'cvss2js' &&
    eitherWay(metrics(d.text)).includes(d.theirs)],
  ["v3.0: 2.5, 5.0 and 10.0 times RC:U's 0.92 is rounded up", (d) =>
    d.version === '3.0' && (d.kind === BT || d.kind === BTE) &&
    [23, 46, 92].includes(d.ours) && d.theirs === d.ours + 1 &&
    /\/RC:U/.test(d.text) && !/\/E:[FPU]|\/RL:[WTO]/.test(d.text)],
];

// --- The comparison ---------------------------------------------------------

const counts = new Map();
const compared = new Map();
let vectors = 0, unexplained = 0;
const bump = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);

function compare(peer, version, kind, theirs, line) {
  bump(compared, `${peer}, v${version}`);
  const d = { peer, version, kind, text: line.text, scores: line.scores,
    ours: line.scores[kind], theirs: Math.round(theirs * 10) };
  if (d.ours === d.theirs && near(theirs * 10, d.theirs)) return;
  // What a vector calls for is one of its other scores.
  if (kind === OVERALL && version !== '4.0') {
    d.kind = /\/(CDP|TD|CR|IR|AR|M[A-Z]+):(?!X|ND)/.test(line.text) ? BTE : BT;
  }
  const known = classes.find(([, holds]) => holds(d));
  if (known) {
    bump(counts, `${peer}: ${known[0]}`);
  } else if (unexplained++ < 20) {
    console.log(`UNEXPLAINED: ${peer} ${KINDS[kind]} ${line.text}: ` +
      `${theirs}, here ${d.ours / 10}`);
  }
}

for await (const line of lines()) {
  vectors++;
  for (const [peer, version, score] of peers) {
    if (version !== line.json.version) continue;
    for (const [kind, theirs] of score(line.text)) {
      if (theirs !== undefined) compare(peer, version, kind, theirs, line);
    }
  }
}
for (const [who, n] of compared) console.log(`compared: ${n} scores, ${who}`);
for (const [what, n] of counts) console.log(`explained: ${n}, ${what}`);
console.log(`${vectors} vectors, ${unexplained} unexplained differences`);
process.exit(unexplained === 0 && compared.size === peers.length ? 0 : 1);
