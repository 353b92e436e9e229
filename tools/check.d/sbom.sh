# SPDX-License-Identifier: MIT
# secrisk.cdx.json is valid CycloneDX.
# Limit: 120 s
command -v npm >/dev/null || need nodejs npm
# Its optional parts, for XML, would be compiled or fetched from elsewhere.
quiet npm install --no-audit --no-fund --ignore-scripts --omit=optional \
  --prefix . @cyclonedx/cyclonedx-library@6 ajv@8 ajv-formats@3 \
  ajv-formats-draft2019@1
cat >validate.mjs <<'END'
import fs from "node:fs";
import * as CDX from "@cyclonedx/cyclonedx-library";
const validator = new CDX.Validation.JsonStrictValidator("1.6");
const text = fs.readFileSync(process.argv[2], "utf8");
const error = await validator.validate(text);
if (error !== null) {
  console.log(error);
  process.exit(1);
}
console.log("ok: CycloneDX 1.6");
END
node validate.mjs "$ROOT/secrisk.cdx.json"
