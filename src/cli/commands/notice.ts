import { textId } from '../../core/license/texts/text-id.ts';
import { fileFor, linesFrom, owedTexts, type OpenPage, type OpenRepo } from '../../app/notice/owed-texts.ts';
import { licensePage } from '../../node/hub/license-page.ts';
import { hubRepo, type HubClient } from '../../node/hub/hub-repo.ts';
import {
  cardSection,
  creditsFor,
  mergedNotice,
  type NoticeCredit,
} from '../../app/notice/notice-document.ts';
import { shownPath, type Report } from '../../core/report/report.ts';
import { message, printable } from '../../core/report/terminal/wrap.ts';
import { runLint } from '../../app/run-lint.ts';
import { unifiedDiff } from '../../app/unified-diff.ts';
import { keptIn, type Host as Whole } from '../../app/host.ts';
import { marked, writeFile } from '../../node/fs/write-file.ts';
import { configOf, FORMAT, formatOf, json, readOptions, usage, type Outcome, type World } from './command.ts';

export const help = `Usage: licet notice [options] [file, folder, glob, hf:org/name …]

Prints the NOTICE file of a model: every upstream with its link and license, the
sentences that the license requires, recorded copyright lines, and changes.
Existing text in NOTICE is kept; only missing entries are added.

  --write            write NOTICE; with --online also missing license texts
  --check            show missing entries as a diff and exit 1 if there are any
  -f, --format NAME  text (default), json, or markdown: the section "License
                     and attribution" for the model card
  --online           ask the Hub for upstreams, copyright lines and texts; if no
                     upstream ships a text, it is downloaded from the license's
                     own address, and written only if it matches the license
  --name ORG/MODEL   the model's id on the Hub
  --card FILE        the model card, if it is not README.md
  -c, --config FILE  use this config; --no-config: use none

Exit status: 0 done, 1 NOTICE lacks entries (--check) or could not be read,
2 usage or internal error, or a file could not be written.
`;

const NOTICE = /^notice(?:\.(?:txt|md))?$/i;
const OPTIONS = {
  write: { type: 'boolean' },
  check: { type: 'boolean' },
  online: { type: 'boolean' },
  format: FORMAT,
  name: { type: 'string' },
  card: { type: 'string' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Planned {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly bom: boolean;
}

/** `licet notice`: what a repository owes its upstreams in words. */
export async function run(args: readonly string[], world: World & Whole): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'notice');
  if (read.is === 'refused') return read.outcome;
  const { write = false, check = false, online, name, card, help: asked } = read.values;
  if (asked) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(read.values.format, ['text', 'markdown', 'json']);
  if (write && check)
    return usage('Options "--write" and "--check" cannot be used together', 'Leave out one of them');
  if ((write || check) && format !== 'text')
    return usage(
      `Option "--${write ? 'write' : 'check'}" is for the NOTICE file, which is text`,
      'Leave out `--format`',
    );

  const {
    run: lint,
    failures,
    repos,
    client,
  } = await runLint(
    {
      paths: read.positionals,
      name,
      card,
      online,
      config: configOf(read.values),
    },
    world,
  );
  const open = online && client ? opener(world, client) : undefined;
  let [stdout, stderr, lacks, unwritten] = ['', failures.join(''), false, false];
  const values: unknown[] = [];
  for (const report of lint.reports) {
    const { credits: known, leftOut, unnamed, unsure } = creditsFor(report);
    const credits = open ? await linesFrom(known, open.repo) : known;
    for (const model of leftOut) stderr += message(`"${model}" is only a guess and was left out`);
    if (report.notFollowed !== undefined)
      stderr += message(`${report.notFollowed} more upstreams were not followed and were left out`);
    for (const model of unnamed) stderr += message(`"${model}" is not a Hub id and was left out`);
    for (const model of unsure)
      stderr += message(`The license of "${model}" is only a guess and was left out`);
    if (format === 'json')
      values.push({
        name: report.name,
        upstreams: credits.map(({ texts, keepsLines: _, ...credit }) => ({
          ...credit,
          texts: texts.map(({ id }) => id),
        })),
      });
    else if (format === 'markdown') stdout += cardSection(credits);
    else {
      const folder = repos.find((repo) => repo.root === report.root)?.folder;
      const closed = noticeSource(report)
        ? undefined
        : report.sources.find(({ file }) => NOTICE.test(file))?.file;
      if (closed !== undefined && credits.length > 0)
        [stderr, lacks] = [
          stderr +
            message(
              `"${shownPath(report.root, closed)}" could not be read as text and was not changed`,
              'Save it as UTF-8',
            ),
          write || check || lacks,
        ];
      const planned = [
        ...noticeOf(report, credits),
        ...(open && write ? await textsOf(report, credits, open, (why) => (stderr += why)) : []),
      ];
      if (!write && !check) stdout += mergedNotice(noticeSource(report)?.text, report.name, credits);
      for (const { file, before, after, bom } of planned.filter((one) => one.before !== one.after)) {
        const shown = shownPath(report.root, file);
        if (check)
          [stdout, lacks] = [
            stdout +
              unifiedDiff(shown, before === undefined ? undefined : marked(before, bom), marked(after, bom)),
            true,
          ];
        else if (write && folder === undefined)
          stderr += message(`"${shown}" is not on this machine and was not written`);
        else if (write && folder !== undefined) {
          const refused = writeFile({
            folder,
            file,
            shown,
            text: marked(after, bom),
            replaces: before !== undefined,
          });
          if (refused === undefined) stdout += `wrote ${printable(shown)}\n`;
          else [stderr, unwritten] = [stderr + message(refused), true];
        }
      }
    }
  }
  if (format === 'json') stdout = json(values);
  return {
    stdout,
    ...(check ? { keeps: keptIn(world.env) } : {}),
    stderr,
    code: failures.length > 0 || unwritten ? 2 : lacks ? 1 : 0,
  };
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

async function textsOf(
  report: Report,
  credits: readonly NoticeCredit[],
  open: Openers,
  tell: (why: string) => void,
): Promise<Planned[]> {
  const owed = new Set(
    report.findings.flatMap(({ rule, obligation: because }) =>
      rule === 'missing-license-text' && because ? [textId(because.license.id)] : [],
    ),
  );
  const brought = await owedTexts(credits, ({ id }) => !owed.has(textId(id)), open.repo, open.page);
  const declared = report.declared?.identity.is === 'known' ? report.declared.identity.license.id : undefined;
  const files = report.sources.map(({ file }) => file);
  return brought.flatMap(({ license, text, why, differs }) => {
    const file = fileFor(license, declared, files);
    if (text === undefined) tell(message(`The text of ${license.id} was not written: ${why}`));
    else if (differs)
      tell(
        message(
          `"${file}" differs slightly from the text of ${license.id} that licet knows`,
          `Run \`licet license ${file}\` to see where`,
        ),
      );
    return text === undefined ? [] : [{ file, before: undefined, after: text, bom: false }];
  });
}

interface Openers {
  readonly repo: OpenRepo;
  readonly page: OpenPage;
}

function opener(world: Whole, client: HubClient): Openers {
  return {
    repo: (model) => hubRepo(model, client),
    page: (license) => licensePage(license, world.env, client),
  };
}
