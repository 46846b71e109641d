import type { Identity, License } from '../../model/license.ts';
import type { Catalogue, Entry } from '../../data/catalogue.ts';
import { looksLikeUrl, nameInUrl } from '../../text/license-url.ts';
import { entriesAt, entriesNamed } from './entries-named.ts';
import { isOperative } from '../texts/binding-language.ts';
import { parseExpression, type Expression } from './spdx.ts';

/** Values that name no license. `none` under SPDX means "no license", on cards it means that nobody said. */
const NOTHING = new Set([
  '',
  'unknown',
  'none',
  'null',
  'n/a',
  'na',
  'nil',
  'tbd',
  'undefined',
  'noassertion',
  'other',
  'custom',
  'license',
  'licence',
  'proprietary',
]);

/** True for words that stand where a license should and name none. */
export function namesNothing(value: string): boolean {
  return NOTHING.has(value.toLowerCase());
}

/** What an address means: by the addresses that entries list, else by the rules of the stewards' sites. */
export function identifyUrl(url: string, catalogue: Catalogue): Identity {
  const listed = entriesAt(url, catalogue);
  if (listed.length > 0) return identityOf(url, listed, true, catalogue);
  const name = nameInUrl(url);
  if (name === undefined) return { is: 'unknown', raw: url };
  const { entries, sure } = entriesNamed(name, catalogue);
  return identityOf(url, entries, sure, catalogue);
}

const MARKDOWN_LINK = /^\[([^\][]{1,200})\]\((\S{1,1000}?)\)$/;

/** What a name, id, expression, address or Markdown link means, with nothing beside it. */
export function identifyName(value: string, catalogue: Catalogue): Identity {
  const direct = catalogue.byHub(value);
  if (direct) return identityOf(value, [direct], true, catalogue);
  if (namesNothing(value)) return { is: 'unknown', raw: value };
  const linked = MARKDOWN_LINK.exec(value);
  if (linked) return identifyLink(value, linked[1]?.trim() ?? '', linked[2] ?? '', catalogue);
  if (looksLikeUrl(value)) {
    const byUrl = identifyUrl(value, catalogue);
    if (byUrl.is !== 'unknown') return byUrl;
  }
  const whole = entriesNamed(value, catalogue);
  // "Apache-2.0+": whoever may choose a later version may choose this one.
  const byName = whole.sure || !/[^+]\+$/.test(value) ? whole : entriesNamed(value.slice(0, -1), catalogue);
  if (byName.sure) return identityOf(value, byName.entries, true, catalogue);
  const expression = identifyExpression(value, catalogue);
  if (expression) return expression;
  if (byName.entries.length > 0) return identityOf(value, byName.entries, false, catalogue);
  return inBrackets(value, catalogue) ?? alternatives(value, catalogue) ?? { is: 'unknown', raw: value };
}

/** What a Markdown link means: its words, and its address where these leave it open. */
function identifyLink(value: string, label: string, url: string, catalogue: Catalogue): Identity {
  const words = identifyName(label, catalogue);
  if (words.is === 'known' || words.is === 'expression') return words;
  const target = identifyUrl(url, catalogue);
  const settles =
    words.is === 'unknown' ||
    (words.is === 'unclear' && target.is === 'known' && words.oneOf.includes(target.license));
  return settles ? withRaw(target, value) : words;
}

/** "Terms and conditions" is no expression: words count as operators only where something is known. */
function identifyExpression(value: string, catalogue: Catalogue): Identity | undefined {
  const expression = parseExpression(value);
  if (!expression) return undefined;
  const whole = fromExpression(expression, catalogue);
  const parts = whole.is === 'expression' ? whole.of : [whole];
  return parts.some((part) => part.is !== 'unknown') ? whole : undefined;
}

/**
 * "Apache License 2.0 (Apache-2.0)": the name around and the name inside, where they agree or only one is
 * known. Words that grant, forbid or bind ("(non-commercial)") make of the name a text that may be another.
 */
function inBrackets(value: string, catalogue: Catalogue): Identity | undefined {
  const open = value.indexOf('(');
  const close = value.indexOf(')', open);
  if (open < 1 || close < 0) return undefined;
  const around = entriesNamed(`${value.slice(0, open)} ${value.slice(close + 1)}`, catalogue);
  const inside = entriesNamed(value.slice(open + 1, close), catalogue);
  if (!around.sure) return undefined;
  if (inside.entries.length > 0 && !inside.entries.some((one) => around.entries.includes(one)))
    return undefined;
  const sure =
    inside.entries.length > 0 || !isOperative(beyond(value.slice(open + 1, close), around.entries));
  return identityOf(value, around.entries, sure, catalogue);
}

/** What stands in brackets without the limit that the license has itself: "CC BY-NC 4.0 (non-commercial)". */
function beyond(words: string, entries: readonly Entry[]): string {
  const has = entries.every(({ limits }) => limits.some(({ kind }) => kind === 'non-commercial'));
  return has ? words.replace(/\bnon-? ?commercial(?: use)?(?: only)?\b/gi, '') : words;
}

/**
 * "MIT/Apache-2.0", "MIT, BSD-3-Clause", "MIT & Apache-2.0": several licenses without a word on how they
 * stand together.
 */
function alternatives(value: string, catalogue: Catalogue): Identity | undefined {
  const parts = value.split(/\s*[/,;|&]\s*/);
  if (parts.length < 2 || parts.length > 8) return undefined;
  const found = parts.map((part) => entriesNamed(part, catalogue));
  if (!found.every(({ sure }) => sure)) return undefined;
  return identityOf(value, [...new Set(found.flatMap(({ entries }) => entries))], true, catalogue);
}

function fromExpression(expression: Expression, catalogue: Catalogue): Identity {
  if (expression.op !== 'leaf')
    return {
      is: 'expression',
      op: expression.op,
      of: expression.of.map((part) => fromExpression(part, catalogue)),
    };
  const { word, plus, exception } = expression;
  const base = identifyLeaf(plus ? `${word}+` : word, word, catalogue);
  if (exception === undefined || base.is !== 'known')
    return exception === undefined ? base : { is: 'unknown', raw: `${word} WITH ${exception}` };
  return { is: 'known', license: loosened(base.license, exception) };
}

function identifyLeaf(value: string, bare: string, catalogue: Catalogue): Identity {
  const whole = entriesNamed(value, catalogue);
  const { entries, sure } = whole.sure ? whole : entriesNamed(bare, catalogue);
  return identityOf(value, entries, sure, catalogue);
}

/**
 * An exception gives rights beyond the text, and we have not read it: nothing that rests on the text is
 * certain.
 */
function loosened(license: License, exception: string): License {
  return {
    ...license,
    name: `${license.name} with ${exception}`,
    spdx: license.spdx
      .split(' OR ')
      .map((one) => `${one} WITH ${exception}`)
      .join(' OR '),
    verified: false,
    notes: [...license.notes, `the exception ${exception} gives rights beyond this license`],
  };
}

function identityOf(raw: string, entries: readonly Entry[], sure: boolean, catalogue: Catalogue): Identity {
  const members = [...new Set(entries.flatMap((entry) => membersOf(entry, catalogue, 0)))];
  const [only] = members;
  if (only === undefined) return { is: 'unknown', raw };
  const family = entries.some(({ oneOf }) => oneOf !== undefined);
  return members.length === 1 && sure && !family
    ? { is: 'known', license: only }
    : { is: 'unclear', raw, oneOf: members };
}

function membersOf(entry: Entry, catalogue: Catalogue, depth: number): readonly Entry[] {
  if (!entry.oneOf || depth > 4) return [entry];
  return entry.oneOf.flatMap((id) => {
    const member = catalogue.byId(id);
    return member ? membersOf(member, catalogue, depth + 1) : [];
  });
}

function withRaw(identity: Identity, raw: string): Identity {
  return identity.is === 'unknown' || identity.is === 'unclear' ? { ...identity, raw } : identity;
}
