import type { Finding, Fix } from '../../model/finding.ts';
import type { Edit } from '../../model/place.ts';
import type { Source } from '../../model/source.ts';
import { harmOf } from './unintended-changes.ts';

/** The outcome: texts by file name (only those that changed or are new), and which fixes went in. */
export interface AppliedFixes {
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly Fix[];
  /** Findings whose fix was left out because it would change data beyond what it says, and what. */
  readonly refused: readonly { readonly finding: Finding; readonly why: string }[];
}

/**
 * Two edits of one file stand in each other's way: their stretches overlap, or both put something at one
 * place.
 */
const touches = (one: Edit, other: Edit) =>
  one.file === other.file && ((one.start < other.end && other.start < one.end) || one.start === other.start);
const same = (one: Edit, other: Edit) =>
  one.file === other.file && one.start === other.start && one.end === other.end && one.text === other.text;

/** Whether an edit speaks of a stretch that the text has. */
const fits = ({ start, end }: Edit, text: string) =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;

/** The fixes that a run may carry out: the safe ones. */
export const isSafe = ({ fix }: Finding): boolean => fix?.safe === true;

/**
 * Carries out the fixes of a report that `wanted` lets through, all of one fix or nothing. Where two stand in
 * each other's way the first counts; the other waits for the next run. The same edit asked for twice is made
 * once. Offsets are those of the texts given; a file that is not among them is begun empty. A fix that would
 * change nothing is none, and one that would change data beyond what it says is refused.
 */
export function applyFixes(
  texts: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  wanted: (finding: Finding) => boolean = isSafe,
): AppliedFixes {
  // To read a file anew for each fix costs most: all together first, one by one only where that does harm.
  const all = chosen(texts, findings, wanted, false);
  const { made, fixes, refused } = isSound(texts, all.made) ? all : chosen(texts, findings, wanted, true);
  const files = new Map<string, string>();
  for (const [file, edits] of made) files.set(file, applyEdits(texts.get(file) ?? '', edits));
  return { files, fixes, refused };
}

interface Chosen {
  readonly made: ReadonlyMap<string, readonly Edit[]>;
  readonly fixes: readonly Fix[];
  readonly refused: AppliedFixes['refused'];
}

/** Whether edits, all made together, change nothing beyond what they say. */
const isSound = (texts: ReadonlyMap<string, string>, made: Chosen['made']) =>
  harmIn(texts, (file) => made.get(file) ?? [], new Set(made.keys())) === undefined;

/** The fixes that do not stand in each other's way; with `singly`, none that does harm with those before. */
function chosen(
  texts: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  wanted: (finding: Finding) => boolean,
  singly: boolean,
): Chosen {
  const made = new Map<string, Edit[]>();
  const fixes: Fix[] = [];
  const refused: { finding: Finding; why: string }[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || fix.edits.length === 0 || !wanted(finding)) continue;
    if (
      !fix.edits.every((edit) => fits(edit, texts.get(edit.file) ?? '')) ||
      fix.edits.every((edit) => changesNothing(edit, texts))
    )
      continue;
    // Edits of other files stand in nobody's way.
    const inFile = (edit: Edit) => made.get(edit.file) ?? [];
    const fresh = fix.edits.filter((edit) => !inFile(edit).some((other) => same(edit, other)));
    if (
      fresh.some((edit, index) =>
        [...inFile(edit), ...fresh.slice(0, index)].some((other) => touches(edit, other)),
      )
    )
      continue;
    const why = singly
      ? harmIn(
          texts,
          (file) => [...(made.get(file) ?? []), ...fresh.filter((edit) => edit.file === file)],
          new Set(fresh.map(({ file }) => file)),
        )
      : undefined;
    if (why !== undefined) {
      refused.push({ finding, why });
      continue;
    }
    for (const edit of fresh) made.set(edit.file, [...inFile(edit), edit]);
    fixes.push(fix);
  }
  return { made, fixes, refused };
}

/** What edits, all made together, would do to the data of some files beyond what they say. */
function harmIn(
  texts: ReadonlyMap<string, string>,
  editsOf: (file: string) => readonly Edit[],
  files: ReadonlySet<string>,
): string | undefined {
  for (const file of files) {
    const own = editsOf(file);
    const before = texts.get(file);
    const why =
      before === undefined ? undefined : harmOf({ file, before, after: applyEdits(before, own), edits: own });
    if (why !== undefined) return why;
  }
  return undefined;
}

/**
 * Findings whose fixes change what they say and nothing else: of any other the words stay, as a hint, and the
 * edits go.
 */
export function withSoundFixes(findings: readonly Finding[], sources: readonly Source[]): readonly Finding[] {
  if (!findings.some(({ fix }) => fix && fix.edits.length > 0)) return findings;
  const texts = new Map(
    sources.flatMap((source) => (source.kind === 'text' ? [[source.file, source.text] as const] : [])),
  );
  const all = chosen(texts, findings, () => true, false);
  const sound = new Set(isSound(texts, all.made) ? all.fixes : []);
  return findings.map((finding) => {
    const { fix } = finding;
    if (!fix || fix.edits.length === 0 || sound.has(fix)) return finding;
    const why = harmIn(
      texts,
      (file) => fix.edits.filter((edit) => edit.file === file),
      new Set(fix.edits.map(({ file }) => file)),
    );
    return why === undefined ? finding : { ...finding, fix: { ...fix, edits: [], refused: why } };
  });
}

const changesNothing = ({ file, start, end, text }: Edit, texts: ReadonlyMap<string, string>) =>
  texts.has(file) && (texts.get(file) ?? '').slice(start, end) === text;

/**
 * One text with edits made; of two that stand in each other's way, and of those beyond its end, the first
 * alone.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const kept: Edit[] = [];
  for (const edit of edits)
    if (fits(edit, text) && !kept.some((other) => touches(edit, other) || touches(other, edit)))
      kept.push(edit);
  let at = 0;
  let made = '';
  for (const { start, end, text: put } of [...kept].sort((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}
