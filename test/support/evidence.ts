import type { Context } from '../../src/core/extract/context.ts';
import { catalogueOf, type Entry } from '../../src/core/data/catalogue.ts';
import type { HeaderSource, HeaderValue, TextSource } from '../../src/core/model/source.ts';
import type { TextMatch } from '../../src/core/model/text-match.ts';

/** A license with one duty: all that the extractors ask of the catalogue. */
export const MIT: Entry = {
  id: 'mit',
  name: 'MIT License',
  spdx: 'MIT',
  matter: 'software',
  hub: ['mit'],
  owners: [],
  checked: '2026-11-24',
  source: 'test',
  verified: true,
  duties: [
    { kind: 'keep-copyright', section: '1', summary: 'Keep the notice', appliesTo: ['copy'], mayApplyTo: [] },
  ],
  limits: [],
  relicensing: [],
  notes: [],
  names: [],
  titles: [],
  urls: [],
};

/** What is known besides the file: our own id, and which text a license file turned out to be. */
export function knowing({
  self,
  match,
}: { readonly self?: string; readonly match?: Omit<TextMatch, 'file'> } = {}): Context {
  const catalogue = catalogueOf([MIT]);
  return {
    catalogue,
    self,
    identify: (raw) => (raw.toLowerCase() === 'mit' ? { is: 'known', license: MIT } : { is: 'unknown', raw }),
    matchText: (file) => ({ file, ...(match ?? { match: 'none', hits: [] }) }),
  };
}

export function text(file: string, content: string | object): TextSource {
  return {
    kind: 'text',
    file,
    bom: false,
    text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  };
}

export function header(
  format: 'gguf' | 'safetensors',
  entries: Readonly<Record<string, HeaderValue>>,
): HeaderSource {
  return { kind: 'header', file: `model.${format}`, format, entries: new Map(Object.entries(entries)) };
}
