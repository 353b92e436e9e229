# SPDX-License-Identifier: MIT
# SBOM and VEX are valid CycloneDX, here and in what tools/assurance makes.
# Limit: 120 s
need python3
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
python3 "$ROOT/tools/assure/vex.py" "$ROOT" bom.json vex.json
for file in "$ROOT/secrisk.cdx.json" bom.json vex.json; do
  node validate.mjs "$file"
done
# The validator sees a fault in what is peculiar to these two.
sed 's/"resolved"/"solved"/' vex.json >bad.json
if node validate.mjs bad.json >/dev/null; then
  fail "a VEX of no known state"
fi
sed 's/"SHA-256"/"SHA-257"/' bom.json >bad.json
if node validate.mjs bad.json >/dev/null; then
  fail "a hash of no known kind"
fi
