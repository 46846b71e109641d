import spdxList from 'spdx-license-list/full.js';

/** A text of the SPDX list, from the development dependency. */
export function spdxText(id: string): string {
  const text = spdxList[id]?.licenseText;
  if (text === undefined) throw new Error(`no SPDX text ${id}`);
  return text;
}
