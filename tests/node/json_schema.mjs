// SPDX-License-Identifier: MIT
// Validates JSON from the library against FIRST's schemas, and its fields
// against the vector: `vectors N | node json_schema.mjs`.
import Ajv from 'ajv/dist/2020.js';
import { lines } from './lines.mjs';

const SCHEMAS = '@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv/cvss-v';
const METRICS = 1, UNDEFINED = 2, SCORES = 4; // SECRISK_JSON_

const versions = ['2.0', '3.0', '3.1', '4.0'];
const check = {}, wanted = {}, seen = {};
// multipleOf 0.1 cannot be told in binary fractions without some tolerance.
const ajv = new Ajv({ strict: false, multipleOfPrecision: 6, allErrors: true });
for (const v of versions) {
  const { default: schema } = await import(`${SCHEMAS}${v}.js`);
  check[v] = ajv.compile(schema);
  wanted[v] = pairs(schema);
  seen[v] = new Set();
}

// Every "metric=VALUE" that a schema admits, severities and scores aside.
function pairs(schema) {
  const all = new Set();
  const types = schema.$defs ?? schema.definitions;
  for (const [name, property] of Object.entries(schema.properties)) {
    const type =
      property.$ref ? types[property.$ref.split('/').pop()] : property;
    if (name !== 'version' && !/Severity$/.test(name)) {
      for (const value of type.enum ?? []) all.add(`${name}=${value}`);
    }
  }
  return all;
}

// Which group a score of v2.0 and v3 belongs to, by what the text holds.
const groups = {
  temporalScore: /\/(E|RL|RC):(?!X|ND)/,
  environmentalScore: /\/(CDP|TD|CR|IR|AR|M[A-Z]+):(?!X|ND)/,
};

function severity(version, tenths) {
  if (version === '2.0') return undefined;
  return ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'][
    [1, 40, 70, 90].filter((from) => tenths >= from).length];
}

// The object that these parts of the vector call for.
function expected({ text, parts, scores, values }, version) {
  const want = { version, vectorString: text };
  const put = (name, tenths) => {
    want[`${name}Score`] = tenths / 10;
    const word = severity(version, tenths);
    if (word) want[`${name}Severity`] = word;
  };
  const [overall, base, temporal, , environmental] = scores;
  put('base', version === '4.0' ? overall : base);
  if (parts & SCORES && version !== '4.0') {
    if (groups.temporalScore.test(text)) put('temporal', temporal);
    if (groups.environmentalScore.test(text)) {
      put('environmental', environmental);
    }
  }
  for (const [name, [value, defined]] of Object.entries(values)) {
    if (parts & (defined ? METRICS : UNDEFINED)) want[name] = value;
  }
  return want;
}

const sorted = (o) => JSON.stringify(Object.entries(o).sort());
let count = 0, failed = 0;
const fail = (...what) => {
  if (failed++ < 10) console.log('FAILED:', ...what);
};
for await (const line of lines()) {
  const { json } = line;
  count++;
  if (!check[json.version](json)) {
    fail(line.text, ajv.errorsText(check[json.version].errors));
  }
  const want = expected(line, json.version);
  if (sorted(json) !== sorted(want)) {
    fail(line.text, '\n', sorted(json), '\n', sorted(want));
  }
  for (const [name, value] of Object.entries(json)) {
    seen[json.version].add(`${name}=${value}`);
  }
}
for (const v of versions) {
  const missing = [...wanted[v]].filter((pair) => !seen[v].has(pair));
  if (missing.length) fail(v, 'never written:', missing.join(' '));
  console.log(`v${v}: ${wanted[v].size} names and values in the schema`);
}
console.log(`${count} objects, ${failed} faults`);
process.exit(failed === 0 && count > 0 ? 0 : 1);
