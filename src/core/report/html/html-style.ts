/** The page's style: system fonts, light and dark as the reader has it, narrow screens and paper. */
export const STYLE = `
:root{
  color-scheme:light dark;--ink:#1b2028;--soft:#566070;--page:#fff;--card:#f7f8fa;--line:#d4dae2;
  --red:#b3261e;--amber:#805300;--blue:#0b57a8;--green:#1d6e37;--mark:#ffe9a8;--tint-red:#fdeceb;
  --tint-amber:#fdf3dc;--tint-green:#eaf6ee}
@media (prefers-color-scheme:dark){:root{
  --ink:#e5eaf0;--soft:#9fabb8;--page:#10141a;--card:#181d25;--line:#343c48;--red:#ff8f87;--amber:#e8b84f;
  --blue:#82b9ff;--green:#62d184;--mark:#5c4a12;--tint-red:#33191a;--tint-amber:#2e2614;
  --tint-green:#14281b}}
*{box-sizing:border-box}
body{
  margin:0 auto;max-width:58rem;padding:1.5rem 1rem 3rem;background:var(--page);color:var(--ink);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans KR",sans-serif;
  overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono",monospace;font-size:.9em}
h1{font-size:1.5rem;margin:0}
h2{font-size:1.3rem;margin:2.75rem 0 .25rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
h4{font-size:1rem;line-height:1.4;margin:0;font-weight:600}
a{color:var(--blue)}
a:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
.soft,.where,footer{color:var(--soft)}
.totals{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:.75rem 0}
.totals li{border:1px solid var(--line);border-radius:999px;padding:.1rem .75rem;background:var(--card)}
.totals .error{color:var(--red);border-color:currentColor}
.totals .warning{color:var(--amber);border-color:currentColor}
.totals .info{color:var(--blue);border-color:currentColor}
table{border-collapse:collapse;width:100%;margin:1rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:500;font-size:.875rem}
td.number,th.number{text-align:right;overflow-wrap:normal;font-variant-numeric:tabular-nums}
article{
  border:1px solid var(--line);border-left:4px solid var(--line);border-radius:6px;background:var(--card);
  padding:.75rem 1rem;margin:0 0 .75rem}
article.error{border-left-color:var(--red)}
article.warning{border-left-color:var(--amber)}
article.info{border-left-color:var(--blue)}
.level{font-size:.8rem;text-transform:uppercase;letter-spacing:.04em;margin-right:.35rem}
.error .level{color:var(--red)}
.warning .level{color:var(--amber)}
.info .level{color:var(--blue)}
.where{margin:.2rem 0 .6rem;font-size:.875rem;display:flex;flex-wrap:wrap;gap:0 1rem}
pre{
  margin:.25rem 0 .75rem;padding:.5rem .75rem;overflow-x:auto;background:var(--page);
  border:1px solid var(--line);border-radius:4px;line-height:1.4}
pre:focus-visible{outline:2px solid var(--blue)}
.no{
  color:var(--soft);user-select:none;display:inline-block;min-width:2.5ch;margin-right:1.5ch;
  text-align:right}
mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--amber);padding:.05em 0}
dl{display:grid;grid-template-columns:2.5rem 1fr;gap:.25rem .75rem;margin:0}
dt{color:var(--soft)}
dd{margin:0}
.clean{color:var(--green)}
svg{display:block;width:100%;height:auto;margin:.5rem 0;overflow:visible}
svg text{fill:var(--ink);font:13px system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans KR",sans-serif}
svg .name{font-weight:600}
svg .license,svg .relation{fill:var(--soft)}
svg .relation{font-size:12px}
svg .edge{fill:none;stroke:var(--soft);stroke-width:1.5}
svg rect{stroke-width:1.5;fill:var(--card);stroke:var(--soft)}
svg .good rect{fill:var(--tint-green);stroke:var(--green)}
svg .open rect{fill:var(--tint-amber);stroke:var(--amber);stroke-dasharray:5 3}
svg .bad rect{fill:var(--tint-red);stroke:var(--red);stroke-width:2.5}
svg .bad .trouble{fill:var(--red);font-weight:600}
svg .open .trouble{fill:var(--amber);font-weight:600}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem}
@media (max-width:34rem){
  body{padding:1rem .75rem 2rem}
  article{padding:.65rem .75rem}
  dl{grid-template-columns:1fr;gap:0}
  dt{margin-top:.4rem;font-size:.8rem}
}
@media print{:root{
    color-scheme:light;--ink:#000;--soft:#444;--page:#fff;--card:#fff;--line:#bbb;--red:#a01810;
    --amber:#6b4500;--blue:#0b4a8f;--green:#155a2b;--mark:#ffe9a8;--tint-red:#fff;--tint-amber:#fff;
    --tint-green:#fff}
  body{max-width:none;padding:0;font-size:10.5pt}
  article,svg,tr{break-inside:avoid}
  h2,h3,h4{break-after:avoid}
  a{color:inherit;text-decoration:none}
  a.source::after{content:" (" attr(href) ")";color:var(--soft);font-size:.85em}
  pre{white-space:pre-wrap}
  mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;
