import type { Claim, ClaimOf } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import { familyOf, isSameFamily } from './code-families.ts';
import type { Context } from '../context.ts';
import { pythonText, type PythonText, type Remark } from './python-text.ts';

const via = 'remote-code';
const MAX_TAKEN = 40;
type Taken = ClaimOf<'code'>['takenFrom'][number];

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
  const takenFrom = distinct([...stated(file, python.remarks), ...carriedOver(file, python)]);
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

function holdersIn(file: string, remark: Remark): ClaimOf<'code'>['holders'] {
  const hit = /^\W{0,4}(?:SPDX-FileCopyrightText:|copyright\b|©|\(c\)\s)/i.exec(remark.text);
  if (hit === null) return [];
  const bare = remark.text
    .slice(hit[0].length)
    .replace(/all rights reserved.*$/i, '')
    .replace(/<[^<>\s]+@[^<>\s]+>/g, '')
    .replace(/^(?:\s|\(c\)|©|copyright|\d{4}(?:\s?[-–]\s?(?:\d{2,4}|present))?|,)+/i, '')
    .replace(/^\s*by\s+/i, '');
  // A sentence about copyright is no copyright line.
  if (bare.length > 120 || /^(?:holders?|notice|owners?|and license|law)\b/i.test(bare)) return [];
  return bare
    .replace(FOLLOWERS, '')
    .split(/\s+and\s+/)
    .map((name) =>
      name
        .replace(/^the\s+/i, '')
        .replace(/(?<!\b(?:Inc|Ltd|Co|Corp))\.[\s.,;]*$|[\s,;]+$/i, '')
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name) && !NOBODY.test(name))
    .map((name) => ({ name, line: remark.text, place: { file, start: remark.start, end: remark.end } }));
}

const WHOSE = 'all|any|its|their|other|respective|project';
const ALLIED =
  'affiliates?|affiliated companies|subsidiaries|contributors?|others|co-authors|partners|successors';
/** Whom a holder takes along without a name: affiliates, contributors, in each language of headers. */
const FOLLOWERS = new RegExp(
  `(?:${[
    String.raw`\s*,?\s*(?:(?:and|or|&|and\/or)\s+)(?:(?:${WHOSE}|the)\s+)*(?:${ALLIED})\b`,
    String.raw`\s*,?\s*et al\.?`,
    String.raw`\s*(?:及其|和|与|及)(?:所有|其他|其)?(?:关联公司|附属公司|关联方|子公司|贡献者)`,
    String.raw`\s*(?:및|와|과)\s*(?:그\s*)?(?:계열사|자회사|기여자)(?:들)?`,
    String.raw`\s*(?:および|及び|と)(?:その)?(?:関連会社|子会社|貢献者)`,
  ].join('|')})+`,
  'giu',
);
const NOBODY = new RegExp(
  String.raw`^(?:(?:${WHOSE})\s+)*(?:affiliates?|subsidiaries|contributors?|others)$`,
  'i',
);

const MODULE = /transformers[./]models[./](\w{1,60})/;
const ADDRESS = /(?:github\.com|huggingface\.co)\/([\w.-]{1,100}\/[\w.-]{1,100})/;
const CUE = new RegExp(
  String.raw`\b(copied|adapted|modified|borrowed|taken|derived|ported|inspired|based|generated)` +
    String.raw`(?: and (?:adapted|modified))?(?: heavily| largely| mostly)? (?:from|on|by)\b`,
  'i',
);

/**
 * "Copied from …", "adapted from …", "based on …", "generated from …": in any remark where a module or
 * address is named, in words only in the header.
 */
function stated(file: string, remarks: readonly Remark[]): Taken[] {
  return remarks.flatMap((remark, index): Taken[] => {
    const cue = CUE.exec(remark.text);
    const verb = cue?.[1]?.toLowerCase();
    if (cue === null || verb === undefined || verb === 'inspired') return [];
    const rest = remark.text.slice(cue.index + cue[0].length).trim();
    // Long addresses are put on the line after the cue.
    const target = rest === '' || rest === ':' ? (remarks[index + 1]?.text ?? '') : rest;
    const words = remark.header ? phrase(target) : undefined;
    const origin = MODULE.exec(target)?.[1] ?? repository(target) ?? words;
    if (origin === undefined) return [];
    return [{ origin, how: howOf(verb), place: { file, start: remark.start, end: remark.end } }];
  });
}

function howOf(verb: string): Taken['how'] {
  if (verb === 'generated') return 'generated';
  return verb === 'copied' || verb === 'taken' || verb === 'borrowed' ? 'copied' : 'adapted';
}

function repository(target: string): string | undefined {
  return ADDRESS.exec(target)?.[1]?.replace(/\.git$|[.]+$/, '');
}

/** A name in words: it begins with a capital and ends with its sentence. */
function phrase(target: string): string | undefined {
  const words = /^(?:the )?([A-Z][^.;:()[\]]{1,80})/
    .exec(target)?.[1]
    ?.replace(/\s+and the .*$/, '')
    .trim();
  return words === undefined || /^(?:This|These|That|It|You|An?)\b/.test(words) ? undefined : words;
}

/** A file of an implementation for transformers, with the family's name. */
const IMPLEMENTATION = new RegExp(
  `^(?:${[
    'modeling|modular|configuration|tokenization',
    'processing|image_processing|video_processing|feature_extraction',
  ].join('|')})${String.raw`_(?:flax_|tf_)?(\w+)\.py$`}`,
);

/** Classes and remarks that still bear another family's name. What is imported is used, not carried over. */
function carriedOver(file: string, { remarks, classes, imported }: PythonText): Taken[] {
  const own = IMPLEMENTATION.exec(file.split('/').at(-1) ?? '')?.[1];
  if (own === undefined) return [];
  const inRemarks = remarks.flatMap((remark) =>
    CUE.test(remark.text)
      ? []
      : [...remark.text.matchAll(/\b[A-Z]\w{2,60}/g)].map(([name]) => ({
          name,
          start: remark.start,
          end: remark.end,
        })),
  );
  return [...classes, ...inRemarks].flatMap(({ name, start, end }): Taken[] => {
    const family = imported.has(name) ? undefined : familyOf(name);
    return family === undefined || isSameFamily(family, own)
      ? []
      : [{ origin: family, how: 'named', place: { file, start, end } }];
  });
}

/** One of each origin and way, the first; a family that is stated outright needs no naming. */
function distinct(all: readonly Taken[]): Taken[] {
  const outright = new Set(all.filter(({ how }) => how !== 'named').map(({ origin }) => origin));
  const seen = new Set<string>();
  return all
    .filter(({ origin, how }) => {
      const key = `${how} ${origin}`;
      const known = seen.has(key) || (how === 'named' && outright.has(origin));
      seen.add(key);
      return !known;
    })
    .slice(0, MAX_TAKEN);
}
