import { findingViews, ruleOf, whereOf, type FindingView, type Why } from '../finding-view.ts';
import { excerptOf } from '../excerpt.ts';
import { lineagePicture } from './html-lineage.ts';
import { STYLE } from './html-style.ts';
import { lineageOf } from '../lineage.ts';
import { recordedLine, recordedViews, suppressedViews, type SuppressedView } from '../suppressed.ts';
import { counted, pageOf, type Formatter, type Report, type Run } from '../report.ts';
import { totalsOf } from '../totals.ts';
import { printable } from '../terminal/wrap.ts';
import { escapeXml } from '../formats/xml.ts';

const WORD = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** The page asks for nothing: no script, no request, only the style within it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const DISCLAIMER = 'Facts and clauses, not legal advice.';

const text = (value: string) => escapeXml(printable(value));

/** One self-contained page: findings with evidence and clauses, the lineage of each repository. */
export const html: Formatter = (run) => {
  const totals = totalsOf(run);
  const pill = (kind: string, word: string, number: number) =>
    `<li${number > 0 ? ` class="${kind}"` : ''}>${counted(number, word)}</li>`;
  const repositories = totals.repositories === 1 ? '1 repository' : `${totals.repositories} repositories`;
  const pills = [
    pill('error', 'error', totals.errors),
    pill('warning', 'warning', totals.warnings),
    pill('info', 'note', totals.infos),
    ...(totals.suppressed > 0 ? [`<li>${totals.suppressed} suppressed</li>`] : []),
    `<li>${repositories}</li>`,
  ].join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>licet report: ${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>licet report</h1>
<ul class="totals" aria-label="Totals">${pills}</ul>
${run.reports.length > 1 ? contents(run.reports) : ''}</header>
<main>
${run.reports.map((report, index) => repository(report, index, run)).join('\n')}
</main>
<footer>licet ${text(run.version)} with license data of ${text(run.data)}${
    run.models === undefined ? '' : ` and models of ${text(run.models)}`
  }. ${DISCLAIMER}</footer>
</body>
</html>
`;
};

const pathOf = ({ root }: Report) => (root === '' ? '.' : root);

/** Of several repositories, a table that leads to each. */
function contents(reports: readonly Report[]): string {
  const off = reports.some(({ suppressed = [] }) => suppressed.length > 0);
  const rows = reports.map((report, index) => {
    const count = (severity: string) =>
      report.findings.filter((finding) => finding.severity === severity).length;
    const counts = ['error', 'warning', 'info'].map((one) => `<td class="number">${count(one)}</td>`);
    if (off) counts.push(`<td class="number">${report.suppressed?.length ?? 0}</td>`);
    return `<tr><td><a href="#r${index}">${text(pathOf(report))}</a></td>${counts.join('')}</tr>`;
  });
  const heads = ['errors', 'warnings', 'notes', ...(off ? ['suppressed'] : [])].map(
    (one) => `<th scope="col" class="number">${one}</th>`,
  );
  return (
    `<table><thead><tr><th scope="col">repository</th>${heads.join('')}</tr></thead>` +
    `<tbody>${rows.join('\n')}</tbody></table>\n`
  );
}

function repository(report: Report, index: number, run: Run): string {
  const accounts = findingViews(report);
  const declared = report.declared
    ? `declares <code>${text(report.declared.raw)}</code>`
    : 'declares no license';
  const off = suppressedViews(report);
  const found =
    accounts.length === 0
      ? off.length > 0
        ? `<p>No findings, ${off.length} suppressed.</p>`
        : '<p class="clean">No findings.</p>'
      : `<h3>Findings</h3>\n${accounts.map((account) => entry(account, run)).join('\n')}`;
  const lineage =
    report.ancestors.length === 0
      ? '<p class="soft">No upstream is named.</p>'
      : `<h3>Lineage</h3>\n${lineagePicture(lineageOf(report), `r${index}-lineage`)}`;
  return `<section id="r${index}">
<h2>${text(report.name)}</h2>
<p class="soft">${text(pathOf(report))} · ${declared}</p>
${lineage}
${recordedFacts(report)}${found}
${suppressed(off, run)}</section>`;
}

/** What was turned off, each with who did and why. */
function suppressed(off: readonly SuppressedView[], run: Run): string {
  if (off.length === 0) return '';
  return `<h3>Suppressed</h3>\n${off.map((view) => entry(view, run, groundRows(view))).join('\n')}\n`;
}

/** The facts of the config that the lineage rests on, each with its ground. */
function recordedFacts(report: Report): string {
  const facts = recordedViews(report).map(
    (fact) =>
      `<li><code>${text(fact.model)}</code> under <code>${text(fact.license)}</code>: ` +
      `${text(recordedLine(fact))}</li>`,
  );
  return facts.length === 0 ? '' : `<h3>Recorded facts</h3>\n<ul>${facts.join('\n')}</ul>\n`;
}

/** Who turned a finding off, and on what ground. */
function groundRows({ by, ground }: SuppressedView): string[] {
  return [`<dt>off</dt><dd>by <code>${text(by)}</code>: ${text(ground)}</dd>`];
}

function entry(account: FindingView, run: Run, first: readonly string[] = []): string {
  const { finding, file, from, whys, todo } = account;
  const page = pageOf(run, finding.rule);
  const rule = text(ruleOf(finding));
  const about = page === undefined ? rule : `<a href="${escapeXml(page)}">${rule}</a>`;
  const rows = [
    ...first,
    ...(from === undefined ? [] : [`<dt>from</dt><dd>${text(from)}</dd>`]),
    ...whys.map((why) => `<dt>why</dt><dd>${source(why)}: ${text(why.says)}</dd>`),
    ...(todo ? [`<dt>${todo.word}</dt><dd>${quoted(todo.title)}</dd>`] : []),
  ];
  return `<article class="${first.length > 0 ? 'off' : finding.severity}">
<h4><span class="level">${WORD[finding.severity]}</span> ${text(finding.message)}</h4>
<p class="where"><code>${text(`${file}:${whereOf(account)}`)}</code> <span>${about}</span></p>
${picture(account)}${rows.length > 0 ? `<dl>${rows.join('\n')}</dl>\n` : ''}</article>`;
}

/** A clause's title, linked to the text it stands in. Only addresses of the web become links. */
function source({ title, section, url }: Why): string {
  const name = text(title);
  const linked =
    url !== undefined && /^https?:\/\//.test(url)
      ? `<a class="source" href="${escapeXml(printable(url))}">${name}</a>`
      : name;
  return `${linked} ${text(section)}`;
}

/** Stretches in back quotes as code. */
function quoted(title: string): string {
  return text(title).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function picture({ span }: FindingView): string {
  const excerpt = span && excerptOf(span, 160);
  if (!excerpt) return '';
  const { line, before, marked, after } = excerpt;
  const shown = `${escapeXml(before)}<mark>${escapeXml(marked)}</mark>${escapeXml(after.trimEnd())}`;
  return `<pre tabindex="0"><span class="no">${line}</span>${shown}</pre>\n`;
}
