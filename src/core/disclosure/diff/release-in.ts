import { isRecord } from '../../model/is-record.ts';
import type { Disclosure } from '../disclosure.ts';
import { fromCycloneDx } from './documents/cyclonedx.ts';
import { fromSpdx, isSpdx3 } from './documents/spdx.ts';
import { listOf } from './documents/told-work.ts';
import { releaseOf, type Release } from './release.ts';

/** A dossier as JSON, a CycloneDX or an SPDX 3 document; undefined for what is none of these. */
export function releaseIn(value: unknown): Release | undefined {
  if (!isRecord(value)) return undefined;
  if (value['bomFormat'] === 'CycloneDX') return fromCycloneDx(value);
  if (isSpdx3(value)) return fromSpdx(value);
  const disclosure = value['disclosure'];
  return isDisclosure(disclosure) ? releaseOf(disclosure) : undefined;
}

const isDisclosure = (value: unknown): value is Disclosure =>
  isRecord(value) &&
  value['form'] === 1 &&
  isRecord(value['subject']) &&
  isRecord(value['subject']['license']) &&
  listOf(value['works']).every((one) => isRecord(one['relation']) && isRecord(one['license'])) &&
  Array.isArray(value['works']) &&
  Array.isArray(value['duties']) &&
  listOf(value['duties']).length === value['duties'].length;
