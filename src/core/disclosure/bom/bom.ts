import { isRepoId } from '../../model/hub-address.ts';
import type { Confidence } from '../../model/confidence.ts';
import { isSpdx, spdxId } from '../../license/names/spdx.ts';
import { sha256Hex } from '../../text/sha256.ts';
import type { Disclosure, LicenseText, Spot, Subject, Work, WorkLicense } from '../disclosure.ts';
import { canonicalJson, factsHash } from '../identity.ts';
import type { Review } from '../review/review.ts';

/** What a bill of materials is made with, beside the facts. */
export interface Making {
  /** licet's version. */
  readonly version: string;
  /** The date of the newest fact in its data, ISO 8601. */
  readonly data: string;
  /** When it is made, as `2026-11-30T00:00:00Z`; undefined where nobody asked for it. */
  readonly date?: string | undefined;
  /** Reviews of these very facts. */
  readonly reviews?: readonly Review[];
}

/** The facts of one bill of materials with what every writer needs of them. */
export interface Bill {
  readonly facts: Disclosure;
  readonly making: Making;
  /** SHA-256 of the facts. */
  readonly hash: string;
  /** The same for the same facts and the same licet. */
  readonly uuid: string;
  /** The reference of the repository itself. */
  readonly self: string;
  /** References of works by their keys: unique, and telling. */
  readonly refs: ReadonlyMap<string, string>;
}

export function billOf(facts: Disclosure, making: Making): Bill {
  const hash = factsHash(facts);
  const self = selfRef(facts.subject);
  const taken = new Set([self]);
  const refs = new Map<string, string>();
  for (const work of facts.works) {
    const purl = purlOf(work);
    const ref = purl !== undefined && !taken.has(purl) ? purl : work.key;
    taken.add(ref);
    refs.set(work.key, ref);
  }
  const { version, data, reviews = [] } = making;
  const signed = reviews.map(({ start: _, ...review }) => canonicalJson(review));
  const uuid = uuidFrom(sha256Hex([hash, version, data, ...signed].join('\n')));
  return { facts, making, hash, uuid, self, refs };
}

/** A UUID of version 8 (RFC 9562) from a hash. */
function uuidFrom(hex: string): string {
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function selfRef(subject: Subject): string {
  const purl = subjectPurl(subject, 7);
  return purl ?? `${subject.kind}:${subject.name}`;
}

/** `pkg:huggingface/owner/name@commit`; undefined where no id of the Hub is known, or it is no model. */
export function subjectPurl({ kind, hub, name, revision }: Subject, digits = 40): string | undefined {
  if (kind !== 'model' || !hub || !isRepoId(name)) return undefined;
  return `pkg:huggingface/${name}${revision === null ? '' : `@${revision.slice(0, digits)}`}`;
}

/**
 * The package URL of a model on the Hub. It names no commit: which one was used is not told, and the one
 * whose license was read stands beside the license.
 */
export function purlOf({ kind, hub, name }: Work): string | undefined {
  const isModel = kind === 'model' || kind === 'component';
  return isModel && hub && isRepoId(name) ? `pkg:huggingface/${name}` : undefined;
}

/** The page of a work on the Hub. */
export function pageOf({
  kind,
  hub,
  name,
}: Pick<Work, 'hub' | 'name'> & { kind: string }): string | undefined {
  if (!hub || !isRepoId(name)) return undefined;
  const folder = kind === 'dataset' ? 'datasets/' : kind === 'space' ? 'spaces/' : '';
  return `https://huggingface.co/${folder}${name}`;
}

/** Owner and bare name of an id. */
export function partsOf(name: string, hub: boolean): { readonly group?: string; readonly name: string } {
  const at = hub ? name.indexOf('/') : -1;
  return at < 0 ? { name } : { group: name.slice(0, at), name: name.slice(at + 1) };
}

/** An order, not a probability: the word stands beside it everywhere. The ranks of SARIF. */
export const SHARE: Readonly<Record<Confidence, number>> = { certain: 1, likely: 0.6, possible: 0.3 };

/** `README.md:5`, or `model.gguf general.license`. */
export function spotText({ file, line, key }: Spot): string {
  return line === null ? [file, ...(key === null ? [] : [key])].join(' ') : `${file}:${line}`;
}

/** Whether a file holds the text of one license, and not a changed one or several. */
export const isWhole = ({ match }: LicenseText): boolean => match === 'exact' || match === 'near';

/** Words that stand for no license: written as a name they would pass for one. */
const NO_NAME = /^(?:noassertion|none|unknown|other|null|n\/a|-)?$/i;

/** What may be written of a license, in either form. */
export type Written =
  | { readonly as: 'id'; readonly id: string }
  | { readonly as: 'expression'; readonly expression: string }
  /** A license outside the SPDX list; `ref` is its `LicenseRef-…` where it has one. */
  | { readonly as: 'name'; readonly name: string; readonly ref: string | undefined }
  | { readonly as: 'nothing' };

/** A license id is told of a known license alone; a name only as it is declared. */
export function written({ state, spdx, name, raw }: WorkLicense): Written {
  if (state === 'unknown-name' && raw !== null && !NO_NAME.test(raw.trim()))
    return { as: 'name', name: raw, ref: undefined };
  if (state !== 'known' || spdx === null || !isSpdx(spdx)) return { as: 'nothing' };
  const id = spdxId(spdx);
  if (id !== undefined) return { as: 'id', id };
  if (/^LicenseRef-[\w.-]+$/.test(spdx)) return { as: 'name', name: name ?? spdx, ref: spdx };
  return { as: 'expression', expression: spdx };
}

/**
 * Whose word a license is. `declared`: of the authors. `concluded`: of a reviewer, recorded with reason and
 * day. `recorded`: of the team, reviewed by nobody.
 */
export type Word = 'declared' | 'concluded' | 'recorded';

export function wordOf({ recorded, asOf }: WorkLicense): Word {
  if (recorded === null) return 'declared';
  return recorded.reviewer !== null && asOf !== null ? 'concluded' : 'recorded';
}
