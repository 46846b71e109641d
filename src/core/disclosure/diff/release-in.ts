import { isRecord } from '../../model/is-record.ts';
import type { Disclosure } from '../disclosure.ts';
import { fromCycloneDx } from './documents/cyclonedx.ts';
import { fromSpdx, isSpdx3 } from './documents/spdx.ts';
import type { Fields } from './documents/told-work.ts';
import { releaseOf, type Release } from './release.ts';

/** A dossier as JSON, a CycloneDX or an SPDX 3 document; undefined for what is none of these. */
export function releaseIn(value: unknown): Release | undefined {
  if (!isRecord(value)) return undefined;
  if (value['bomFormat'] === 'CycloneDX') return fromCycloneDx(value);
  if (isSpdx3(value)) return fromSpdx(value);
  const disclosure = value['disclosure'];
  return isDisclosure(disclosure) ? releaseOf(disclosure) : undefined;
}

/** Whether a document has what is compared in the form that `licet dossier` writes. */
const isDisclosure = (value: unknown): value is Disclosure =>
  isRecord(value) &&
  value['form'] === 1 &&
  isRecord(value['subject']) &&
  isText(value['subject']['name']) &&
  isLicense(value['subject']['license']) &&
  isListOf(value['works'], isWorkFact) &&
  isListOf(value['duties'], ({ key, state }) => isText(key) && isText(state));

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNone = (value: unknown) => value === null || value === undefined || isText(value);
const isLicense = (value: unknown) =>
  isRecord(value) && ['state', 'label', 'name', 'reason'].every((key) => isTextOrNone(value[key]));
const isWorkFact = ({ key, name, relation, license }: Fields) =>
  isText(key) &&
  isText(name) &&
  isRecord(relation) &&
  isText(relation['is']) &&
  (relation['part'] === null || isText(relation['part'])) &&
  isLicense(license);
const isListOf = (value: unknown, has: (one: Fields) => boolean) =>
  Array.isArray(value) && value.every((one: unknown) => isRecord(one) && has(one));
