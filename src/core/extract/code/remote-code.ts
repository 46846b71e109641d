import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import { partClaims } from './code-parts.ts';
import { familyOf, isSameFamily } from './code-families.ts';
import type { Context } from '../context.ts';
import { holdersIn } from './copyright-holders.ts';
import { pythonText, type PythonText, type Remark } from './python-text.ts';
import { statedOrigins, type Taken } from './stated-origins.ts';

const via = 'remote-code';
const MAX_TAKEN = 40;

/**
 * Python files: whose copyright their header names, under which license, and what they say they were taken
 * from (docs/evidence.md, remote code). All of it is about the code; none of it is evidence of where weights
 * come from.
 */
export function remoteCodeClaims(source: TextSource, context: Context): Claim[] {
  const { file } = source;
  const python = pythonText(source.text);
  const header = python.remarks.filter((remark) => remark.header);
  const spdx = header.flatMap((remark) =>
    named(/SPDX-License-Identifier:\s*([\w.+() -]{1,120})/i, remark),
  )[0];
  const holders = header.flatMap((remark) => holdersIn(file, remark));
  const takenFrom = distinct([
    ...statedOrigins(file, python, holders.length > 0),
    ...carriedOver(file, python),
  ]);
  const first = header[0];
  const place = { file, start: first?.start ?? 0, end: header.at(-1)?.end ?? 0 };
  const code: Claim = {
    kind: 'code',
    holders,
    spdx: spdx?.text,
    takenFrom,
    place,
    via,
    confidence: 'certain',
  };
  return [
    ...(holders.length + takenFrom.length > 0 || spdx !== undefined ? [code] : []),
    ...licenseClaims(file, header, spdx, context),
    ...partClaims(source, python, context),
  ];
}

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function named(pattern: RegExp, remark: Remark): Found[] {
  const hit = pattern.exec(remark.text);
  return hit?.[1] === undefined ? [] : [{ text: hit[1].trim(), start: remark.start, end: remark.end }];
}

/** "Licensed under …", "used and distributed according to the terms of …", "subject to the terms of …". */
const LICENSED = new RegExp(
  String.raw`\b(?:(?:licensed|released|distributed|(?:made )?available|provided) (?:only )?` +
    String.raw`(?:under|according to|in accordance with|pursuant to)|(?:subject|according) to|governed by|` +
    String.raw`in accordance with) (?:the )?` +
    String.raw`((?:terms (?:and conditions )?of (?:the )?)?[A-Z][\w.,+ -]{1,80}?licen[cs]e(?: agreement)?` +
    String.raw`(?:,? (?:version|v) ?[\d.]+\d)?)`,
  'i',
);

/** The license that a header's sentence names; a sentence may go over into the next line. */
function licensedIn(header: readonly Remark[]): Found | undefined {
  const lines = header.map((remark, nth): Remark => {
    const next = header[nth + 1];
    return next === undefined ? remark : { ...remark, text: `${remark.text} ${next.text}`, end: next.end };
  });
  const hits = [...header, ...lines].flatMap((remark) => named(LICENSED, remark));
  return hits[0];
}

function licenseClaims(
  file: string,
  header: readonly Remark[],
  spdx: Found | undefined,
  context: Context,
): Claim[] {
  const found = spdx ?? licensedIn(header);
  if (found === undefined) return [];
  const raw = found.text.replace(/^terms (?:and conditions )?of (?:the )?/i, '');
  // "Under the license found in the LICENSE file": a way to a license, and no name of one.
  if (/^(?:the |this |its )?licen[cs]es?\b/i.test(raw)) return [];
  const place = { file, start: found.start, end: found.end };
  return [
    {
      kind: 'license',
      identity: context.identify(raw),
      raw,
      about: 'code',
      form: 'single',
      whose: 'own',
      place,
      via,
      confidence: spdx === undefined ? 'likely' : 'certain',
    },
  ];
}

/** A file of an implementation for transformers, with the family's name. */
const IMPLEMENTATION = new RegExp(
  `^(?:${[
    'modeling|modular|configuration|tokenization',
    'processing|image_processing|video_processing|feature_extraction',
  ].join('|')})${String.raw`_(?:flax_|tf_)?(\w+)\.py$`}`,
);

/**
 * Classes that still bear another family's name. What is imported is used, not carried over; and a name in a
 * sentence ("is equivalent to T5LayerNorm", "forwards to LlamaTokenizerFast") is no class.
 */
function carriedOver(file: string, { classes, imported }: PythonText): Taken[] {
  const own = IMPLEMENTATION.exec(file.split('/').at(-1) ?? '')?.[1];
  if (own === undefined) return [];
  return classes.flatMap(({ name, start, end }): Taken[] => {
    const family = imported.has(name) ? undefined : familyOf(name);
    return family === undefined || isSameFamily(family, own)
      ? []
      : [{ origin: family, how: 'named', place: { file, start, end } }];
  });
}

/** What is shown and not said. */
const SHOWN: ReadonlySet<string> = new Set(['named', 'cited']);

/** One of each origin and way, the first; an origin that is stated outright needs no naming. */
function distinct(all: readonly Taken[]): Taken[] {
  const outright = new Set(all.filter(({ how }) => !SHOWN.has(how)).map(({ origin }) => origin));
  const seen = new Set<string>();
  return all
    .filter(({ origin, how }) => {
      const key = `${how} ${origin}`;
      const known = seen.has(key) || (SHOWN.has(how) && outright.has(origin));
      seen.add(key);
      return !known;
    })
    .slice(0, MAX_TAKEN);
}
