import {
  CodeActionKind,
  TextDocument,
  type CodeAction,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from '../protocol.ts';
import { fixAll } from '../../app/fix.ts';
import { applyFixes } from '../../core/evaluate/fixes/apply-fixes.ts';
import { commentStyleOf } from '../../core/evaluate/directives/directive-comments.ts';
import { placeOf } from '../../core/evaluate/evaluate.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Repo } from '../../core/model/repo.ts';
import { fileIn, placeOnDisk, type LintedRepository } from '../workspace.ts';
import { metadataIn } from './front-matter.ts';
import { rangesIn, shareLine, textIn } from './ranges.ts';

/** All safe fixes at once; unsafe ones choose terms, which nothing but a person does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.licet`;

/** What the client needs to know of its documents: their addresses, and versions of those that are open. */
export interface Documents {
  uriOf(file: string): string;
  versionOf(uri: string): number | null;
}

/** A file that changes: undefined before where it is new. */
interface Changed {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** What can be done about the findings in these lines. */
export function quickFixes(
  repository: LintedRepository,
  { uri, range }: { readonly uri: string; readonly range: Range },
  documents: Documents,
): CodeAction[] {
  const file = fileIn(repository, uri);
  const { report } = repository;
  const ranges = rangesIn(report);
  const here = report.findings.filter(
    (finding) => placeOf(finding).file === file && shareLine(ranges(placeOf(finding)), range),
  );
  return [
    ...here.flatMap((finding) => fixOf(repository, finding, documents) ?? []),
    ...[...new Set(here.map(({ rule }) => rule))].flatMap(
      (rule) =>
        disabled(
          repository,
          uri,
          here.find((one) => one.rule === rule),
          documents,
        ) ?? [],
    ),
  ];
}

function fixOf(repository: LintedRepository, finding: Finding, documents: Documents): CodeAction | undefined {
  const { fix, fingerprint } = finding;
  if (!fix || fix.edits.length === 0) return undefined;
  const texts = new Map(
    fix.edits.flatMap(({ file }) => {
      const text = textIn(repository.report, file);
      return text === undefined ? [] : [[file, text] as const];
    }),
  );
  const closed = fix.edits.some(
    ({ file }) => !texts.has(file) && repository.report.sources.some((source) => source.file === file),
  );
  if (closed) return undefined;
  const { files } = applyFixes(texts, [finding], () => true);
  if (files.size === 0) return undefined;
  const changes = [...files].map(([file, after]) => ({
    file: placeOnDisk(repository, file),
    before: texts.get(file),
    after,
  }));
  return {
    title: fix.safe ? fix.title : `${fix.title} (choose)`,
    kind: CodeActionKind.QuickFix,
    isPreferred: fix.safe,
    edit: editOf(changes, documents),
    data: fingerprint,
  };
}

/** All that is safe to mend in a repository, as `--fix` does it; undefined where nothing is. */
export async function fixedAll(
  { request, host }: LintedRepository,
  seen: (repo: Repo) => Repo,
  documents: Documents,
): Promise<CodeAction | undefined> {
  const { changed } = await fixAll(request, host, { dry: true, unsafe: [], seen });
  if (changed.length === 0) return undefined;
  return { title: 'Apply all safe fixes of licet', kind: FIX_ALL, edit: editOf(changed, documents) };
}

function editOf(changes: readonly Changed[], documents: Documents): WorkspaceEdit {
  return {
    documentChanges: changes.flatMap(({ file, before, after }) => {
      const uri = documents.uriOf(file);
      const textDocument = { uri, version: before === undefined ? null : documents.versionOf(uri) };
      const edits = [changeOf(before ?? '', after)];
      return before === undefined
        ? [
            { kind: 'create' as const, uri, options: { ignoreIfExists: true } },
            { textDocument, edits },
          ]
        : [{ textDocument, edits }];
    }),
  };
}

/** The one stretch in which two texts differ. */
function changeOf(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1;
  const document = TextDocument.create('', '', 0, before);
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - same) },
    newText: after.slice(start, after.length - same),
  };
}

/** A comment that turns the rule off for this line, whose reason the author writes. */
function disabled(
  { report }: LintedRepository,
  uri: string,
  finding: Finding | undefined,
  { versionOf }: Documents,
): CodeAction | undefined {
  if (!finding) return undefined;
  const place = placeOf(finding);
  const text = textIn(report, place.file);
  if (text === undefined || !('start' in place)) return undefined;
  const { line } = rangesIn(report)(place).start;
  const words = `licet-disable-next-line ${finding.rule} -- `;
  const metadata = metadataIn(place.file, text);
  const isMetadata = metadata !== undefined && place.start < metadata.end;
  const style = isMetadata ? 'hash' : commentStyleOf(place.file);
  // Above the first line of dashes nothing may stand.
  if (style === undefined || (isMetadata && place.start < metadata.start)) return undefined;
  const comment = style === 'hash' ? `# ${words}` : `<!-- ${words} -->`;
  const at = { line, character: 0 };
  const edits = [{ range: { start: at, end: at }, newText: `${comment}\n` }];
  return {
    title: `Turn off ${finding.rule} for this line: write the reason behind "--"`,
    kind: CodeActionKind.QuickFix,
    edit: { documentChanges: [{ textDocument: { uri, version: versionOf(uri) }, edits }] },
  };
}
