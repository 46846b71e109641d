import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { ownerOf } from '../resolve/owners.ts';
import { LEGAL } from './shelf.ts';

type Code = ClaimOf<'code'>;

/** A third party's copyright line in a code file, which card, NOTICE and license files do not name. */
export interface UncreditedHolder {
  readonly claim: Code;
  readonly holder: string;
  readonly place: Place;
  /** Further files whose header names the same holder. */
  readonly also: number;
  /** The header names its license too, so what the license asks travels with the file. */
  readonly licensed: boolean;
}

/** A code file that says, or shows, that it was taken from elsewhere, while its header names the publisher alone. */
export interface UncreditedOrigin {
  readonly claim: Code;
  readonly taken: Code['takenFrom'][number];
  readonly holder: string;
}

/** Words of a copyright line that name nobody. */
const PLAIN = new Set('the and of for by team teams inc llc ltd co corp corporation company group authors author contributors labs lab research ai project foundation university all rights reserved its affiliates holder holders models model open source community'.split(' '));

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (name: string) => (name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !PLAIN.has(word));

/** Whether two names may be one party's: lenient, since a question to the wrong one costs more than one not asked. */
function alike(one: string, other: string): boolean {
  const [a, b] = [squeezed(one), squeezed(other)];
  if (a === '' || b === '') return false;
  return a.includes(b) || b.includes(a) || wordsOf(one).some((word) => b.includes(word)) || wordsOf(other).some((word) => a.includes(word));
}

/** What card, NOTICE and license files say, folded; addresses of the Hub itself credit nobody. */
function creditsIn(sources: readonly Source[], card: string): string {
  return sources.flatMap((source) => (source.kind === 'text' && (source.file === card || LEGAL.test(source.file)) ? [squeezed(source.text.replace(/(?:huggingface|hf)\.co\b/gi, ' '))] : [])).join('\n');
}

/** The letters that a family's name begins with: `glm4_moe` is credited by "GLM-4.5", `deepseek_v3` by "DeepSeek". */
const stem = (origin: string) => squeezed(/^[a-z]{3,}/i.exec(origin.slice(origin.indexOf('/') + 1))?.[0] ?? origin);

/** Code of others that nothing here names. `owner` is the repository's, where it is known. */
export function codeCredits(claims: readonly Claim[], sources: readonly Source[], ancestors: readonly Ancestor[], card: string, owner: string | undefined): { readonly holders: readonly UncreditedHolder[]; readonly origins: readonly UncreditedOrigin[] } {
  const codes = claims.filter((claim): claim is Code => claim.kind === 'code');
  if (codes.length === 0) return { holders: [], origins: [] };
  const text = creditsIn(sources, card);
  const upstream = ancestors.flatMap(({ model }) => [ownerOf(model) ?? '', model]);
  const own = (name: string) => owner !== undefined && alike(name, owner);
  const named = (name: string) => text.includes(squeezed(name)) || wordsOf(name).some((word) => text.includes(squeezed(word))) || upstream.some((model) => alike(name, model));
  const licensed = new Set(claims.flatMap((claim) => (claim.kind === 'license' && claim.about === 'code' ? [claim.place.file] : [])));

  const holders = new Map<string, UncreditedHolder>();
  // Without an owner nobody can tell the publisher's own line from another's.
  if (owner !== undefined)
    for (const claim of codes)
      for (const { name, place } of claim.holders) {
        if (own(name) || named(name)) continue;
        const before = holders.get(squeezed(name));
        holders.set(squeezed(name), before ? { ...before, also: before.also + 1, licensed: before.licensed && licensed.has(claim.place.file) } : { claim, holder: name, place, also: 0, licensed: licensed.has(claim.place.file) });
      }

  const origins = codes.flatMap((claim): UncreditedOrigin[] => {
    const [first, ...others] = claim.holders;
    if (!first || owner === undefined || ![first, ...others].every(({ name }) => own(name))) return [];
    return claim.takenFrom.filter(({ origin }) => !alike(origin, owner) && !text.includes(stem(origin)) && !upstream.some((model) => squeezed(model).includes(stem(origin)))).slice(0, 3).map((taken) => ({ claim, taken, holder: first.name }));
  });
  return { holders: [...holders.values()], origins };
}
