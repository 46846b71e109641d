import type { TeamAnswer } from '../disclosure.ts';

/** The file in which a team keeps its reviews, at the top of a repository. */
export const REVIEW_FILE = 'licet.review.yaml';

/** Who looks at a release: those who made it, engineers, lawyers, whoever lets it out. */
export const ROLES = ['prepared', 'engineering', 'legal', 'release'] as const;
export type Role = (typeof ROLES)[number];

/** `after-changes`: agreed once what the note asks is done, which a further review says. */
export const DECISIONS = ['agree', 'after-changes', 'no'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a team may state of itself, and how; `works` is that every work used is among the works. */
export const STATED: readonly TeamAnswer['says'][] = ['weights', 'works', 'logs', 'other'];
export const ANSWERS: readonly TeamAnswer['answer'][] = ['yes', 'no', 'in-part'];

/** A point that was open when somebody agreed, and the reason why it may stay open. */
export interface Accepted {
  readonly fingerprint: string;
  readonly rule: string;
  readonly message: string;
  readonly reason: string;
}

/** One decision about the facts of one day. */
export interface Review {
  readonly role: Role;
  readonly decision: Decision;
  /** A name, as it was given. */
  readonly by: string;
  /** ISO 8601. */
  readonly date: string;
  readonly note: string | null;
  /** SHA-256 of the rows: what makes a review stale when it differs. */
  readonly rows: string;
  /** SHA-256 of all facts, as it stands on the dossier and in the bills of materials that were signed. */
  readonly facts: string;
  readonly accepted: readonly Accepted[];
  /** Offset in the file at which it begins. */
  readonly start: number;
}

/** What a row said when it was reviewed: enough to tell whether, and in what, it has changed. */
export interface RowNote {
  /** In a few words. */
  readonly gist: string;
  /** The first 16 hex digits of the SHA-256 of the row's text. */
  readonly digest: string;
}

/** The rows of one state of the facts, by key. */
export type RowNotes = ReadonlyMap<string, RowNote>;

/** A file of reviews, read. */
export interface Reviews {
  /** In the order of the file: later ones count over earlier ones of the same role. */
  readonly reviews: readonly Review[];
  /** The roles that have to agree, as the config says; empty where any that spoke will do. */
  readonly roles: readonly string[];
  /** What the team states today: of each kind the last, and of the free ones all. */
  readonly answers: readonly TeamAnswer[];
  /** By the hash of the rows. */
  readonly states: ReadonlyMap<string, RowNotes>;
}

export const NO_REVIEWS: Reviews = { reviews: [], roles: [], answers: [], states: new Map() };
