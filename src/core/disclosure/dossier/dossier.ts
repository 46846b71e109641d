import type { Disclosure } from '../disclosure.ts';
import { factsHash } from '../identity.ts';
import { NO_REVIEWS, type Review, type Reviews } from '../review/review.ts';
import { standingOf, type Standing } from '../review/standing.ts';

/** What a dossier is made with, beside the facts. */
export interface Making {
  /** licet's version. */
  readonly version: string;
  /** The date of the newest fact in its data, ISO 8601. */
  readonly data: string;
  /** When it is made, as `2026-11-30T00:00:00Z`; undefined where nobody asked for it. */
  readonly date?: string | undefined;
  /** The address under which the repository's files lie, for links; `links.ts` says what stands without. */
  readonly links?: string | undefined;
}

/** The facts of one repository with what people decided on them: what every form of the dossier shows. */
export interface Dossier {
  readonly facts: Disclosure;
  /** SHA-256 of the facts, the one in the bills of materials. */
  readonly hash: string;
  readonly making: Making;
  readonly standing: Standing;
}

export function dossierOf(facts: Disclosure, making: Making, reviews: Reviews = NO_REVIEWS): Dossier {
  return { facts, hash: factsHash(facts), making, standing: standingOf(reviews, facts) };
}

/** The dossier as data: `schema/dossier.schema.json`. */
export function dossierJson({ facts, hash, making, standing }: Dossier): object {
  return {
    form: 1,
    sha256: hash,
    signs: standing.signed.hash,
    licet: making.version,
    data: making.data,
    date: making.date ?? null,
    review: {
      is: standing.is,
      decisions: standing.held.map(({ review, isReplaced, isCurrent, changes }) => ({
        ...told(review),
        replaced: isReplaced,
        current: isCurrent,
        changes,
      })),
    },
    disclosure: facts,
  };
}

function told({ start: _, rows, facts, ...review }: Review): object {
  return { ...review, signs: rows, sha256: facts };
}
