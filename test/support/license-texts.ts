import { existsSync, readFileSync } from 'node:fs';
import spdxList from 'spdx-license-list/full.js';

/** A text of the SPDX list, from the development dependency. */
export function spdxText(id: string): string {
  const text = spdxList[id]?.licenseText;
  if (text === undefined) throw new Error(`no SPDX text ${id}`);
  return text;
}

const HELD = new URL('../../../shared/reference/license-texts/', import.meta.url);

/**
 * True where the folder of held texts stands beside the checkout; tests that need it skip themselves
 * elsewhere.
 */
export const holdsTexts = existsSync(HELD);

export function heldText(name: string): string {
  return readFileSync(new URL(`${name}.txt`, HELD), 'utf8');
}

/** The folder's path, for scripts that take one. */
export const heldFolder = HELD.pathname;
