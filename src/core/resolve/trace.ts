import type { Catalogue } from '../data/catalogue.ts';
import type { Claim, ClaimOf } from '../model/claim.ts';
import { strongest, weakest, type Confidence } from '../model/confidence.ts';
import type { Ancestor, Resolution, Step } from '../model/lineage.ts';
import type { Relation } from '../model/relation.ts';
import { canonicalId, sameModel } from '../data/model-aliases.ts';
import { familyLine, familyNamed, familyOf, familyOfOllama, type Family } from '../data/families.ts';
import { holdingsOf } from './holdings.ts';
import { isOwnRecord } from './own-record.ts';
import { relationTeller, voice, type Beside, type Told } from './relations.ts';
import { reachAlong } from './term-reach.ts';
import type { Upstreams } from './upstreams.ts';

type UpstreamClaim = ClaimOf<'upstream'>;
type Claims = readonly [UpstreamClaim, ...UpstreamClaim[]];

/** Steps that are followed upward; real lineages are shorter, and a chain of renames must end. */
const DEPTH = 12;

/**
 * Models of one lineage that are followed; whoever merges dozens is far below it. What is beyond is counted.
 */
export const MOST_MODELS = 500;
/** Both limits as a report names them. */
export const LIMITS = `a lineage is followed for ${MOST_MODELS} models, ${DEPTH} steps up`;

interface Start {
  readonly model: string;
  readonly hub: boolean;
  readonly told: Told;
  readonly claims: Claims;
}

const rank = (claim: UpstreamClaim) => (['certain', 'likely', 'possible'] as const).indexOf(claim.confidence);

const COMPANION_NAME = /controlnet|ip[-_.]?adapter|t2i[-_.]?adapter/i;

/**
 * Whether this repository may be a network of its own that works beside its upstream: it says so by a tag, a
 * class or its name, and no file shows a delta.
 */
function isBeside(claims: readonly Claim[], self: string | undefined, { files }: Beside): boolean {
  return (
    holdingsOf(files).adapter === undefined &&
    !claims.some((claim) => claim.kind === 'upstream' && claim.via === 'adapter-config') &&
    (claims.some(({ kind }) => kind === 'companion') || COMPANION_NAME.test(self ?? ''))
  );
}

/** The same ancestors, with the classes open in which a network beside them may stand to them. */
function besideEach(ancestors: readonly Ancestor[]): readonly Ancestor[] {
  return ancestors.map((ancestor) =>
    ancestor.reach.some((one) => one === 'adapter' || one === 'derivative')
      ? {
          ...ancestor,
          reach: [...ancestor.reach, 'companion'],
          mayReach: [...ancestor.mayReach, 'companion'],
        }
      : ancestor,
  );
}

function startsOf(claims: readonly Claim[], self: string | undefined, beside: Beside): Start[] {
  const groups = new Map<string, UpstreamClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'upstream' || (self !== undefined && sameModel(claim.model, self))) continue;
    const key = claim.hub ? canonicalId(claim.model).toLowerCase() : `family ${claim.model.toLowerCase()}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const tell = relationTeller(claims, beside);

  return [...groups.values()].flatMap((group): Start[] => {
    const sorted = [...group].sort((a, b) => rank(a) - rank(b) || voice(a) - voice(b));
    const [first, ...rest] = sorted as [UpstreamClaim, ...UpstreamClaim[]];
    return [
      {
        model: first.hub ? canonicalId(first.model) : first.model,
        hub: first.hub,
        told: tell(group),
        claims: [first, ...rest],
      },
    ];
  });
}

const reachesOf = (path: Ancestor['path']): Pick<Ancestor, 'reach' | 'mayReach'> => ({
  reach: reachAlong(path),
  mayReach: reachAlong(path, true),
});

function familyResolution(family: Family | undefined, catalogue: Catalogue): Resolution {
  const license = family?.license ? catalogue.byId(family.license) : undefined;
  if (!family || !license) return { is: 'failed', why: 'not-a-hub-id' };
  return {
    is: 'found',
    license: { is: 'known', license },
    raw: license.id,
    bases: [],
    from: 'name',
    asOf: license.checked,
    confidence: 'likely',
  };
}

export interface Lineage {
  readonly ancestors: readonly Ancestor[];
  /** Models that are named and were not followed, since a lineage has a limit. */
  readonly leftOut: ReadonlySet<string>;
  /** How many that makes, with those of which only the number was kept. */
  readonly leftOutCount: number;
  /** The claim by which the first of them is reached. */
  readonly leftOutAt: UpstreamClaim | undefined;
}

export const NO_LINEAGE: Lineage = {
  ancestors: [],
  leftOut: new Set(),
  leftOutCount: 0,
  leftOutAt: undefined,
};

interface Visit {
  readonly path: readonly [Step, ...Step[]];
  readonly claims: Claims;
  readonly sure: Confidence;
}

const targetOf = ({ path }: Visit) => path[path.length - 1]?.to ?? '';

/** What of a lineage may still be looked up, each model once. */
class Room {
  readonly leftOut = new Set<string>();
  readonly #asked = new Set<string>();
  #unnamed = 0;
  leftOutAt: UpstreamClaim | undefined;

  /** The visits that there is room for. */
  *of(visits: Iterable<Visit>): Generator<Visit> {
    for (const visit of visits) {
      const model = targetOf(visit);
      if (this.#asked.has(model)) continue;
      if (this.#asked.size < MOST_MODELS && visit.path.length <= DEPTH) {
        this.#asked.add(model);
        yield visit;
      } else this.leave(model, visit.claims);
    }
  }

  leave(model: string, [by]: Claims): void {
    this.leftOut.add(model);
    this.leftOutAt ??= by;
  }

  /** Counts what a record names beyond what is kept of it. */
  pass(more: number, [by]: Claims): void {
    this.#unnamed += more;
    if (more > 0) this.leftOutAt ??= by;
  }

  get count(): number {
    return this.leftOut.size + this.#unnamed;
  }
}

/**
 * Walks every upstream that the claims name, all the way up. One ancestor per model, however many files name
 * it; the shortest way counts, and a circle ends where it closes. A family that only prose names is an
 * ancestor of its own unless a named model already stands for it. Without `beside` the files are not known.
 */
export async function lineageOf(
  claims: readonly Claim[],
  upstreams: Upstreams,
  catalogue: Catalogue,
  self?: string,
  beside: Beside = { files: [], complete: false, name: self ?? '' },
): Promise<Lineage> {
  const starts = startsOf(claims, self, beside);
  const found = new Map<string, Ancestor>();
  const room = new Room();
  let wave = [
    ...room.of(
      starts
        .filter((start) => start.hub)
        .map((start): Visit => ({
          path: [{ to: start.model, ...start.told }],
          claims: start.claims,
          sure: strongest(start.claims.map((claim) => claim.confidence)),
        })),
    ),
  ];

  while (wave.length > 0) {
    const resolved = await Promise.all(
      wave.map(async (visit) => ({ visit, resolution: await upstreams.find(targetOf(visit)) })),
    );
    const next: Visit[] = [];
    for (const { visit, resolution } of resolved) {
      const model = targetOf(visit);
      const key = namedToday(model, resolution);
      const before = found.get(key);
      if (before && before.path.length === 1 && visit.path.length === 1 && before.model !== model)
        found.set(key, {
          ...before,
          claims: [...before.claims, ...visit.claims],
          confidence: strongest([before.confidence, visit.sure]),
        });
      if (before || isOwn(visit, resolution, self, beside)) continue;
      found.set(key, {
        model,
        hub: true,
        resolution,
        path: visit.path,
        claims: visit.claims,
        ...reachesOf(visit.path),
        confidence: visit.sure,
      });
      next.push(...room.of(above(visit, resolution)));
      if (resolution.is === 'found') room.pass(resolution.moreBases ?? 0, visit.claims);
    }
    wave = next;
  }

  const ancestors = [...found.values()];
  const guesses = [
    ...ancestors.flatMap((ancestor) => guessed(ancestor, catalogue)),
    ...starts
      .filter((start) => !start.hub)
      .slice(0, MOST_MODELS)
      .map((start) => named(start, catalogue)),
  ];
  const spoken = new Spoken(ancestors);
  for (const guess of guesses) {
    if (spoken.stands(guess.model)) continue;
    ancestors.push(guess);
    spoken.add(guess);
  }
  for (const { model, claims: by } of starts.filter((start) => !start.hub).slice(MOST_MODELS))
    room.leave(model, by);
  const all = isBeside(claims, self, beside) ? besideEach(ancestors) : ancestors;
  const { leftOut, count: leftOutCount, leftOutAt } = room;
  return { ancestors: all, leftOut, leftOutCount, leftOutAt };
}

/**
 * Whether this is no upstream, but the repository itself: by its id, or by a config's record of it. A model
 * that others know under the recorded id is copied here, but where nobody knows our own.
 */
function isOwn(
  { path, claims }: Visit,
  resolution: Resolution,
  self: string | undefined,
  beside: Beside,
): boolean {
  const model = path[path.length - 1]?.to ?? '';
  if (self !== undefined && sameModel(model, self)) return true;
  const isOpen = path.length === 1 && (resolution.is === 'failed' || self === undefined);
  return isOpen && isOwnRecord(claims, self, beside);
}

/** What the Hub calls by one name today is one model, whichever of its names was asked for. */
const namedToday = (model: string, resolution: Resolution) =>
  ((resolution.is === 'found' ? resolution.canonical : undefined) ?? model).toLowerCase();

/** The ways to the bases that a model's record names. */
function* above({ path, claims, sure }: Visit, resolution: Resolution): Generator<Visit> {
  const model = path[path.length - 1]?.to ?? '';
  for (const base of basesOf(model, resolution))
    yield {
      path: [...path, { to: canonicalId(base.model), relation: base.relation }],
      claims,
      sure: weakest(sure, base.confidence),
    };
}

function basesOf(
  model: string,
  resolution: Resolution,
): { model: string; relation: Relation | 'unsaid'; confidence: Confidence }[] {
  if (resolution.is === 'failed') return [];
  return resolution.bases
    .filter((base) => !sameModel(base.model, model))
    .map((base) => ({ ...base, confidence: resolution.confidence }));
}

/** A family that prose, or a Modelfile, names without an id. */
function named(start: Start, catalogue: Catalogue): Ancestor {
  const path: [Step] = [{ to: start.model, ...start.told }];
  const sure = weakest('likely', strongest(start.claims.map((claim) => claim.confidence)));
  const [{ via, raw }] = start.claims;
  const family = via === 'modelfile' ? familyOfOllama(raw) : familyNamed(start.model);
  return {
    model: start.model,
    hub: false,
    resolution: familyResolution(family, catalogue),
    path,
    claims: start.claims,
    ...reachesOf(path),
    confidence: sure,
  };
}

/**
 * An upstream of which nothing is known but the name: `acme/Llama-3.1-8B-chat` most likely comes from Llama
 * 3.1.
 */
function guessed(ancestor: Ancestor, catalogue: Catalogue): Ancestor[] {
  if (ancestor.resolution.is === 'found') return [];
  const family = familyOf(ancestor.model);
  if (!family?.license) return [];
  const path = [...ancestor.path, { to: family.name, relation: 'unsaid' }] as [Step, ...Step[]];
  return [
    {
      model: family.name,
      hub: false,
      resolution: familyResolution(family, catalogue),
      path,
      claims: ancestor.claims,
      ...reachesOf(path),
      confidence: 'possible',
    },
  ];
}

/**
 * Which families the models that are already there speak for. `Llama 3` in the prose of a fine-tune of Llama
 * 3.1 is the same upstream in fewer words: any named model of the same line does. A set, since a lineage may
 * have hundreds of models.
 */
class Spoken {
  readonly #names = new Set<string>();
  readonly #lines = new Set<string>();

  constructor(ancestors: readonly Ancestor[]) {
    for (const ancestor of ancestors) this.add(ancestor);
  }

  add({ hub, model, resolution }: Ancestor): void {
    if (!hub) this.#names.add(model);
    const mine = familyOf(model) ?? familyNamed(model);
    if (mine && resolution.is === 'found') this.#lines.add(familyLine(mine.name));
  }

  stands(family: string): boolean {
    return this.#names.has(family) || this.#lines.has(familyLine(family));
  }
}
