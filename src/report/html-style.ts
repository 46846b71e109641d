/** The page's style: system fonts, light and dark by the reader's setting, narrow screens and paper. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--page:#fff;--card:#f6f8fa;--line:#d1d9e0;--red:#b62324;--amber:#7d4e00;--blue:#0b57b0;--green:#18702f;--mark:#fff1c2}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9ba6b2;--page:#0d1117;--card:#161b22;--line:#30363d;--red:#ff8a82;--amber:#e3b341;--blue:#79b8ff;--green:#56d364;--mark:#574a1b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0}h2{font-size:1.25rem;margin:2.5rem 0 .25rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.25rem 0 .5rem}h4{font-size:1rem;margin:0;font-weight:600}
.totals{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0}
.declared,.where,footer,small{color:var(--soft)}.where{margin:.15rem 0 .5rem;font-size:.875rem}.where code+code{margin-left:.75rem}
article{border:1px solid var(--line);border-left-width:4px;border-radius:6px;background:var(--card);padding:.75rem 1rem;margin:0 0 .75rem;break-inside:avoid}
article.error{border-left-color:var(--red)}article.warn{border-left-color:var(--amber)}article.info{border-left-color:var(--blue)}
.error .level{color:var(--red)}.warn .level{color:var(--amber)}.info .level{color:var(--blue)}
pre{margin:.25rem 0 .5rem;padding:.5rem;overflow-x:auto;background:var(--page);border:1px solid var(--line);border-radius:4px;font-size:.875rem}
.no{color:var(--soft);user-select:none;margin-right:.75rem}mark{background:var(--mark);color:inherit;text-decoration:underline wavy}
dl{display:grid;grid-template-columns:3rem 1fr;gap:.15rem .75rem;margin:0}dt{color:var(--soft)}dd{margin:0}
.tree,.tree ul{list-style:none;padding-left:1.1rem;border-left:1px solid var(--line);margin:.15rem 0}.tree{padding-left:0;border:0}
.node{display:inline-block;padding:.1rem .5rem;margin:.1rem 0;border-left:3px solid var(--green)}.node.open{border-color:var(--amber)}.node.bad{border-color:var(--red)}
.clean{color:var(--green)}footer{margin-top:3rem;font-size:.875rem}
@media (max-width:30rem){body{padding:1rem .75rem}dl{grid-template-columns:1fr}dt{margin-top:.35rem}}
@media print{:root{--page:#fff;--card:#fff;--ink:#000}body{max-width:none;font-size:11pt}}
`;
