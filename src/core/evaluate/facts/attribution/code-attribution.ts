import { makerNamed, makerOfAccount, makes } from '../../../data/code-makers.ts';
import { ownerOf, sameOwner } from '../../../data/owners.ts';
import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Place } from '../../../model/place.ts';
import type { Source } from '../../../model/source.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';
import type { Material } from '../material.ts';
import { sameParty, type CodeCredits } from './code-credits.ts';
import { missingLicenses, type UncreditedLicense } from './code-licenses.ts';
import { publisherOf, type Publisher } from './publisher.ts';
import type { SaidOfCode } from './said-of-code.ts';
import { latePattern } from '../../../text/patterns/late-pattern.ts';

type Code = ClaimOf<'code'>;
type Taken = Code['takenFrom'][number];

/** A third party's copyright line in a code file, which card, NOTICE and license files do not name. */
export interface UncreditedHolder {
  readonly claim: Code;
  readonly holder: string;
  readonly place: Place;
  /** How many further files name the same holder in their header. */
  readonly moreFiles: number;
  /** The header names its license too, so what the license asks travels with the file. */
  readonly licensed: boolean;
  /** What the file says that it was taken from in its turn, where nothing credits that either. */
  readonly taken: Taken | undefined;
}

/**
 * A code file that says, or shows, that it was taken from elsewhere, while its header names the publisher
 * alone, or nobody.
 */
export interface UncreditedOrigin {
  readonly claim: Code;
  readonly taken: Taken;
  /** Whom the header names; undefined where it names nobody. */
  readonly holder: string | undefined;
}

/** A license file given by a party that nothing else in the repository names. */
export interface ForeignLicensor {
  readonly holder: string;
  readonly place: Place;
}

/** What code files tell of others, held against what card, NOTICE and license files say. */
export interface CodeAttribution {
  readonly holders: readonly UncreditedHolder[];
  readonly origins: readonly UncreditedOrigin[];
  readonly licenses: readonly UncreditedLicense[];
  readonly licensors: readonly ForeignLicensor[];
}

/** Everything that is asked of a header. */
interface Scene {
  readonly codes: readonly Code[];
  readonly owner: string | undefined;
  readonly publisher: Publisher;
  readonly credits: CodeCredits;
  readonly said: SaidOfCode;
}

/** The most origins that one file is asked about. */
const MOST_ORIGINS = 3;

/** Code of others that nothing here names. `owner` is the repository's, where it is known. */
export function codeAttribution(
  { claims, sources, ancestors }: Material,
  credits: CodeCredits,
  said: SaidOfCode,
  owner: string | undefined,
): CodeAttribution {
  const codes = claims.filter((claim): claim is Code => claim.kind === 'code');
  if (!sources.some(({ file }) => file.endsWith('.py')))
    return { holders: [], origins: [], licenses: [], licensors: [] };
  const upstream = ancestors.map(({ model }) => model);
  const publisher = publisherOf(codes, sources, owner);
  const scene: Scene = { codes, owner, publisher, credits, said };
  const foreign = new Set(
    owner === undefined
      ? []
      : codes.flatMap((claim) =>
          claim.holders.some(({ name }) => !publisher.is(name)) ? [claim.place.file] : [],
        ),
  );
  return {
    holders: uncreditedHolders(claims, scene),
    origins: codes.flatMap((claim) => uncreditedOrigins(claim, scene)),
    licenses: missingLicenses(claims, credits, foreign),
    licensors: foreignLicensors(claims, sources, scene, upstream),
  };
}

/** Without an owner nobody can tell the publisher's own line from another's. */
function uncreditedHolders(claims: readonly Claim[], scene: Scene): readonly UncreditedHolder[] {
  if (scene.owner === undefined) return [];
  const licensed = new Set(
    claims.flatMap((claim) => (claim.kind === 'license' && claim.about === 'code' ? [claim.place.file] : [])),
  );
  const found = new Map<string, UncreditedHolder>();
  for (const claim of scene.codes)
    for (const { name, place } of claim.holders) {
      if (scene.publisher.is(name) || scene.credits.holder(name)) continue;
      const key = lettersAndDigits(name);
      const before = found.get(key);
      const within = licensed.has(claim.place.file);
      const taken = claim.takenFrom.find(({ origin, how }) => how !== 'named' && isOpen(origin, scene));
      found.set(
        key,
        before
          ? { ...before, moreFiles: before.moreFiles + 1, licensed: before.licensed && within }
          : { claim, holder: name, place, moreFiles: 0, licensed: within, taken },
      );
    }
  return [...found.values()];
}

function uncreditedOrigins(claim: Code, scene: Scene): readonly UncreditedOrigin[] {
  const [first] = claim.holders;
  if (first !== undefined && !isAlone(claim, scene)) return [];
  return (
    claim.takenFrom
      .filter(({ origin }) => isOpen(origin, scene) && !(first && isOf(origin, first.name)))
      // Class names are a guess, which the word of those who wrote them answers; "Copied from" is their word.
      .filter(({ how }) => how !== 'named' || !scene.said.independent(claim.place.file, ''))
      .slice(0, MOST_ORIGINS)
      .map((taken) => ({ claim, taken, holder: first?.name }))
  );
}

/**
 * Whether the publisher alone stands in a header. Without an owner any one holder may be the publisher; but
 * nobody copies from himself, and transformers is Hugging Face's.
 */
function isAlone({ holders }: Code, { owner, publisher }: Scene): boolean {
  const [first] = holders;
  if (owner !== undefined || first === undefined) return holders.every(({ name }) => publisher.is(name));
  return (
    new Set(holders.map(({ name }) => lettersAndDigits(name))).size === 1 &&
    !/hugging ?face/i.test(first.name)
  );
}

/** Whether an origin is neither the owner's nor named anywhere. */
function isOpen(origin: string, { owner, credits }: Scene): boolean {
  if (owner !== undefined) {
    const account = ownerOf(origin);
    const maker = makerOfAccount(owner);
    if (
      account !== undefined &&
      (sameOwner(account, owner) || lettersAndDigits(account) === lettersAndDigits(owner))
    )
      return false;
    if (maker !== undefined && (makes(maker, origin) || makerOfAccount(account) === maker)) return false;
    if (account === undefined && stemIn(origin, owner)) return false;
  }
  return !credits.origin(origin);
}

/** Whether an origin is a holder's own: a family of its, its account, or a name that holds its own. */
function isOf(origin: string, holder: string): boolean {
  const maker = makerNamed(holder);
  const account = ownerOf(origin);
  return (
    (maker !== undefined && (makes(maker, origin) || makerOfAccount(account) === maker)) ||
    (account === undefined ? stemIn(origin, holder) : sameParty(account, holder))
  );
}

/** The letters that a family begins with, as a word in a name or at its beginning: `vllm` of "vLLM team". */
function stemIn(origin: string, name: string): boolean {
  const stem = /^[a-z]{2,}/i.exec(origin)?.[0].toLowerCase();
  return stem !== undefined && new RegExp(String.raw`(?<![\p{L}])${stem}`, 'iu').test(name);
}

/** Names of companies and laboratories, which people who publish under an account of their own have not. */
const ORGANIZATION = latePattern(
  () =>
    new RegExp(
      String.raw`\b(?:${[
        'AI|Inc|Ltd|LLC|GmbH|Corp(?:oration)?|Company|Co|Labs?|Laborator(?:y|ies)',
        'Research|Technolog(?:y|ies)|Team|Institute',
      ].join('|')})\b`,
      'i',
    ),
);

/**
 * A custom license that a company gives whom nothing else names, with code of a family that is not the
 * repository's: a license that was taken over whole.
 */
function foreignLicensors(
  claims: readonly Claim[],
  sources: readonly Source[],
  { codes, owner, publisher, credits }: Scene,
  upstream: readonly string[],
): readonly ForeignLicensor[] {
  const custom = claims.some(
    (claim) =>
      claim.kind === 'license' && claim.via === 'front-matter' && claim.raw.toLowerCase() === 'other',
  );
  const [holder, ...others] = publisher.licensors;
  if (!custom || owner === undefined || holder === undefined || others.length > 0 || upstream.length > 0)
    return [];
  const bears = codes.some(({ holders }) => holders.length > 0);
  if (bears || sameParty(owner, holder) || credits.given(holder) || !ORGANIZATION().test(holder)) return [];
  const file = sources.find(
    (source) =>
      source.kind === 'text' && source.text.includes(holder) && /^(?:licen[cs]e|copying)/i.test(source.file),
  );
  if (file?.kind !== 'text') return [];
  const start = file.text.indexOf(holder);
  return [{ holder, place: { file: file.file, start, end: start + holder.length } }];
}
