import { providers } from '../data/providers.ts';
import type { Facts } from '../evaluate/facts/facts.ts';
import type { Material } from '../evaluate/facts/material.ts';
import type { Claim, ClaimOf } from '../model/claim.ts';
import { strongest } from '../model/confidence.ts';
import type { Ancestor } from '../model/lineage.ts';
import type { RelationFact, Work } from './disclosure.ts';
import { licenseInHeader, licenseOf, NOT_IN_SNAPSHOT, providerTerms } from './license-fact.ts';
import type { Places } from './places.ts';

/** The key of an upstream: unique, since each model stands once in a lineage. */
export const keyOf = ({ model, hub }: Pick<Ancestor, 'model' | 'hub'>): string =>
  `${hub ? 'model' : 'name'}:${model}`;

const PLAIN = {
  canonical: null,
  under: null,
  guess: false,
  holders: [],
  takenFrom: [],
  shared: [],
} as const satisfies Partial<Work>;

const TRAINED_ON: RelationFact = {
  is: 'dataset',
  part: null,
  by: null,
  at: null,
  confidence: null,
  possible: [],
};

/** Every work that was used: models with all that is above them, data sets, closed models, code. */
export function worksOf(facts: Facts, material: Material, places: Places): readonly Work[] {
  const { ancestors } = material;
  const works = [
    ...ancestors.map((one) => modelWork(one, ancestors, places)),
    ...dataSets(facts.claims('dataset'), material, places),
    ...closedModels(facts.claims('provider'), places),
    ...codeWorks(facts, material.claims, places),
  ];
  return [...new Map(works.map((work) => [work.key, work])).values()];
}

function modelWork(ancestor: Ancestor, all: readonly Ancestor[], places: Places): Work {
  const { model, hub, path, claims, resolution, confidence } = ancestor;
  const last = path[path.length - 1] ?? path[0];
  const by = path.length === 1 ? path[0].by : undefined;
  const isKnownAs = resolution.is === 'found' && resolution.canonical !== model;
  return {
    ...PLAIN,
    key: keyOf(ancestor),
    kind: last.relation === 'component' ? 'component' : 'model',
    name: model,
    hub,
    canonical: isKnownAs ? (resolution.canonical ?? null) : null,
    under: underOf(ancestor, all),
    path: path.map(({ to }) => to),
    relation: {
      is: last.relation,
      part: claims.find(({ part }) => part !== undefined)?.part ?? null,
      by: by?.words ?? null,
      at: by?.place ? places.spot(by.place) : null,
      confidence: by?.confidence ?? null,
      possible: last.relation === 'unsaid' ? (last.among ?? ancestor.mayReach) : [],
    },
    license: licenseOf(resolution),
    confidence,
    guess: resolution.is === 'found' && resolution.from === 'name',
    evidence: claims.map((claim) => places.evidence(claim)),
  };
}

/** The model that leads to this one. */
function underOf({ path }: Ancestor, all: readonly Ancestor[]): string | null {
  if (path.length === 1) return null;
  const way = path.slice(0, -1);
  const parent = all.find(
    (one) => one.path.length === way.length && way.every(({ to }, at) => one.path[at]?.to === to),
  );
  return parent ? keyOf(parent) : null;
}

function dataSets(claims: readonly ClaimOf<'dataset'>[], { data }: Material, places: Places): Work[] {
  const named = groupedBy(claims, ({ dataset }) => dataset.toLowerCase());
  return [...named].map(([id, group]) => {
    const name = group[0].dataset;
    const resolution = data.get(id);
    return {
      ...PLAIN,
      key: `dataset:${name}`,
      kind: 'dataset',
      name,
      hub: name.includes('/'),
      path: [name],
      relation: TRAINED_ON,
      license: resolution ? licenseOf(resolution) : NOT_IN_SNAPSHOT,
      confidence: strongest(group.map(({ confidence }) => confidence)),
      evidence: group.map((claim) => places.evidence(claim)),
    };
  });
}

function closedModels(claims: readonly ClaimOf<'provider'>[], places: Places): Work[] {
  const named = groupedBy(claims, ({ model }) => model.toLowerCase());
  return [...named.values()].map((group) => {
    const [{ model, provider }] = group;
    const terms = providers().get(provider);
    return {
      ...PLAIN,
      key: `provider:${model}`,
      kind: 'provider',
      name: model,
      hub: false,
      path: [model],
      relation: { ...TRAINED_ON, is: 'outputs' },
      license: {
        ...providerTerms(terms?.document, terms?.dated),
        licensor: terms?.provider ?? null,
        label: provider,
      },
      confidence: strongest(group.map(({ confidence }) => confidence)),
      evidence: group.map((claim) => places.evidence(claim)),
    };
  });
}

/** What is the same of every code file. */
const codeFile = (file: string) =>
  ({
    ...PLAIN,
    key: `code:${file}`,
    kind: 'code',
    name: file,
    hub: false,
    path: [file],
    relation: { ...TRAINED_ON, is: 'code' },
  }) as const;

/** Code files whose header names a holder, or that say that they were taken from elsewhere. */
function codeWorks(facts: Facts, claims: readonly Claim[], places: Places): Work[] {
  const alike = (file: string) =>
    facts.code.shared
      .filter((one) => one.file === file)
      .map(({ project, family, shared, total, place }) => ({
        ...places.spot(place),
        project,
        family: family ?? null,
        shared,
        fingerprints: total,
      }));
  const bare = facts.code.shared.filter(
    ({ file }) => !facts.claims('code').some(({ place }) => place.file === file),
  );
  const named = facts
    .claims('code')
    .filter(
      ({ holders, takenFrom, place }) => holders.length + takenFrom.length + alike(place.file).length > 0,
    )
    .map((claim): Work => {
      const { file } = claim.place;
      const license = claims.find(
        (one): one is ClaimOf<'license'> =>
          one.kind === 'license' && one.about === 'code' && one.place.file === file,
      );
      return {
        ...codeFile(file),
        license: licenseInHeader(license?.identity, license?.raw),
        confidence: claim.confidence,
        evidence: [places.evidence(claim)],
        holders: claim.holders.map(({ line }) => line),
        takenFrom: claim.takenFrom.map(({ origin, how, place }) => ({ ...places.spot(place), origin, how })),
        shared: alike(file),
      };
    });
  return [
    ...named,
    ...bare.map(({ file }): Work => ({
      ...codeFile(file),
      license: licenseInHeader(undefined, undefined),
      confidence: 'possible',
      evidence: [],
      shared: alike(file),
    })),
  ];
}

function groupedBy<T>(all: readonly T[], keyFor: (one: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(keyFor(one));
    if (group) group.push(one);
    else groups.set(keyFor(one), [one]);
  }
  return groups;
}
