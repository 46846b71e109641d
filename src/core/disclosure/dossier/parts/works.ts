import type { Work } from '../../disclosure.ts';
import { loud, NOTHING, plain, type Cell, type Part } from '../page.ts';
import { licenseCell } from './license.ts';
import { cut, inEnglish, placed, type Writing } from './writing.ts';

/** Models that lead to models are set in up to here. */
const DEEPEST = 4;

/** 1: every work with its license. What only a name points to is left out, and counted in part 4. */
export function worksPart(writing: Writing): Part {
  const { words, dossier } = writing;
  const works = underEach(dossier.facts.works).filter(({ guess }) => !guess);
  const { work, as, license, known, decision } = words.works;
  return {
    title: words.parts.works,
    before: works.length === 0 ? [[plain(words.say.nothingUsed)]] : [],
    table:
      works.length === 0
        ? undefined
        : {
            columns: [
              { title: work, share: 25 },
              { title: as, share: 14 },
              { title: license, share: 29 },
              { title: known, share: 21 },
              { title: decision, share: 11 },
            ],
            rows: works.map((one) => [
              nameCell(one, writing),
              relationCell(one, writing),
              licenseCell(writing, one.license),
              evidenceCell(one, writing),
              NOTHING,
            ]),
          },
    after: [],
  };
}

/** Works in the order of the lineage: each behind the one that leads to it. */
function underEach(works: readonly Work[]): readonly Work[] {
  const byParent = new Map<string | null, Work[]>();
  for (const one of works) byParent.set(one.under, [...(byParent.get(one.under) ?? []), one]);
  const below = (key: string | null): Work[] =>
    (byParent.get(key) ?? []).flatMap((one) => [one, ...below(one.key)]);
  return below(null);
}

/** A copyright line is shown up to here, in UTF-16 code units. */
const LONGEST_LINE = 80;

function nameCell(work: Work, writing: Writing): Cell {
  const { name, canonical, under, path, license, kind } = work;
  const { words } = writing;
  const depth = under === null ? 0 : Math.min(path.length - 1, DEEPEST);
  const indent = depth === 0 ? '' : `${'\u2003'.repeat(depth - 1)}└ `;
  const whose = kind === 'provider' && license.licensor !== null ? ` (${license.licensor})` : '';
  const today = canonical === null ? '' : ` ${words.say.from(`→ ${canonical}`)}`;
  return [plain(`${indent}${name}${whose}${today}`), ...holderPieces(work, writing)];
}

/** Whose copyright lines a code file bears. */
function holderPieces({ kind, holders }: Work, writing: Writing): Cell {
  if (kind !== 'code') return [];
  const [first, ...rest] = holders;
  if (first === undefined) return [plain(`: ${writing.words.say.noHolder}`)];
  const more = rest.length > 0 ? ` ${writing.words.say.more(rest.length)}` : '';
  return [plain(': '), inEnglish(writing, cut(first, LONGEST_LINE)), plain(more)];
}

function relationCell({ relation, takenFrom }: Work, { words }: Writing): Cell {
  const { is, part, possible } = relation;
  const classes = possible.map((one) => words.reach[one]).join(', ');
  const origin = takenFrom[0]?.origin;
  const more =
    part !== null
      ? `: ${part}`
      : classes !== ''
        ? ` ${words.say.possibly(classes)}`
        : origin !== undefined
          ? `: ${origin}`
          : '';
  return is === 'unsaid' ? [loud(words.relation[is]), plain(more)] : [plain(words.relation[is] + more)];
}

function evidenceCell({ evidence, confidence, shared }: Work, writing: Writing): Cell {
  const { words } = writing;
  const [first, ...rest] = evidence;
  const more = new Set(rest.map(({ file, line }) => `${file}:${line ?? ''}`)).size;
  const seen: Cell = [
    ...(first ? [placed(writing, first), plain(` ${words.via[first.via]}`)] : []),
    ...(more > 0 ? [plain(` ${words.say.more(more)}`)] : []),
  ];
  const alike = shared.flatMap((one, nth): Cell => {
    const project = one.family === null ? one.project : `${one.project} (${one.family})`;
    const before = seen.length + nth > 0 ? '; ' : '';
    return [
      plain(`${before}${words.say.alike(one.shared, one.fingerprints, project)} `),
      placed(writing, one),
      plain(`, ${words.confidence.possible}`),
    ];
  });
  return [
    ...seen,
    ...(seen.length > 0 || alike.length === 0 ? [plain(`; ${words.confidence[confidence]}`)] : []),
    ...alike,
  ];
}
