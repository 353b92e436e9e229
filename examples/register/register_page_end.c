/* SPDX-License-Identifier: MIT */
/* Part of register: the page's legend, its assumptions, and the signatures. */
#include "register_output.h"

static const char *const legend[] = {
    "<section id=\"limits\">\n<h2>Legend, assumptions, and what this is not"
    "</h2>\n<div class=\"stack\">\n<div class=\"card\">\n<h3>Legend</h3>\n<ul>"
    "\n<li><b>Before</b>: the risk without the controls named here. "
    "<b>Verified</b>: with the controls that are verified today. <b>Once all "
    "is</b>: were every control named verified.</li>\n"
    "<li>A full bar is a score on its own scale. A hatched bar is a level that "
    "was given without a score.</li>\n",
    "<li><b>Kinds of control</b>, the preferred first: external (outside of "
    "the device), hardware, visible (software that its user sees), hidden "
    "(other software).</li>\n"
    "<li><b>Limits</b>, such as MAV:A: this Modified metric of CVSS is at most "
    "this severe. No standard says which control earns which limit: each is a "
    "claim of the manufacturer.</li>\n"
    "<li><b>One step decides</b>: each of these metrics alone, one step less "
    "or more severe as written, would give the level in brackets.</li>\n"
    "<li><b>Nearest mitigation</b>: the fewest of the controls still to come "
    "that reach a lower level; where no limits say what each does, all of "
    "them. If they reach none, suggestions, which are the tool's inference and "
    "no standard's.</li>\n</ul>\n</div>\n",
    "<div class=\"card\">\n<h3>Assumptions</h3>\n<ul>\n"
    "<li>Each rating, each state of a control and each rationale is as the "
    "register says. The tool computes scores and compares levels; it checks "
    "no evidence.</li>\n"
    "<li>Only a verified control lowers a risk. Controls change how a system "
    "can be attacked and what an attack achieves, not whether exploits "
    "exist.</li>\n"
    "<li>Threats are judged one by one. Chains of threats, and threats that "
    "are not in the register, are not seen.</li>\n</ul>\n</div>\n",
    "<div class=\"card\">\n<h3>What this is not</h3>\n<ul>\n"
    "<li>No certificate and no proof of conformity to ISO 14971, IEC 62304, "
    "AAMI TIR57 or any other document: it is a record that supports a "
    "manufacturer's own case.</li>\n"
    "<li>No estimate of how likely harm is, and no benefit-risk analysis: "
    "those are done by people, and named here.</li>\n</ul>\n</div>\n</div>\n"
    "</section>\n",
    NULL};

static void put_signature(FILE *to, const char *role, const char *name) {
  fprintf(to, "<tr><th scope=\"row\">%s</th><td>", role);
  put_html(to, name != NULL ? name : "");
  fputs("</td><td></td><td></td></tr>\n", to);
}

void put_page_end(FILE *to, const struct list *list) {
  for (size_t i = 0; legend[i] != NULL; i++) {
    fputs(legend[i], to);
  }
  fputs("<section id=\"sign-off\">\n<h2>Sign-off</h2>\n<div class=\"card "
        "scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Sign-off\">\n"
        "<table class=\"plain sign\">\n<thead><tr><th scope=\"col\">Role</th>"
        "<th scope=\"col\">Name</th><th scope=\"col\">Signature</th><th "
        "scope=\"col\">Date</th></tr></thead>\n<tbody>\n",
        to);
  put_signature(to, "Author", list->document.author);
  put_signature(to, "Reviewer", NULL);
  put_signature(to, "Approver", list->document.approver);
  fputs("</tbody>\n</table>\n</div>\n</section>\n</main>\n</body>\n</html>\n",
        to);
}
