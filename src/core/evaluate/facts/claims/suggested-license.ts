import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { License } from '../../../model/license.ts';
import type { Ancestor } from '../../../model/lineage.ts';
import type { Relation } from '../../../model/relation.ts';
import { declaration, LIMIT_WORDS, list } from '../terms/term-labels.ts';

/** What a repository without a license may declare, by what its files, its text and its upstreams show. */
export interface SuggestedLicense {
  /** What to declare and why, in Markdown, as it follows "Declare"; undefined where nothing shows it. */
  readonly what: string | undefined;
  /** The one id of the Hub's list that can be written without a choice of words. */
  readonly id: string | undefined;
}

/** What the license's own evidence and the upstreams show, as the groups of facts have it. */
interface Shown {
  readonly claims: readonly Claim[];
  readonly inFiles: readonly License[];
  readonly inText: readonly ClaimOf<'license'>[];
  readonly byId: (id: string) => License | undefined;
  readonly upstreams: {
    readonly ancestors: readonly Ancestor[];
    readonly bindingLicenses: readonly License[];
  };
}

/** Relations in which a work is made from the upstream's weights. */
const MADE_FROM: ReadonlySet<Relation | 'unsaid'> = new Set([
  'copy',
  'finetune',
  'merge',
  'quantized',
  'adapter',
  'unsaid',
]);

/**
 * The license file goes before the text, and both before the upstreams: what the author wrote says more than
 * what an upstream asks.
 */
export function suggestedLicense(shown: Shown): SuggestedLicense {
  const suggested = fromFiles(shown) ?? fromText(shown) ?? fromUpstreams(shown.upstreams);
  const limited = shown.claims.find((claim) => claim.kind === 'use-limit');
  if (limited === undefined) return suggested;
  // A license of the list that has no such limit would take it away: a person chooses.
  const { what = '`license:` with a license that says so' } = suggested;
  return { what: `${what}; ${LIMIT_WORDS[limited.limit]}`, id: undefined };
}

function fromFiles({ claims, inFiles, byId }: Shown): SuggestedLicense | undefined {
  const [first] = inFiles;
  if (!first) return undefined;
  const texts = claims.filter((claim) => claim.kind === 'license-text');
  const whole = texts.filter(
    ({ match, about }) => match.match === 'exact' && about !== 'code' && about !== 'data',
  );
  const told = whole.flatMap(({ match }) => match.hits.flatMap((hit) => byId(hit.id) ?? []));
  return {
    what: `${declaration(first)}, which the license file holds`,
    id: whole.length === texts.length ? onlyId(told) : undefined,
  };
}

function fromText({ inText }: Shown): SuggestedLicense | undefined {
  if (inText.length === 0) return undefined;
  const said = new Set(
    inText.map(({ identity, raw }) => (identity.is === 'known' ? declaration(identity.license) : `"${raw}"`)),
  );
  const told = inText.flatMap(({ identity }) => (identity.is === 'known' ? [identity.license] : []));
  return {
    what: `${list([...said].slice(0, 2))}, as the text says`,
    id: said.size === 1 ? onlyId(told) : undefined,
  };
}

/** Limits of an upstream bind whoever builds on it; without any, its own license is one that surely fits. */
function fromUpstreams({ ancestors, bindingLicenses: binding }: Shown['upstreams']): SuggestedLicense {
  const under = ({ id }: License) =>
    ancestors.find(
      ({ resolution }) =>
        resolution.is === 'found' &&
        resolution.license.is === 'known' &&
        resolution.license.license.id === id,
    )?.model;
  if (binding.length > 1)
    return {
      what: '`license: other` with a text that names what binds here: ' + list(binding.map(({ id }) => id)),
      id: undefined,
    };
  const [bound] = binding;
  if (bound)
    return {
      what: `${declaration(bound)}, the license of "${under(bound) ?? bound.name}", which binds here`,
      id: onlyId([bound]),
    };
  const direct = ancestors.flatMap(({ path, resolution }) =>
    path.length === 1 && MADE_FROM.has(path[0].relation) && resolution.is === 'found'
      ? [resolution.license]
      : [],
  );
  const known = [
    ...new Map(
      direct.flatMap((one) => (one.is === 'known' ? [[one.license.id, one.license] as const] : [])),
    ).values(),
  ];
  const [first] = known;
  if (!first || known.length > 1) return { what: undefined, id: undefined };
  return {
    what: `${declaration(first)} as "${under(first) ?? ''}" does, or another that its terms allow`,
    id: onlyId(known),
  };
}

/** The id on the Hub's list, where all are one license that is on it. */
function onlyId(licenses: readonly License[]): string | undefined {
  const ids = new Set(licenses.map(({ id, hub }) => hub[0] ?? `not on the list: ${id}`));
  const [id] = ids;
  return ids.size === 1 && licenses.every(({ hub }) => hub.length > 0) ? id : undefined;
}
