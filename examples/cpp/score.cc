// SPDX-License-Identifier: MIT
// Scores the vectors given as arguments, from C++, with nothing but the header.
#include <iostream>
#include <string_view>

#include <secrisk.h>

static bool show(std::string_view text) {
  secrisk_cvss vector;
  secrisk_diag diag;
  if (secrisk_cvss_parse(text.data(), text.size(), SECRISK_STRICT, &vector, &diag) != SECRISK_OK) {
    char why[SECRISK_EXPLAIN_SIZE];
    secrisk_cvss_explain(&diag, why, sizeof why);
    std::cerr << text << ": byte " << diag.offset + 1 << ": " << why << '\n';
    return false;
  }
  const secrisk_tenths score =
      secrisk_cvss_score(&vector, SECRISK_SCORE_OVERALL);
  const secrisk_level level = secrisk_cvss_severity(vector.version, score);
  std::cout << score / 10 << '.' << score % 10 << ' '
            << secrisk_level_text(level) << '\n';
  return true;
}

int main(int argc, char **argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc < 2 || first == "--help" || first == "-h") {
    (argc < 2 ? std::cerr : std::cout)
        << "Usage: score VECTOR...\nScore CVSS vectors, one line each.\n";
    return argc < 2 ? 2 : 0;
  }
  bool ok = true;
  for (int i = 1; i < argc; i++) {
    ok = show(argv[i]) && ok;
  }
  return ok ? 0 : 1;
}
