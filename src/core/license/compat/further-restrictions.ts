import type { License, Term } from '../../model/license.ts';
import { carries, isLimit } from './term-coverage.ts';
import { relicensingFrom } from './relicensing.ts';

/**
 * Duties that put a name or a sentence on whatever comes after: no text that bars further restrictions lists
 * them as allowed.
 */
const BRANDS: ReadonlySet<Term['kind']> = new Set([
  'name-prefix',
  'phrase',
  'product-display',
  'pass-on-restrictions',
  'content-filter',
  'disclose-ai-output',
]);

export type FurtherRestrictions = 'bears' | 'perhaps' | 'cannot';

/**
 * Whether a text that bars further restrictions holds a term to be one; `bars` and `mayBar` of the data say
 * what the text says beyond limits.
 */
function holds(text: License, term: Term): FurtherRestrictions {
  let so: FurtherRestrictions = 'bears';
  for (const duty of text.duties) {
    if (duty.kind !== 'no-further-restrictions') continue;
    if (isLimit(term) || BRANDS.has(term.kind) || duty.bars?.includes(term.kind)) return 'cannot';
    if (duty.mayBar?.includes(term.kind)) so = 'perhaps';
  }
  return so;
}

/** Whether a license keeps the whole of a derivative for itself, not only its own files. */
function holdsWhole(license: License): boolean {
  return license.duties.some((duty) => duty.kind === 'same-license' && duty.appliesTo.includes('derivative'));
}

/**
 * Whether a work under `text` can take in material that brings `term` of `license` along (the FSF's question:
 * is it a further restriction?). Where `license` itself opens the way to `text`, it bears all that comes with
 * it.
 */
export function bearsRestrictions(text: License, license: License, term: Term): FurtherRestrictions {
  if (text.id === license.id || !holdsWhole(text)) return 'bears';
  const held = holds(text, term);
  if (held === 'bears') return held;
  // What the text asks itself is nothing further.
  const own = isLimit(term) ? carries(text, license, term) : 'no';
  if (own === 'yes') return 'bears';
  const way = relicensingFrom(license, text);
  if (way.is === 'open') return 'bears';
  return way.is === 'perhaps' || own === 'alike' ? 'perhaps' : held;
}
