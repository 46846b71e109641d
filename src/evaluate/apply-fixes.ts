import type { Finding, Fix } from '../model/finding.ts';
import type { Edit } from '../model/place.ts';

/** The outcome: texts by file name (only those that changed or are new), and which fixes went in. */
export interface Applied {
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly Fix[];
}

const touches = (one: Edit, other: Edit) => one.file === other.file && one.start < other.end && other.start < one.end;
const same = (one: Edit, other: Edit) => one.file === other.file && one.start === other.start && one.end === other.end && one.text === other.text;

/**
 * Carries out the safe fixes of a report, all of one fix or nothing. Where two overlap the first counts; the other waits
 * for the next run. The same edit asked for twice is made once. Offsets are those of the texts given; a file that is not
 * among them is begun empty.
 */
export function applyFixes(texts: ReadonlyMap<string, string>, findings: readonly Finding[]): Applied {
  const edits: Edit[] = [];
  const fixes: Fix[] = [];
  for (const { fix } of findings) {
    if (!fix?.safe || fix.edits.length === 0) continue;
    const fresh = fix.edits.filter((edit) => !edits.some((other) => same(edit, other)));
    if (fresh.some((edit) => edits.some((other) => touches(edit, other)))) continue;
    edits.push(...fresh);
    fixes.push(fix);
  }
  const files = new Map<string, string>();
  for (const file of new Set(edits.map((edit) => edit.file))) files.set(file, edited(texts.get(file) ?? '', edits.filter((edit) => edit.file === file)));
  return { files, fixes };
}

/** One text with edits that do not overlap; those at one place stand in the order in which they were asked for. */
function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  let made = '';
  for (const { start, end, text: put } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}
