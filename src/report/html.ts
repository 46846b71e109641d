import { accountsOf, whereOf, type Account } from './account.ts';
import { excerptOf } from './excerpt.ts';
import { STYLE } from './html-style.ts';
import { lineageOf, type Node } from './lineage.ts';
import { totalsOf, type Formatter, type Report } from './report.ts';

const WORD = { error: 'Error', warn: 'Warning', info: 'Note' } as const;

/** Text of others, as text: no tag, no entity of theirs comes through. */
function esc(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** One self-contained page: findings with evidence and clauses, the lineage of each repository. No script, no request. */
export const html: Formatter = (run) => {
  const totals = totalsOf(run);
  const count = (number: number, word: string) => `<li><b>${number}</b> ${word}${number === 1 ? '' : 's'}</li>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>licet report</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>licet report</h1>
<ul class="totals">${count(totals.errors, 'error')}${count(totals.warnings, 'warning')}${count(totals.infos, 'note')}<li>${totals.repositories === 1 ? '<b>1</b> repository' : `<b>${totals.repositories}</b> repositories`}</li></ul>
</header>
<main>
${run.reports.map(repository).join('\n')}
</main>
<footer>licet ${esc(run.version)}, license data of ${esc(run.data)}. Facts and clauses, not legal advice.</footer>
</body>
</html>
`;
};

function repository(report: Report): string {
  const accounts = accountsOf(report);
  const declared = report.declared ? `declares <code>${esc(report.declared.raw)}</code>` : 'declares no license';
  const found = accounts.length === 0 ? '<p class="clean">No findings.</p>' : accounts.map(entry).join('\n');
  return `<section>
<h2>${esc(report.name)}</h2>
<p class="declared">${esc(report.root === '' ? '.' : report.root)} · ${declared}</p>
<h3>Lineage</h3>
<ul class="tree">${branch(lineageOf(report))}</ul>
<h3>Findings</h3>
${found}
</section>`;
}

function branch(node: Node): string {
  const state = node.findings.some(({ severity }) => severity === 'error') ? 'bad' : node.findings.length > 0 || !node.known ? 'open' : 'good';
  const facts = [node.relation, node.license, node.read].filter((one) => one !== undefined && one !== '').map((one) => esc(one ?? '')).join(' · ');
  const children = node.children.length > 0 ? `<ul>${node.children.map(branch).join('')}</ul>` : '';
  return `<li><span class="node ${state}"><b>${esc(node.model)}</b> <small>${facts}</small></span>${children}</li>`;
}

function entry(account: Account): string {
  const { finding, file, from, whys, todo } = account;
  const sure = finding.confidence === 'certain' ? '' : ` <small>(${finding.confidence})</small>`;
  const rows = [
    ...(from === undefined ? [] : [`<dt>from</dt><dd>${esc(from)}</dd>`]),
    ...whys.map((why) => `<dt>why</dt><dd><b>${esc(why.title)} ${esc(why.section)}</b>: ${esc(why.says)}</dd>`),
    ...(todo ? [`<dt>${todo.word}</dt><dd>${esc(todo.title)}</dd>`] : []),
  ];
  return `<article class="${finding.severity}">
<h4><span class="level">${WORD[finding.severity]}</span> ${esc(finding.what)}${sure}</h4>
<p class="where"><code>${esc(`${file}:${whereOf(account)}`)}</code> <code>${esc(finding.rule)}</code></p>
${picture(account)}<dl>${rows.join('')}</dl>
</article>`;
}

function picture({ span }: Account): string {
  const excerpt = span && excerptOf(span, 120);
  return excerpt ? `<pre><span class="no">${excerpt.line}</span> ${esc(excerpt.before)}<mark>${esc(excerpt.marked)}</mark>${esc(excerpt.after)}</pre>\n` : '';
}
