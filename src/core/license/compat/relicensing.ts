import type { License, Passage } from '../../model/license.ts';

/**
 * Whether a license lets the work go out under another one: `perhaps` where that hangs on a fact its name
 * does not tell.
 */
export interface RelicensingPath {
  readonly is: 'open' | 'perhaps' | 'closed';
  /** The clause that opens it. */
  readonly by?: Passage;
}

const CLOSED: RelicensingPath = { is: 'closed' };

/**
 * `GPL` of `GPL-2.0-or-later`, and of a name that leaves open whether later versions count; undefined for one
 * version only.
 */
const stem = (license: License) =>
  /^([A-Z]*GPL|GFDL)-[\d.]+-(?:or-later$|only OR )/.exec(license.spdx)?.[1]?.toLowerCase();

/** The versions that a license "or later" leaves to the taker: the passages within its own family. */
function versionsOf(license: License): readonly Passage[] {
  const family = stem(license);
  return family === undefined
    ? []
    : license.relicensing.filter(({ to, how }) => how === 'relicense' && to.startsWith(`${family}-`));
}

function wayTo(license: License, to: string): RelicensingPath {
  if (license.id === to) return { is: 'open' };
  const by = license.relicensing.find((passage) => passage.to === to);
  return by ? { is: by.when === undefined ? 'open' : 'perhaps', by } : CLOSED;
}

/**
 * Whether a work under `license` may go out as part of one under `declared`: by a clause of its own, or
 * because `declared` leaves the choice of a version and one of them is `license`, or one to which it passes.
 */
export function relicensingFrom(license: License, declared: License): RelicensingPath {
  const direct = wayTo(license, declared.id);
  // What a license says of `declared` itself, even under a condition, goes before what it says of its
  // versions.
  if (direct.is !== 'closed') return direct;
  let best: RelicensingPath = direct;
  for (const version of versionsOf(declared)) {
    const way = wayTo(license, version.to);
    if (way.is === 'open' && version.when === undefined) return way;
    if (way.is !== 'closed')
      best = { is: 'perhaps', by: version.when === undefined && way.by ? way.by : version };
  }
  return best;
}

/**
 * The same where the whole is to stay under what `license` lets it go to: "or later" leaves every version to
 * the next taker, so the lowest one has to be open. Whether a work that holds parts under one version only
 * may say "or later" is left open.
 */
export function relicensingOfWhole(license: License, declared: License): RelicensingPath {
  const direct = wayTo(license, declared.id);
  const family = stem(declared);
  if (direct.is !== 'closed' || family === undefined) return direct;
  const number = /\d+\.\d+/.exec(declared.spdx)?.[0] ?? '';
  const lowest = wayTo(license, `${family}-${number}-only`);
  return lowest.is === 'closed' ? CLOSED : { ...lowest, is: 'perhaps' };
}

/** Whether works under two licenses can go out as one: one passes to the other, or both to a third. */
export function canMeet(one: License, other: License): RelicensingPath {
  const [there, back] = [relicensingFrom(one, other), relicensingFrom(other, one)];
  if (there.is === 'open' || back.is === 'open') return there.is === 'open' ? there : back;
  const targets = (license: License) =>
    license.relicensing.filter(({ when }) => when === undefined).map(({ to }) => to);
  const theirs = new Set(targets(other));
  if (targets(one).some((id) => theirs.has(id))) return { is: 'open' };
  return there.is === 'perhaps' ? there : back;
}
