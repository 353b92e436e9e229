/* SPDX-License-Identifier: MIT */
/* Part of register: how the page looks; light, dark, on paper, on a phone. */
#include <stddef.h>

extern const char *const style[];

/* Every text has a contrast of at least 4.5 : 1 to what is behind it, every bar
 * at least 3 : 1.  l0 to l5 are the levels; l0 is a row that was not read. */
#define DARK                                                                   \
  "--page:#14171c;--card:#1d2128;--text:#e8eaee;--soft:#a9b1bd;"               \
  "--line:#3a414c;--track:#2c323c;--on:#14171c;--open:#ff9d8c;"                \
  "--l0:#e8eaee;--l1:#b4bcc8;--l2:#7fb6f5;--l3:#f0bd4f;--l4:#ff8f73;"          \
  "--l5:#e79bff;--link:#8fc0ff;"

const char *const style[] = {
    ":root{color-scheme:light dark;"
    "--page:#f6f7f9;--card:#fff;--text:#1a1e25;--soft:#545d6a;"
    "--line:#d3d8df;--track:#e6e9ee;--on:#fff;--open:#a3200d;"
    "--l0:#1a1e25;--l1:#5b6573;--l2:#1f62b0;--l3:#8a5a00;--l4:#b8360f;"
    "--l5:#7a1590;--link:#1b5aa6}\n",
    "@media screen and (prefers-color-scheme:dark){:root{" DARK "}}\n",
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--page);color:var(--text);"
    "font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif;"
    "overflow-wrap:anywhere}\n"
    "main{max-width:68rem;margin:0 auto;padding:2rem 1.25rem 4rem}\n"
    "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}\n"
    "h2{font-size:1.2rem;margin:2.5rem 0 .75rem}\n"
    "h3{font-size:1rem;margin:0}\n"
    "p{margin:0}.soft{color:var(--soft);font-size:.9rem}\n"
    ".verdict{font-size:1.2rem;font-weight:650;margin:1rem 0 0}\n"
    ".verdict.not{color:var(--open)}\n"
    ".card,li.threat{background:var(--card);border:1px solid var(--line);"
    "border-radius:10px;padding:1rem 1.15rem}\n",
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;"
    "margin-top:1.75rem}\n"
    "table{border-collapse:collapse;width:100%}\n"
    "caption{text-align:left;font-weight:650;padding-bottom:.6rem}\n"
    "caption span{display:block;font-weight:400}\n"
    "th{font-weight:500;overflow-wrap:normal;text-align:left}thead "
    "th{color:var(--soft);"
    "font-size:.85rem;padding-bottom:.35rem}\n"
    "td{font-variant-numeric:tabular-nums}\n"
    ".counts th,.counts td{padding:.22rem .6rem .22rem 0}\n"
    "table{table-layout:fixed}.counts col:first-child{width:28%}\n"
    ".n{display:flex;align-items:center;gap:.5rem}\n"
    ".n i{height:.85rem;border-radius:3px;background:var(--c)}\n"
    ".sum th,.sum td{border-top:1px solid var(--line);padding-top:.4rem}\n",
    ".matrix th{font-size:.85rem}\n"
    ".matrix thead th+th,.matrix td{text-align:center}\n"
    ".matrix tbody th{padding-right:.4rem}.matrix col:first-child{width:22%}\n"
    ".matrix td{height:2.1rem;border:2px solid var(--card);"
    "background:var(--track);border-radius:6px}\n"
    ".matrix td.hit{background:var(--c);color:var(--on);font-weight:650}\n"
    ".matrix td.zero{color:var(--soft);font-size:.85rem}\n"
    ".matrix td.never{background:none}\n",
    ".l0{--c:var(--l0)}.l1{--c:var(--l1)}.l2{--c:var(--l2)}"
    ".l3{--c:var(--l3)}.l4{--c:var(--l4)}.l5{--c:var(--l5)}\n"
    "ol{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}\n"
    "li.threat{display:grid;grid-template-columns:minmax(0,1fr) 21rem;"
    "gap:.35rem 1.75rem;border-left:6px solid var(--c)}\n"
    ".head{display:flex;gap:.6rem;align-items:baseline;flex-wrap:wrap}\n"
    ".tag{font-size:.85rem;font-weight:600}.tag.open{color:var(--open)}\n"
    ".about{white-space:pre-line;margin-top:.15rem}\n"
    ".bars{display:grid;gap:.3rem;align-self:start;margin:.1rem 0 0;"
    "font-size:.9rem}\n"
    ".bars div{display:grid;grid-template-columns:5.4rem minmax(0,1fr) 8rem;"
    "gap:.6rem;align-items:center}.bars dt{color:var(--soft)}"
    ".bars dd{margin:0;display:contents}\n"
    ".word{color:var(--c);font-weight:650;"
    "font-variant-numeric:tabular-nums}.bars .word{white-space:nowrap}\n",
    ".track{display:block;height:.85rem;border-radius:3px;"
    "background:var(--track);overflow:hidden}"
    ".track i{display:block;height:100%;"
    "background:var(--c);border-radius:3px}\n"
    ".track i.guess{background:repeating-linear-gradient(135deg,var(--c) 0 "
    "3px,transparent 3px 6px);border:1px solid var(--c)}\n",
    ".miss{border-top:1px solid var(--line);padding-top:.5rem;"
    "margin-top:.35rem}.miss ul,.more ul{margin:.15rem 0 0;"
    "padding-left:1.2rem}.more{font-size:.9rem;color:var(--soft)}\n"
    ".wide{grid-column:1/-1}.more p{white-space:pre-line;margin-top:.3rem}"
    ".more b,.miss b{font-weight:650;color:var(--text)}\n",
    "a{color:var(--link)}.matrix td.hit a{color:inherit;display:block;"
    "line-height:2.1rem;text-decoration:none}.matrix td.hit "
    "a:hover{text-decoration:underline}\n"
    ".document{display:grid;grid-template-columns:repeat(auto-fill,"
    "minmax(14rem,1fr));gap:.6rem 1.5rem;margin:1.25rem 0 0;font-size:.9rem}"
    ".document dt{color:var(--soft)}.document dd{margin:0}"
    ".hash{display:block;color:var(--soft);font:.72rem/1.35 "
    "ui-monospace,monospace;word-break:break-all}\n"
    "nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem;"
    "margin:1.25rem 0 0;padding:.6rem 0;border:solid var(--line);"
    "border-width:1px 0}code{font:.85em ui-monospace,monospace}"
    ".nowrap{white-space:nowrap}\n",
    ".wide-card{margin-top:1rem}.cells{margin:.4rem 0 0;display:grid;"
    "gap:.25rem;font-size:.9rem}.cells div{display:grid;"
    "grid-template-columns:11rem minmax(0,1fr);gap:.75rem}"
    ".cells dt{color:var(--soft)}.cells dd{margin:0}"
    ".cells a{white-space:nowrap}\n"
    ".scroll{overflow-x:auto}table.plain{table-layout:auto}"
    ".plain th,.plain td{vertical-align:top;padding:.35rem .9rem .35rem 0;"
    "text-align:left}.plain tbody tr{border-top:1px solid var(--line)}"
    ".plain td:last-child{padding-right:0}.plain tbody th a,.plain .word{"
    "white-space:nowrap}.plain "
    "p{margin:0}"
    ".bands td,.bands th{white-space:nowrap}\n",
    ".miss li::first-letter,.rules p::first-letter{"
    "text-transform:uppercase}.other{display:flex;flex-wrap:wrap;"
    "gap:0 1.25rem}\n",
    ".stack{display:grid;gap:1rem}.stack .card{min-width:0}"
    ".card ul{margin:.35rem 0 0;padding-left:1.2rem}"
    ".card>p.soft{margin-top:.6rem}.overall{margin-top:1rem}"
    ".judge{margin-top:.75rem}.blank{display:inline-block;width:60%;"
    "border-bottom:1px solid var(--soft)}"
    ".sign td{min-width:9rem;height:3rem}\n",
    "@media (max-width:46rem){main{padding:1.25rem .8rem 3rem}"
    ".pair,li.threat{grid-template-columns:minmax(0,1fr)}"
    "h1{font-size:1.45rem}.matrix th{font-size:.72rem}"
    ".card,li.threat{padding:.8rem .85rem}"
    ".bars{margin-top:.35rem}.cells div{grid-template-columns:minmax(0,1fr);"
    "gap:0}.scroll table{min-width:36rem}"
    ".high thead{display:none}.high tr{display:grid;"
    "grid-template-columns:auto 1fr}.high td:nth-child(3){"
    "grid-column:1/-1;padding-top:0}.high td:last-child{"
    "grid-column:1/-1;padding-top:0}}\n",
    "@media print{@page{margin:18mm 14mm}:root{color-scheme:light}"
    "body{background:none;font-size:10.5pt}main{padding:0;max-width:none}"
    ".card,li.threat{break-inside:avoid}h2{break-after:avoid}"
    ".pair{grid-template-columns:1fr 1fr}.matrix th{font-size:.72rem}"
    "li.threat{grid-template-columns:minmax(0,1fr) 19rem}"
    "nav{display:none}ol,.stack{display:block}li.threat,.stack .card{"
    "margin:0 0 .75rem}a{color:inherit;text-decoration:none}.scroll{overflow:"
    "visible}.bands td,.bands th{white-space:normal}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n",
    NULL};
