/**
 * The style of the page: small letters for one sheet of A4, wider lines on a screen. Fonts by name only; no
 * sign is told by colour alone.
 */
export const STYLE = `
@page{size:A4;margin:10mm 12mm}
:root{color-scheme:light}
*{box-sizing:border-box}
body{
  margin:1rem auto;padding:0 1rem;max-width:60rem;background:#fff;color:#111;
  font:15px/1.4 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK KR","Noto Sans KR",
    "Malgun Gothic","Apple SD Gothic Neo",sans-serif}
html:lang(ko) body{
  font-family:"Noto Sans CJK KR","Noto Sans KR","Malgun Gothic","Apple SD Gothic Neo",sans-serif;
  word-break:keep-all}
header{position:relative}
h1{font-size:1.5em;line-height:1.25;margin:0 0 .2em}
h2{font-size:1.08em;margin:.85em 0 .25em;break-after:avoid}
.badge{display:inline-block;margin:.2em 0;padding:.1em .6em;border:2px solid;font-weight:700}
.badge.reviewed{border-style:double;border-width:4px}
dl{display:grid;grid-template-columns:1.45fr 1fr;gap:.1em 1.2em;margin:.4em 0}
dl div{display:flex;gap:.6em}
dt{font-weight:600;flex:none}
dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{
  border:1px solid #767676;padding:.15em .4em;text-align:left;vertical-align:top;overflow-wrap:anywhere;
  font-weight:400}
thead th{background:#eee;font-weight:600}
thead{display:table-header-group}
tr{break-inside:avoid}
.form td,.form tbody th{height:1.9em}
p{margin:.2em 0;overflow-wrap:anywhere}
.line{white-space:nowrap}
a{color:#0b4a8f}
a:focus-visible{outline:2px solid #0b4a8f;outline-offset:1px}
footer{margin-top:.6em;font-size:.88em}
@media screen and (max-width:40rem){
  dl{grid-template-columns:1fr}
  dl div{display:block}
  dt,dd{display:inline}
  dt::after{content:" "}
  table,tbody,tbody tr,tbody th,tbody td{display:block;width:auto}
  thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  tbody tr{border:1px solid #767676;margin:.3em 0;padding:.25em .5em}
  tbody th,tbody td,.form td,.form tbody th{border:0;padding:.05em 0;height:auto}
  tbody th{font-weight:600}
  td::before{content:attr(data-label) ": ";font-weight:600}
  td:empty{display:none}
}
@media print{
  body{margin:0;padding:0 .5pt;max-width:none;font-size:8.2pt;line-height:1.24}
  .badge{position:absolute;right:0;top:0;margin:0;border-width:1.2pt}
  .badge.reviewed{border-width:2.4pt}
  h1{font-size:14pt}
  h2{font-size:9.4pt;margin:4pt 0 1.5pt}
  th,td{border-width:.5pt;padding:.6pt 3pt}
  .form td,.form tbody th{height:13pt}
  a{color:inherit;text-decoration:none}
  section:not(:has(table)){break-inside:avoid}
  footer{margin-top:3pt;font-size:7.4pt}
}
`;
