import { fileForText } from '../../core/license/texts/file-for-text.ts';
import { textId } from '../../core/license/texts/text-id.ts';
import { linesFrom, owedTexts, type OpenPage, type OpenRepo } from '../../app/notice/owed-texts.ts';
import { licensePage, pageBudget } from '../../node/hub/license-page.ts';
import { downloadedRepo } from '../../node/hub/download-cache.ts';
import { hubRepo, type HubClient } from '../../core/hub/hub-repo.ts';
import {
  cardSection,
  creditsFor,
  mergedNotice,
  type NoticeCredit,
} from '../../app/notice/notice-document.ts';
import { list } from '../../core/evaluate/facts/terms/term-labels.ts';
import type { Repo } from '../../core/model/repo.ts';
import { shownPath, type Report } from '../../core/report/report.ts';
import { message, printable } from '../../core/report/terminal/wrap.ts';
import { runLint } from '../../app/run-lint.ts';
import { unifiedDiff } from '../../app/unified-diff.ts';
import { keptIn, type Host } from '../../app/host.ts';
import { marked, writeFile } from '../../node/fs/write-file.ts';
import {
  FORMAT,
  formatOf,
  json,
  readOptions,
  requestOf,
  usage,
  type CommandHost,
  type Outcome,
} from './command.ts';

export const help = `Usage: licet notice [options] [file, folder, glob, hf:org/name …]

Prints the NOTICE file of a model: every upstream with its link and license, the
sentences that the license requires, recorded copyright lines, and changes.
Existing text in NOTICE is kept; only missing entries are added.

  --write            write NOTICE; with --online or --hub-cache also the license
                     texts that are missing
  --check            show missing entries as a diff and exit 1 if there are any
  -f, --format NAME  text (default), json, or markdown: the section "License
                     and attribution" for the model card
  --online           ask the Hub for upstreams, copyright lines and texts; if no
                     upstream ships a text, it is downloaded from the license's
                     own address, and written only if it matches the license
  --hub-cache        take them from what huggingface_hub has downloaded to this
                     machine; with --online the cache is asked first
  --name ORG/MODEL   the model's id on the Hub
  --card FILE        the model card, if it is not README.md
  -c, --config FILE  use this config; --no-config: use none

Exit status: 0 done, 1 NOTICE lacks entries (--check) or could not be read, or
a license text could not be fetched (--write), 2 usage or internal error, or a
file could not be written.
`;

const NOTICE = /^notice(?:\.(?:txt|md))?$/i;
const OPTIONS = {
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  online: { type: 'boolean' },
  'hub-cache': { type: 'boolean' },
  format: FORMAT,
  name: { type: 'string' },
  card: { type: 'string' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** A file as it lies there, and as it would be. */
interface Planned {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly bom: boolean;
}

/** What one repository adds to the outcome. */
interface Part {
  readonly stdout: string;
  readonly stderr: string;
  /** NOTICE lacks something that this call did not add. */
  readonly lacks: boolean;
  /** A file could not be written. */
  readonly unwritten: boolean;
}
const EMPTY: Part = { stdout: '', stderr: '', lacks: false, unwritten: false };

interface Asked {
  readonly format: string;
  readonly write: boolean;
  readonly check: boolean;
}

/** `licet notice`: what a repository owes its upstreams in words. */
export async function run(args: readonly string[], host: CommandHost & Host): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'notice');
  if (read.is === 'refused') return read.outcome;
  const { write = false, check = false, online, help: asked } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(read.values.format, ['text', 'markdown', 'json']);
  const refusal = refusalOf({ format, write, check });
  if (refusal) return refusal;

  const linted = await runLint(requestOf(read.positionals, read.values), host);
  const { run: lint, failures, repos, client } = linted;
  const open = opener(host, {
    client: online ? client : undefined,
    hubCache: read.values['hub-cache'] ?? false,
  });
  const parts: Part[] = [];
  const values: unknown[] = [];
  for (const report of lint.reports) {
    const { credits: known, ...left } = creditsFor(report);
    const credits = open ? await linesFrom(known, open.repo) : known;
    parts.push({ ...EMPTY, stderr: notCredited(report, left) });
    if (format === 'json') values.push(jsonCredits(report, credits));
    else if (format === 'markdown') parts.push({ ...EMPTY, stdout: cardSection(credits) });
    else if (write) parts.push(await written(report, credits, { repos, cwd: host.cwd }, open));
    else parts.push(check ? checked(report, credits) : printed(report, credits));
  }
  return outcomeOf(format === 'json' ? json(values) : undefined, parts, failures, check ? host : undefined);
}

/** Flags that cannot be used together. */
function refusalOf({ format, write, check }: Asked): Outcome | undefined {
  if (write && check)
    return usage('Options "--write" and "--check" cannot be used together', 'Leave out one of them');
  if ((write || check) && format !== 'text')
    return usage(
      `Option "--${write ? 'write' : 'check'}" is for the NOTICE file, which is text`,
      'Leave out `--format`',
    );
  return undefined;
}

/** All parts together; `differ` is the host of a run whose answer is a diff. */
function outcomeOf(
  value: string | undefined,
  parts: readonly Part[],
  failures: readonly string[],
  differ: Host | undefined,
): Outcome {
  const unwritten = parts.some((part) => part.unwritten);
  const lacks = parts.some((part) => part.lacks);
  return {
    stdout: value ?? parts.map(({ stdout }) => stdout).join(''),
    ...(differ ? { keeps: keptIn(differ.env) } : {}),
    stderr: failures.join('') + parts.map(({ stderr }) => stderr).join(''),
    code: failures.length > 0 || unwritten ? 2 : lacks ? 1 : 0,
  };
}

/** A line for each upstream that is not credited, and why. */
function notCredited(
  { notFollowed }: Report,
  { leftOut, unnamed, unsure }: Omit<ReturnType<typeof creditsFor>, 'credits'>,
): string {
  return [
    ...leftOut.map((model) => `"${model}" is only a guess and was left out`),
    ...(notFollowed === undefined
      ? []
      : [`${notFollowed} more upstreams were not followed and were left out`]),
    ...unnamed.map((model) => `"${model}" is not a Hub id and was left out`),
    ...unsure.map((model) => `The license of "${model}" is only a guess and was left out`),
  ]
    .map((line) => message(line))
    .join('');
}

function jsonCredits({ name }: Report, credits: readonly NoticeCredit[]): unknown {
  const upstreams = credits.map(({ texts, keepsLines: _, ...credit }) => ({
    ...credit,
    texts: texts.map(({ id }) => id),
  }));
  return { name, upstreams };
}

/** NOTICE as it would be, for stdout. */
function printed(report: Report, credits: readonly NoticeCredit[]): Part {
  const stdout = mergedNotice(noticeSource(report)?.text, report.name, credits);
  return { ...EMPTY, stdout, stderr: unreadable(report, credits) };
}

/** `--check`: what NOTICE lacks, as a diff. */
function checked(report: Report, credits: readonly NoticeCredit[]): Part {
  const stderr = unreadable(report, credits);
  const lacking = noticeOf(report, credits).filter(isChange);
  const diffs = lacking.map(({ file, before, after, bom }) =>
    unifiedDiff(
      shownPath(report.root, file),
      before === undefined ? undefined : marked(before, bom),
      marked(after, bom),
    ),
  );
  return { ...EMPTY, stdout: diffs.join(''), stderr, lacks: stderr !== '' || lacking.length > 0 };
}

/** `--write`: writes NOTICE and, where it may look for them, the license texts that are owed. */
async function written(
  report: Report,
  credits: readonly NoticeCredit[],
  { repos, cwd }: { readonly repos: readonly Repo[]; readonly cwd: string },
  open: Openers | undefined,
): Promise<Part> {
  const folder = repos.find((repo) => repo.root === report.root)?.folder;
  let stderr = unreadable(report, credits);
  let [stdout, unwritten, lacks] = ['', false, stderr !== ''];
  const ids = owedIds(report);
  const owed = credits.flatMap(({ texts }) => texts.map(({ id }) => id)).filter((id) => ids.includes(id));
  if (!open && !lacks && owed.length > 0)
    stderr += message(
      `The text of ${list([...new Set(owed)])} is still missing`,
      'Add `--online`, or `--hub-cache` to take it from a local download',
    );
  const { texts, told, isMissing } = open
    ? await textsOf(report, credits, open)
    : { texts: [], told: '', isMissing: false };
  stderr += told;
  lacks ||= isMissing;
  for (const { file, before, after, bom } of [...noticeOf(report, credits), ...texts].filter(isChange)) {
    const shown = shownPath(report.root, file);
    if (folder === undefined) {
      stderr += message(`"${shown}" is not on this machine and was not written`);
      continue;
    }
    const text = marked(after, bom);
    const refused = writeFile({ folder, file, cwd, shown, text, replaces: before !== undefined });
    if (refused === undefined) stdout += `wrote ${printable(shown)}\n`;
    else [stderr, unwritten] = [stderr + message(refused), true];
  }
  return { stdout, stderr, lacks, unwritten };
}

const isChange = ({ before, after }: Planned) => before !== after;

/** A line for a notice that is there and is no text; empty where there is nothing to add to it. */
function unreadable(report: Report, credits: readonly NoticeCredit[]): string {
  if (noticeSource(report) || credits.length === 0) return '';
  const source = report.sources.find(({ file }) => NOTICE.test(file));
  if (source === undefined) return '';
  const { file, kind, problem } = source;
  return message(
    `"${shownPath(report.root, file)}" could not be read as text and was not changed`,
    // Why a file could not be read is no matter of its letters.
    kind === 'unread' && problem !== undefined ? (problem.hint ?? problem.what) : 'Save it as UTF-8',
  );
}

const noticeSource = (report: Report) =>
  report.sources.find((source) => NOTICE.test(source.file) && source.kind === 'text' && !source.problem) as
    Extract<Report['sources'][number], { kind: 'text' }> | undefined;

/** The notice as it would be; nothing where one is there that cannot be read. */
function noticeOf(report: Report, credits: readonly NoticeCredit[]): Planned[] {
  const there = noticeSource(report);
  if (credits.length === 0 || (!there && report.sources.some(({ file }) => NOTICE.test(file)))) return [];
  return [
    {
      file: there?.file ?? 'NOTICE',
      before: there?.text,
      after: mergedNotice(there?.text, report.name, credits),
      bom: there?.bom ?? false,
    },
  ];
}

/** The licenses whose text is asked for and not there. */
function owedIds({ findings }: Report): string[] {
  const owed = findings.flatMap(({ rule, obligation }) =>
    rule === 'missing-license-text' && obligation ? [obligation.license.id] : [],
  );
  return [...new Set(owed)];
}

interface Texts {
  readonly texts: readonly Planned[];
  /** What there is to say of them, one line each. */
  readonly told: string;
  /** A text was looked for and not found. */
  readonly isMissing: boolean;
}

async function textsOf(report: Report, credits: readonly NoticeCredit[], open: Openers): Promise<Texts> {
  const owed = new Set(owedIds(report).map(textId));
  const brought = await owedTexts(credits, ({ id }) => !owed.has(textId(id)), open.repo, open.page);
  const declared = report.declared?.identity.is === 'known' ? report.declared.identity.license.id : undefined;
  const files = report.sources.map(({ file }) => file);
  let told = '';
  const texts = brought.flatMap(({ license, text, why, differs }) => {
    const file = fileForText(license, declared, files);
    if (text === undefined) told += message(`The text of ${license.id} was not written: ${why}`);
    else if (differs)
      told += message(
        `"${file}" differs slightly from the text of ${license.id} that licet knows`,
        `Run \`licet license ${file}\` to see where`,
      );
    return text === undefined ? [] : [{ file, before: undefined, after: text, bom: false }];
  });
  return { texts, told, isMissing: brought.some(({ text }) => text === undefined) };
}

/** Where texts may be looked for. */
interface Openers {
  readonly repo: OpenRepo;
  readonly page: OpenPage | undefined;
}

function opener(
  host: Host,
  { client, hubCache }: { readonly client: HubClient | undefined; readonly hubCache: boolean },
): Openers | undefined {
  if (client === undefined && !hubCache) return undefined;
  const budget = pageBudget();
  return {
    repo: async (model) =>
      (hubCache ? await downloadedRepo(model, host.env) : undefined) ??
      (client && (await hubRepo(model, client))),
    page: client && ((license) => licensePage(license, host.env, client, budget)),
  };
}
