import type { Claim } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { isLocal, originClaims } from './recorded-origin.ts';

const via = 'modelfile';
/** One-line LICENSE values up to this many characters are names; longer ones are texts. */
const MAX_NAME = 120;

interface Instruction {
  readonly keyword: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Ollama's Modelfile (docs/evidence.md, configs and recipes): FROM, ADAPTER and LICENSE. A local FROM is the
 * repository's own weight file.
 */
export function modelfileClaims(source: TextSource, context: Context): Claim[] {
  return instructions(source.text).flatMap((one): Claim[] => {
    const place = { file: source.file, start: one.start, end: one.end };
    if (one.keyword === 'from') return fromClaims(one.value, place, context);
    if (one.keyword === 'adapter')
      return [{ kind: 'form', relation: 'adapter', tool: 'Ollama', place, via, confidence: 'certain' }];
    return licenseClaims(source.file, one.value, place, context);
  });
}

function fromClaims(value: string, place: Place, context: Context): Claim[] {
  const onHub = /^(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\/([\w.-]+\/[\w.-]+)(?::\S+)?$/i.exec(value)?.[1];
  if (onHub !== undefined)
    return originClaims({ raw: onHub, place, via, confidence: 'certain', relation: 'unsaid' }, context);
  // Ollama's library has names of its own (`llama3.2:3b`), its users' models an owner before them: neither is
  // a Hub id.
  if (
    isLocal(value) ||
    !/^[\w.-]+(?:\/[\w.-]+)?(?::[\w.-]+)?$/.test(value) ||
    /^(?:scratch|\$.*)$/i.test(value)
  )
    return [];
  return [
    {
      kind: 'upstream',
      model: value.split(':', 1)[0] ?? value,
      raw: value,
      hub: false,
      relation: 'unsaid',
      place,
      via,
      confidence: 'likely',
    },
  ];
}

function licenseClaims(file: string, value: string, place: Place, context: Context): Claim[] {
  if (value === '') return [];
  if (!value.includes('\n') && value.length <= MAX_NAME)
    return [
      {
        kind: 'license',
        identity: context.identify(value),
        raw: value,
        about: 'weights',
        form: 'single',
        whose: 'own',
        place,
        via,
        confidence: 'likely',
      },
    ];
  return [
    {
      kind: 'license-text',
      match: context.matchText(file, value),
      about: 'weights',
      place,
      via,
      confidence: 'likely',
    },
  ];
}

/**
 * Keywords in any case, at the start of a line; a value in three quotes may run over lines, with keywords of
 * its own in it.
 */
function instructions(text: string): Instruction[] {
  const found: Instruction[] = [];
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const head = /^[ \t]*([a-z]+)[ \t]+(?=\S)/i.exec(text.slice(at, lineEnd));
    if (head === null) {
      at = lineEnd + 1;
      continue;
    }
    const keyword = (head[1] ?? '').toLowerCase();
    const value = valueAt(text, at + head[0].length, lineEnd);
    if (keyword === 'from' || keyword === 'adapter' || keyword === 'license')
      found.push({ keyword, ...value.inner });
    at = value.next;
  }
  return found;
}

function valueAt(
  text: string,
  from: number,
  lineEnd: number,
): {
  readonly inner: { readonly value: string; readonly start: number; readonly end: number };
  readonly next: number;
} {
  if (text.startsWith('"""', from)) {
    const close = text.indexOf('"""', from + 3);
    const end = close < 0 ? text.length : close;
    return {
      inner: { value: text.slice(from + 3, end).trim(), start: from + 3, end },
      next: endOfLine(text, end) + 1,
    };
  }
  const raw = text.slice(from, lineEnd).trimEnd();
  const bare = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw;
  const start = from + (bare === raw ? 0 : 1);
  return { inner: { value: bare, start, end: start + bare.length }, next: lineEnd + 1 };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
