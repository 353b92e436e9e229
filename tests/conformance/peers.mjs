// SPDX-License-Identifier: MIT
// How run.mjs asks each npm package: { version: (text) => [[key of the suite,
// score]...] }, which throws if the package refuses the text.
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

// Packages are those of the directory it runs in; one has imports without .js.
register(`data:text/javascript,export const resolve = (s, c, next) =>
  next(s, c).catch(() => next(s + '.js', c));`);
const root = pathToFileURL(process.cwd() + '/');
const { resolve } = createRequire(new URL('x.js', root));
const load = (name) => import(pathToFileURL(resolve(name)));

export const PEERS = {
  'ae-cvss-calculator': async () => {
    const { default: ae } = await load('ae-cvss-calculator');
    const reader = (Vector) => (text) => {
      const v = new Vector(text);
      if (!v.isBaseFullyDefined()) throw new Error('Base metrics are missing');
      const s = v.calculateScores();
      return Vector === ae.Cvss4P0 ? [['overall', s.overall]]
        : [['overall', s.overall], ['B', s.base], ['BT', s.temporal],
           ['BTE', s.environmental]].filter(([, x]) => x !== undefined);
    };
    return { '2.0': reader(ae.Cvss2), '3.0': reader(ae.Cvss3P0),
      '3.1': reader(ae.Cvss3P1), '4.0': reader(ae.Cvss4P0) };
  },
  '@pandatix/js-cvss': async () => {
    const pandatix = await load('@pandatix/js-cvss');
    const reader = (Vector) => (text) => {
      const v = new Vector(text);
      return v.Score ? [['overall', v.Score()]] : [['B', v.BaseScore()],
        ['BT', v.TemporalScore()], ['BTE', v.EnvironmentalScore()]];
    };
    return { '2.0': reader(pandatix.CVSS20), '3.0': reader(pandatix.CVSS30),
      '3.1': reader(pandatix.CVSS31), '4.0': reader(pandatix.CVSS40) };
  },
  '@turingpointde/cvss.js': async () => {
    const { CVSS } = await load('@turingpointde/cvss.js');
    const reader = (keys) => (text) => {
      const v = CVSS(text);
      if (!v.isValid) throw new Error('not valid');
      return keys === 1 ? [['overall', v.getScore()]] : [['B', v.getScore()],
        ['BT', v.getTemporalScore()], ['BTE', v.getEnvironmentalScore()]];
    };
    return { '3.0': reader(3), '3.1': reader(3), '4.0': reader(1) };
  },
  first: async () => {
    const at = '@secvisogram/csaf-validator-lib/lib/shared/first/cvss';
    const { default: c30 } = await load(`${at}calc30.js`);
    const { default: c31 } = await load(`${at}calc31.js`);
    const { CVSS40 } = await load(`${at}40.js`);
    const reader = (calculator) => (text) => {
      const s = calculator.calculateCVSSFromVector(text);
      if (!s.success) throw new Error(s.errorType);
      return [['B', +s.baseMetricScore], ['BT', +s.temporalMetricScore],
        ['BTE', +s.environmentalMetricScore]];
    };
    return { '3.0': reader(c30), '3.1': reader(c31),
      '4.0': (text) => [['overall', new CVSS40(text).score]] };
  },
};
