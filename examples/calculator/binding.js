/* SPDX-License-Identifier: MIT */
/* The library's functions for JavaScript: memory, strings and structs.  What
 * there is, how it is called and what it means is asked of the library. */

async function openLibrary(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const x = instance.exports;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const TEXT = 2048; /* holds any text that the library writes */
  let top = (x.__heap_base.value + 15) & ~15;

  /* ---- Memory ---------------------------------------------------------- */

  /* Growing the memory detaches every view, so none is kept. */
  const memory = () => new Uint8Array(x.memory.buffer);
  const view = () => new DataView(x.memory.buffer);
  const u32 = (at) => view().getUint32(at, true);
  const u16 = (at) => view().getUint16(at, true);
  const slice = (at, n) => memory().slice(at, at + n);

  /* n bytes of zeros, until the end of the scratch() around the call. */
  function space(n) {
    const at = top;
    top = (top + n + 7) & ~7;
    const lack = top - x.memory.buffer.byteLength;
    if (lack > 0) {
      x.memory.grow(Math.ceil(lack / 65536));
    }
    memory().fill(0, at, top);
    return at;
  }
  function scratch(work) {
    const mark = top;
    try {
      return work();
    } finally {
      top = mark;
    }
  }
  function put(data) {
    const at = space(data.length);
    memory().set(data, at);
    return at;
  }
  const putString = (text) => text === "" ? 0 : put(encoder.encode(text + "\0"));

  /* A C string.  NUL inside a text from outside would end it early. */
  function string(at) {
    const m = memory();
    let end = at;
    while (m[end] !== 0) {
      end++;
    }
    return decoder.decode(m.subarray(at, end));
  }
  /* What a function of the form (..., buf, cap) writes. */
  function written(call) {
    return scratch(() => {
      const buf = space(TEXT);
      call(buf, TEXT);
      return string(buf);
    });
  }
  /* Texts for the bits of a set. */
  const bits = (set, text) => [...Array(16).keys()].map((n) => 1 << n)
    .filter((bit) => (set & bit) !== 0).map((bit) => string(text(bit)));
  /* The numbers from 0 up for which there is something. */
  const while_ = (some) => {
    const list = [];
    for (let n = 0; n < 256; n++) {
      const item = some(n);
      if (item !== null) {
        list.push(item);
      }
    }
    return list;
  };

  /* ---- Structs --------------------------------------------------------- */

  const VECTOR = 40, DIAG = 16, RISK = 4, CONTROL = 16, POLICY = 16,
    THREAT = 28, EVALUATION = 12, LIMIT = 3, DREAD = 6;

  function diagnosis(at, explain) {
    return {
      offset: u32(at), length: u32(at + 4), lenient: u32(at + 8),
      status: memory()[at + 12], metric: memory()[at + 14],
      text: written((buf, cap) => explain(at, buf, cap)),
    };
  }
  const risk = (at) => {
    const [system, kind, tenths, level] = slice(at, RISK);
    return { system, kind, tenths, level };
  };
  const limits = (list) => put(list.flat());
  function putControls(list) {
    const all = space(CONTROL * list.length);
    list.forEach((c, n) => {
      const reference = putString(c.reference);
      const rows = limits(c.limits);
      const at = all + CONTROL * n;
      view().setUint32(at, reference, true);
      view().setUint32(at + 4, rows, true);
      view().setUint32(at + 8, c.limits.length, true);
      memory().set([c.kind, c.state, c.domains, c.cryptographic ? 1 : 0],
                   at + 12);
    });
    return all;
  }
  function evaluation(at) {
    const [initialLevel, initialTenths, residualLevel, residualTenths] =
      slice(at + 6, 4);
    return {
      decision: string(x.secrisk_decision_text(memory()[at])),
      missing: bits(u16(at + 4), x.secrisk_missing_text),
      remarks: bits(u16(at + 2), x.secrisk_remark_text),
      initialLevel, initialTenths, residualLevel, residualTenths,
    };
  }

  const number = x.secrisk_version();
  const features = x.secrisk_features();
  const lib = {
    version: [16, 8, 0].map((n) => (number >> n) & 255).join("."),
    has: { json: (features & 0x10) !== 0, risk: (features & 0x40) !== 0,
      lenient: (features & 0x80) !== 0 },
    NONE: 255, /* no score, no metric */
    LENIENT: 0x7f, PARTIAL: 0x80, BARE: { 30: 0x100, 31: 0x200, 40: 0x400 },
    NEAR: 0x1000,
    OVERALL: 0, BTE: 7, KINDS: [1, 8, 9, 3, 5, 7, 10],
    VERIFIED: 3, LEVELS: while_((level) =>
      string(x.secrisk_level_text(level)) === "" ? null : level),

    /* ---- Text ---------------------------------------------------------- */

    /* {vector, diag, data}; vector is null when the text is wrong. */
    parse: (text, flags) => scratch(() => {
      const data = encoder.encode(text);
      const out = space(VECTOR);
      const diag = space(DIAG);
      const status = x.secrisk_cvss_parse(put(data), data.length, flags, out,
                                          diag);
      return { vector: status === 0 ? slice(out, VECTOR) : null,
        diag: diagnosis(diag, x.secrisk_cvss_explain), data };
    }),
    /* Every vector in a text, and what is wrong with each near miss. */
    find: (text, flags) => scratch(() => {
      const data = encoder.encode(text);
      const at = put(data);
      const out = space(VECTOR);
      const diag = space(DIAG);
      const span = space(8);
      const found = { vectors: [], near: [], data };
      for (;;) {
        const status = x.secrisk_cvss_find(at, data.length, flags, span,
                                           span + 4, out, diag);
        if (status === 0) {
          found.vectors.push(slice(out, VECTOR));
        } else if (u32(span + 4) === 0) {
          return found;
        } else {
          found.near.push(diagnosis(diag, x.secrisk_cvss_explain));
        }
        view().setUint32(span, u32(span) + u32(span + 4), true);
      }
    }),
    format: (v) => scratch(() => {
      const at = put(v);
      return written((buf, cap) => x.secrisk_cvss_format(at, buf, cap));
    }),
    json: (v) => scratch(() => {
      const at = put(v);
      return written((buf, cap) => x.secrisk_cvss_json(at, 7, buf, cap));
    }),
    tenths: (n) => written((buf, cap) => x.secrisk_tenths_format(n, buf, cap)),
    levelText: (level) => string(x.secrisk_level_text(level)),
    levelFind: (text) => scratch(() => {
      const data = encoder.encode(text);
      return x.secrisk_level_find(put(data), data.length);
    }),
    statusText: (status) => string(x.secrisk_status_text(status)),

    /* ---- Scores -------------------------------------------------------- */

    score: (v, kind) => scratch(() => x.secrisk_cvss_score(put(v), kind)),
    overall: (v) => scratch(() => x.secrisk_cvss_overall(put(v))),
    nomenclature: (v) => scratch(() =>
      string(x.secrisk_cvss_nomenclature(put(v)))),
    range: (v, kind) => scratch(() => {
      const at = space(2);
      x.secrisk_cvss_range(put(v), kind, at, at + 1, 0);
      return [...slice(at, 2)];
    }),
    set: (v, metric, value) => scratch(() => {
      const at = put(v);
      x.secrisk_cvss_set(at, metric, value);
      return slice(at, VECTOR);
    }),
    macrovector: (v) => scratch(() => {
      const eq = space(6);
      return x.secrisk_cvss_macrovector(put(v), eq) === 0
        ? [...slice(eq, 6)] : null;
    }),
    severity: (system, tenths) => x.secrisk_cvss_severity(system, tenths),

    /* ---- What there is ------------------------------------------------- */

    versions: () => while_((v) =>
      x.secrisk_cvss_metric_count(v) > 0 ? v : null).reverse(),
    metrics: (v) => [...Array(x.secrisk_cvss_metric_count(v)).keys()].map(
      (id) => {
        const mandatory = x.secrisk_cvss_mandatory(v, id) !== 0;
        const values = [...Array(x.secrisk_cvss_value_count(v, id)).keys()]
          .filter((n) => n > 0 || !mandatory).map((n) => {
            const abbr = string(x.secrisk_cvss_value_abbr(v, id, n));
            return { id: n, abbr,
              name: string(x.secrisk_cvss_value_name(v, id, n)) || abbr,
              help: string(x.secrisk_cvss_value_help(v, id, n)) };
          }).filter((value) => value.abbr !== "");
        const abbr = string(x.secrisk_cvss_metric_abbr(v, id));
        return { id, abbr, mandatory, values,
          name: string(x.secrisk_cvss_metric_name(v, id)) || abbr,
          help: string(x.secrisk_cvss_metric_help(v, id)),
          group: x.secrisk_cvss_group(v, id),
          section: string(x.secrisk_cvss_section_name(v,
            x.secrisk_cvss_section(v, id))),
          modified: x.secrisk_cvss_modified(v, id),
          modifies: x.secrisk_cvss_modifies(v, id) };
      }),
    groupName: (v, group) => string(x.secrisk_cvss_group_name(v, group)),
    kindName: (v, kind) => string(x.secrisk_cvss_kind_name(v, kind)),

    /* ---- Risk ---------------------------------------------------------- */

    suggestions: (system) => scratch(() => {
      const rows = space(3 * LIMIT);
      return while_((n) => {
        const text = string(x.secrisk_suggestion_text(n));
        const count = x.secrisk_suggestion_limits(n, system, rows);
        return text === "" ? null : { text,
          limits: [...Array(count).keys()].map((i) =>
            [...slice(rows + LIMIT * i, LIMIT)]) };
      });
    }),
    policies: () => while_((id) => {
      const name = string(x.secrisk_policy_name(id));
      return name === "" ? null : { id, name };
    }),
    /* The vector after its controls, or what is wrong with them. */
    residual: (v, list) => scratch(() => {
      const out = space(VECTOR);
      const status = x.secrisk_cvss_residual(put(v), putControls(list),
                                             list.length, out, 0);
      return { status, vector: status === 0 ? slice(out, VECTOR) : null };
    }),
    /* Can this metric be limited to this value? */
    limitable: (v, limit) => scratch(() => x.secrisk_cvss_limit(put(v),
      put(limit), 1, space(VECTOR), 0) === 0),
    /* Both rated by the one kind of score that both can have. */
    pair: (initial, residual) => scratch(() => {
      const before = space(RISK);
      const after = space(RISK);
      const diag = space(DIAG);
      const status = x.secrisk_risk_pair(put(initial), put(residual), before,
                                         after, diag);
      return { status, before: risk(before), after: risk(after),
        text: diagnosis(diag, x.secrisk_cvss_explain).text };
    }),
    /* The level that a policy gives a risk: {status, level}. */
    level: (policy, r) => scratch(() => {
      const p = space(POLICY);
      const out = space(1);
      x.secrisk_policy_shipped(policy, p);
      const status = x.secrisk_policy_level(p,
        put([r.system, r.kind, r.tenths, r.level]), out);
      return { status, level: memory()[out] };
    }),
    /* A policy's rule for a level, in words. */
    rule: (policy, level) => scratch(() => {
      const p = space(POLICY);
      x.secrisk_policy_shipped(policy, p);
      const rule = memory()[p + 8 + level];
      return [rule & 3, ...[4, 8, 16].filter((bit) => (rule & bit) !== 0)]
        .map((part) => string(x.secrisk_rule_text(part)));
    }),
    evaluate: (policy, threat) => scratch(() => {
      const p = space(POLICY);
      x.secrisk_policy_shipped(policy, p);
      const controls = putControls(threat.controls);
      const rationale = putString(threat.rationale);
      const benefit = putString(threat.benefit);
      const at = space(THREAT);
      [controls, threat.controls.length, rationale, benefit].forEach((n, i) =>
        view().setUint32(at + 4 * i, n, true));
      memory().set([threat.initial, threat.residual].flatMap((r) =>
        [r.system, r.kind, r.tenths, r.level]), at + 16);
      memory().set([0, threat.impairs ? 1 : 0], at + 24);
      const out = space(EVALUATION);
      const status = x.secrisk_threat_evaluate(p, at, out, 0);
      return { status, ...evaluation(out) };
    }),

    /* ---- DREAD --------------------------------------------------------- */

    schemes: () => scratch(() => {
      const scale = space(3);
      return while_((id) => {
        const name = string(x.secrisk_dread_scheme_name(id));
        return name === "" ? null : { id, name, ratings: while_((r) => {
          x.secrisk_dread_scale(id, r, scale);
          const [low, high, step] = slice(scale, 3);
          return high === 0 ? null : { id: r, low, high, step,
            abbr: string(x.secrisk_dread_rating_abbr(r)),
            name: string(x.secrisk_dread_rating_name(r)) };
        }) };
      });
    }),
    dread: (scheme, half) => scratch(() => {
      const at = put([scheme, ...half]);
      const n = space(4);
      const level = space(1);
      const status = x.secrisk_dread_score(at, n, n + 2);
      x.secrisk_dread_level(at, level);
      return { status, numerator: u16(n), denominator: u16(n + 2),
        tenths: x.secrisk_dread_tenths(at), level: memory()[level],
        text: written((buf, cap) => x.secrisk_dread_format(at, buf, cap)) };
    }),
    parseDread: (text) => scratch(() => {
      const data = encoder.encode(text);
      const out = space(DREAD);
      const diag = space(DIAG);
      const status = x.secrisk_dread_parse(put(data), data.length, out, diag);
      return { rating: status === 0 ? [...slice(out, DREAD)] : null,
        diag: diagnosis(diag, x.secrisk_dread_explain), data };
    }),
  };
  return lib;
}
