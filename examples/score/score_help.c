/* SPDX-License-Identifier: MIT */
/* score: the text of --help, and completion for shells. */
#include <string.h>

#include "score.h"

const char help[] =
    "Usage: score [OPTION]... [VECTOR]...\n"
    "       score --find [OPTION]... [FILE]...\n"
    "       score --field COLUMN [OPTION]... [FILE]...\n"
    "Score CVSS vectors (2.0, 3.0, 3.1, 4.0) and DREAD ratings.\n"
    "Without VECTOR, read one per line from standard input and skip empty "
    "lines.\n"
    "If a vector is bad, say what is wrong and go on with the next one.\n"
    "\n"
    "Input\n"
    "  -f, --find             find vectors in any text: in each FILE, or in\n"
    "                         standard input.  JSON, URL, HTML and mail "
    "escapes\n"
    "                         are decoded, and so is UTF-16\n"
    "      --raw              with --find, search the bytes as they are\n"
    "      --field COLUMN     read CSV or TSV with a header; COLUMN is the "
    "name\n"
    "                         or number of the one with the vectors.  Rows "
    "are\n"
    "                         passed through, with the results appended\n"
    "  -l, --lenient          also accept metrics out of order, letters in "
    "the\n"
    "                         other case, blanks or parentheses around a "
    "vector,\n"
    "                         a final slash, CVSS:2.0/ or CVSS2# before v2.0,\n"
    "                         and part of a v2.0 group\n"
    "      --version-hint V   also accept vectors without a prefix, as "
    "version\n"
    "                         3.0, 3.1 or 4.0\n"
    "      --range            also accept vectors that lack Base metrics, and\n"
    "                         show the lowest and the highest possible score\n"
    "\n"
    "Output (default: a block per vector)\n"
    "  -e, --explain          explain every metric\n"
    "      --what-if          show what changing one metric would do\n"
    "  -t, --tsv              one line per vector, tab-separated: score,\n"
    "                         severity, type, version, base, threat (2.0, "
    "3.x:\n"
    "                         temporal), environmental, line (with --find:\n"
    "                         FILE:LINE:COLUMN), vector.  \"-\" means none.  "
    "A\n"
    "                         bad vector has no score; its type is the error\n"
    "      --header           like --tsv, with a header line\n"
    "  -j, --json             one JSON object per line, as in FIRST's schemas\n"
    "      --stream           one line out for each line in, also for an "
    "empty\n"
    "                         or bad one, which is no error: for pipes that "
    "work\n"
    "                         on pieces of the input.  Like --tsv or --json, "
    "but\n"
    "                         without the line's number\n"
    "      --near             with --find, also list near misses\n"
    "\n"
    "Your device and your rules\n"
    "      --profile METRICS  also score each vector in your device, such as\n"
    "                         CVSS:3.1/CR:H/MAV:A; once per version\n"
    "      --policy NAME      also show the risk level and what the policy\n"
    "                         \"default\", \"strict\" or that of a file "
    "demands;\n"
    "                         files are those of register --policy\n"
    "      --claims COLUMN    with --field, compare the score or severity "
    "that\n"
    "                         COLUMN states\n"
    "      --fail-at LEVEL    exit with 1 if a score is at LEVEL or above: "
    "low,\n"
    "                         medium, high or critical\n"
    "      --strict-exit      with --find, exit with 1 if there is a near "
    "miss\n"
    "\n"
    "      --completion SHELL print completions for bash, zsh or fish\n"
    "  -h, --help             print this help\n"
    "  -V, --version          print the version\n"
    "\n"
    "Exit status: 0 success; 1 a vector is bad, --find found none, a claim\n"
    "differs, or as above; 2 bad options, or a file could not be read or "
    "written.\n"
    "Colours are for terminals; set NO_COLOR to turn them off.\n"
    "\n"
    "Examples:\n"
    "  score CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n"
    "  score --find --header advisory.html report.json\n"
    "  score --field vector --claims score <findings.csv >checked.csv\n"
    "  score --find --fail-at high --profile CVSS:3.1/MAV:L sbom.json\n";

/* ---- Completion ---------------------------------------------------------- */

static void complete_bash(void) {
  put(&out, "_score() {\n  local cur=${COMP_WORDS[COMP_CWORD]} "
            "prev=${COMP_WORDS[COMP_CWORD-1]}\n  case $prev in\n");
  for (size_t i = 0; i < option_count; i++) {
    if (options[i].values != NULL) {
      put(&out,
          "  --%s) COMPREPLY=($(compgen %s-W '%s' -- \"$cur\")); return ;;\n",
          options[i].name, options[i].or_file ? "-f " : "", options[i].values);
    }
  }
  put(&out, "  esac\n  case $cur in\n  -*) COMPREPLY=($(compgen -W '");
  for (size_t i = 0; i < option_count; i++) {
    put(&out, "%s--%s", i > 0 ? " " : "", options[i].name);
  }
  put(&out,
      "' -- \"$cur\")) ;;\n  *) COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n"
      "  esac\n}\ncomplete -o filenames -F _score score\n");
}

static void complete_zsh(void) {
  put(&out, "#compdef score\n_arguments -s \\\n");
  for (size_t i = 0; i < option_count; i++) {
    const struct option *o = &options[i];
    const char *many = strcmp(o->name, "profile") == 0 ? "*" : "";
    if (o->letter != 0) {
      put(&out, "  -%c \\\n", o->letter);
    }
    if (o->values != NULL && o->or_file) {
      put(&out, "  '--%s=:value:{compadd %s; _files}' \\\n", o->name,
          o->values);
    } else if (o->values != NULL) {
      put(&out, "  '--%s=:value:(%s)' \\\n", o->name, o->values);
    } else {
      put(&out, "  '%s--%s%s' \\\n", many, o->name,
          o->take != NULL ? "=:value:" : "");
    }
  }
  put(&out, "  '*:file:_files'\n");
}

static void complete_fish(void) {
  for (size_t i = 0; i < option_count; i++) {
    const struct option *o = &options[i];
    put(&out, "complete -c score -l %s", o->name);
    if (o->letter != 0) {
      put(&out, " -s %c", o->letter);
    }
    if (o->values != NULL) {
      put(&out, " -%c -a '%s'", o->or_file ? 'r' : 'x', o->values);
    } else if (o->take != NULL) {
      put(&out, " -r");
    }
    put(&out, "\n");
  }
}

void complete(const char *shell) {
  if (shell != NULL && strcmp(shell, "bash") == 0) {
    complete_bash();
  } else if (shell != NULL && strcmp(shell, "zsh") == 0) {
    complete_zsh();
  } else if (shell != NULL && strcmp(shell, "fish") == 0) {
    complete_fish();
  } else {
    usage("--completion must be followed by bash, zsh or fish", "");
  }
  flush(&out);
}
