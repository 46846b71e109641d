import type { Resolution } from '../../model/lineage.ts';
import type { Declared } from '../model-record.ts';
import { entryOf, lockKey, type Lock, type LockEntry } from './lock.ts';

/** A difference between a lock and what is known now. */
export interface LockChange {
  readonly model: string;
  readonly kind: 'license' | 'text' | 'bases' | 'name';
  /** One sentence without a full stop. */
  readonly what: string;
}

/**
 * What changed upstream since the lock was written: license, license text, bases, id. A new commit or date
 * alone is no change. Models that are new, or of which nothing is known now, are not spoken of.
 */
export function changesAgainstLock(lock: Lock, fresh: ReadonlyMap<string, Resolution>): LockChange[] {
  return [...fresh].flatMap(([model, resolution]) => {
    const before = lock.get(lockKey(model));
    return before === undefined || resolution.is === 'failed'
      ? []
      : changesBetween(before, entryOf(model, resolution));
  });
}

/** The differences in substance between two entries of one model. */
export function changesBetween(before: LockEntry, now: LockEntry): LockChange[] {
  const { model } = now;
  const changes: LockChange[] = [];
  // The snapshot keeps a license's name and no link, and not every base: what it leaves out has not changed.
  const alike = before.source === now.source;
  const [was, is] = [before, now].map(({ declared }) => (alike ? licenseText(declared) : nameText(declared)));
  if (was !== is)
    changes.push({
      model,
      kind: 'license',
      what: `License of "${model}" was ${was}${on(before)} and is ${is}`,
    });
  // A text that one of the two did not see has not changed either.
  if (before.textHash !== undefined && now.textHash !== undefined && before.textHash !== now.textHash) {
    const since = before.date === '' ? 'since it was locked' : `after ${before.date}`;
    changes.push({ model, kind: 'text', what: `License text of "${model}" changed ${since}` });
  }
  const [had, has] = [basesText(before), basesText(now)];
  if (alike && had !== has)
    changes.push({
      model,
      kind: 'bases',
      what: `Bases of "${model}" were ${had}${on(before)} and are ${has}`,
    });
  if (alike && now.canonical !== undefined && now.canonical !== before.canonical)
    changes.push({ model, kind: 'name', what: `"${model}" is now "${now.canonical}"` });
  return changes;
}

const on = ({ date }: LockEntry) => (date === '' ? '' : ` (${date})`);

/** The license by the name that counts: behind `other` stands the one beside it. */
function nameText(declared: Declared | undefined): string {
  if (declared === undefined) return 'not declared';
  const { license, name } = declared;
  return (typeof license === 'string' ? [license] : license)
    .map((one) => `"${/^other$/i.test(one) ? (name ?? one) : one}"`)
    .join(', ');
}

function licenseText(declared: Declared | undefined): string {
  if (declared === undefined) return 'not declared';
  const { license, name, link } = declared;
  const plain = typeof license === 'string' ? `"${license}"` : license.map((one) => `"${one}"`).join(', ');
  return `${plain}${name === undefined ? '' : ` named "${name}"`}${link === undefined ? '' : ` at ${link}`}`;
}

function basesText({ bases }: LockEntry): string {
  const plain = bases
    .map(({ model, relation }) => `"${model}"${relation === 'unsaid' ? '' : ` (${relation})`}`)
    .sort();
  return plain.length === 0 ? 'none' : plain.join(', ');
}

/** The entry to keep: the one before, with its date, unless something in it, or its commit, is another. */
export function keptOrNew(before: LockEntry | undefined, now: LockEntry): LockEntry {
  if (before === undefined) return now;
  const same = changesBetween(before, now).length === 0;
  const alike = (was: unknown, is: unknown) => is === undefined || JSON.stringify(was) === JSON.stringify(is);
  if (
    same &&
    before.source === now.source &&
    before.revision === now.revision &&
    before.confidence === now.confidence &&
    before.note === now.note &&
    alike(before.textHash, now.textHash) &&
    alike(before.copyright, now.copyright)
  )
    return before;
  // What could not be read this time is still as it was at the same commit.
  const { textHash, copyright } = before;
  return same && before.revision === now.revision
    ? {
        ...(textHash === undefined ? {} : { textHash }),
        ...(copyright === undefined ? {} : { copyright }),
        ...now,
      }
    : now;
}
