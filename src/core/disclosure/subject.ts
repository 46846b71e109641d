import type { Facts } from '../evaluate/facts/facts.ts';
import { LEGAL } from '../evaluate/facts/legal-files.ts';
import type { Material } from '../evaluate/facts/material.ts';
import { copyrightLines } from '../license/texts/copyright-lines.ts';
import { isRecord } from '../model/is-record.ts';
import type { Source } from '../model/source.ts';
import type { LicenseText, Subject, TeamAnswer, WeightFile } from './disclosure.ts';
import { licenseDeclared } from './license-fact.ts';
import type { Places } from './places.ts';

/** What the caller knows beyond what was read: the commit, hashes of weight files, what the team states. */
export interface Known {
  readonly revision?: string | undefined;
  readonly weights?: readonly WeightFile[];
  readonly answers?: readonly TeamAnswer[];
}

/** The repository itself. */
export function subjectOf(facts: Facts, material: Material, places: Places, known: Known): Subject {
  const { name, kind, owner, complete, license } = facts;
  const config = configIn(material.sources);
  return {
    kind,
    name: name.value,
    nameFrom: name.from,
    hub: name.from !== 'folder' && name.from !== 'card' && name.value.includes('/'),
    owner: owner === undefined ? null : name.value.slice(0, name.value.indexOf('/')),
    revision: known.revision ?? null,
    complete,
    license: licenseDeclared(license.declared),
    declaredAt: license.declared ? places.spot(license.declared.claim.place) : null,
    texts: textsIn(facts, places),
    unknownTexts: facts
      .claims('license-text')
      .filter(({ match, via }) => match.match === 'none' && via === 'license-file')
      .map(({ place }) => ({ ...places.spot(place), line: null })),
    copyright: ownCopyright(material.sources),
    architectures: words(config['architectures']),
    modelType: words(config['model_type'])[0] ?? null,
    task: valuesOf(facts, 'pipeline_tag')[0] ?? null,
    languages: valuesOf(facts, 'language'),
    weights: [...(known.weights ?? [])].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

function textsIn({ claims, license }: Facts, places: Places): LicenseText[] {
  return claims('license-text').flatMap(({ match, place }) => {
    const kind = match.match;
    if (kind === 'none') return [];
    return match.hits.map(({ id, score, lines: [from, to] }) => {
      const entry = license.byId(id);
      const spdx = entry?.spdx === 'NOASSERTION' ? undefined : entry?.spdx;
      return {
        ...places.spot(place),
        line: from,
        lastLine: to,
        match: kind,
        license: id,
        name: entry?.name ?? id,
        spdx: spdx ?? null,
        score: Math.round(score * 100) / 100,
      };
    });
  });
}

/** Lines of legal files at the top that are not those of an upstream under `LICENSES/`. */
function ownCopyright(sources: readonly Source[]): string[] {
  const lines = sources.flatMap((source) =>
    source.kind === 'text' && LEGAL.test(source.file) && !source.file.includes('/')
      ? copyrightLines(source.text)
      : [],
  );
  return [...new Set(lines)];
}

function configIn(sources: readonly Source[]): Readonly<Record<string, unknown>> {
  const source = sources.find(({ file }) => file === 'config.json');
  if (source?.kind !== 'text') return {};
  try {
    const value: unknown = JSON.parse(source.text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** What a key of the front matter holds; lists are joined with commas where they are read. */
function valuesOf({ claims }: Facts, key: string): string[] {
  const found = claims('key').find((claim) => claim.key === key)?.value ?? '';
  return found
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
