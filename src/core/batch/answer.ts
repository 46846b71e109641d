import type { Severity } from '../model/finding.ts';
import type { Report } from '../report/report.ts';
import { repositoryDocument } from '../report/formats/json.ts';
import type { BatchRecord, Refusal } from './record.ts';

/** What one line of a batch gives, as `schema/batch.schema.json` has it. */
export type Answer = Readonly<Record<string, unknown>>;

/** The fields that `--select` takes; `v`, `id` and `ok` are always there. */
export const SELECTABLE = ['sha', 'license', 'upstreams', 'counts', 'findings', 'x'] as const;
export type Selected = (typeof SELECTABLE)[number];

const FORM = 1;

/** How many findings of each severity a repository has, and how many upstreams of which nothing is known. */
export function countsOf({ findings, ancestors }: Report) {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    unresolved: ancestors.filter(({ resolution }) => resolution.is === 'failed').length,
  };
}

/** The outcome of one record. What rests on metadata alone has no line, and no fix that could be applied. */
export function answerTo(
  record: BatchRecord,
  { report, counts }: { readonly report: Report; readonly counts: ReturnType<typeof countsOf> },
  selected: ReadonlySet<Selected>,
): Answer {
  let made: ReturnType<typeof repositoryDocument> | undefined;
  const document = () => (made ??= repositoryDocument(report));
  const fields: Readonly<Record<Selected, () => unknown>> = {
    sha: () => record.sha,
    license: () => document().license,
    upstreams: () => document().upstreams,
    counts: () => counts,
    findings: () =>
      record.cardData === undefined ? document().findings : document().findings.map(placeless),
    x: () => record.x,
  };
  const chosen = SELECTABLE.filter((name) => selected.has(name)).map(
    (name) => [name, fields[name]()] as const,
  );
  return { v: FORM, id: record.id ?? null, ok: true, ...Object.fromEntries(chosen) };
}

type Finding = ReturnType<typeof repositoryDocument>['findings'][number];

const placeless = (finding: Finding) => ({
  ...finding,
  line: null,
  column: null,
  endLine: null,
  endColumn: null,
  fix: null,
});

/** The answer to a line that was not linted. */
export function refusalOf({ code, message }: Refusal, id?: string, x?: unknown): Answer {
  return {
    v: FORM,
    id: id ?? null,
    ok: false,
    error: { code, message },
    ...(x === undefined ? {} : { x }),
  };
}
