import { section } from '../../../evaluate/facts/terms/term-labels.ts';
import type { ClauseFact, DutyFact, LimitFact } from '../../disclosure.ts';
import { DASH, joined, loud, plain, type Cell, type Part } from '../page.ts';
import { isRead } from './license.ts';
import { inEnglish, placed, type Writing } from './writing.ts';

/** Works that a clause is said to be owed to by name. */
const NAMED = 1;

/** 2: what upstream licenses ask, where it is done, and what binds whoever receives this. */
export function dutiesPart(writing: Writing): Part {
  const { words, dossier } = writing;
  const { duties, limits } = dossier.facts;
  const { duty, to, where, state } = words.duties;
  return {
    title: words.parts.duties,
    before: introduction(writing),
    table:
      duties.length === 0
        ? undefined
        : {
            columns: [
              { title: duty, share: 41 },
              { title: to, share: 22 },
              { title: where, share: 25 },
              { title: state, share: 12 },
            ],
            rows: duties.map((one) => [
              [...clauseCell(one, writing), ...circumstance(one, writing)],
              [plain(owedTo(one, writing))],
              whereCell(one, writing),
              one.state === 'done' ? [plain(words.state.done)] : [loud(words.state[one.state])],
            ]),
          },
    after: limits.length === 0 ? [] : [limitsLine(limits, writing)],
  };
}

/** What is not in the table: duties of whose terms nobody read a word are not none. */
function introduction({ words, dossier }: Writing): Cell[] {
  const { works, duties } = dossier.facts;
  const used = works.filter(({ guess }) => !guess);
  const unread = used.filter(({ license }) => !isRead(license));
  if (unread.length > 0) return [[loud(words.say.unread(unread.length, used.length))]];
  return duties.length === 0 ? [[plain(words.say.noDuties)]] : [];
}

const clauseCell = (clause: ClauseFact, { words }: Writing): Cell => [
  plain(`${words.term(clause)} (${clause.license} ${section(clause.section)})`),
];

function circumstance({ when }: ClauseFact, writing: Writing): Cell {
  if (when === null) return [];
  const [before = '', after = ''] = writing.words.say.onlyWhen('\u0000').split('\u0000');
  return [plain(`; ${before}`), inEnglish(writing, when), plain(after)];
}

function owedTo({ works }: ClauseFact, { nameOf }: Writing): string {
  const names = works.slice(0, NAMED).map(nameOf);
  return names.join(', ') + (works.length > NAMED ? ` +${works.length - NAMED}` : '');
}

function whereCell({ where, how }: DutyFact, writing: Writing): Cell {
  if (where === null && how === null) return DASH;
  return joined(
    [where === null ? [] : [placed(writing, where)], how === null ? [] : [plain(writing.words.how(how))]],
    ', ',
  );
}

/** All limits in one paragraph: each with its license, and whether the declared license passes it on. */
function limitsLine(limits: readonly LimitFact[], writing: Writing): Cell {
  const { words } = writing;
  const each = limits.map((one): Cell => {
    const carried = words.carried[one.carried ?? 'undeclared'];
    const open = one.open ? `, ${words.state.open}` : '';
    return [
      ...clauseCell(one, writing),
      plain(': '),
      one.carried === 'no' ? loud(carried + open) : plain(carried + open),
    ];
  });
  return [plain(`${words.say.limits} `), ...joined(each, '; ')];
}
