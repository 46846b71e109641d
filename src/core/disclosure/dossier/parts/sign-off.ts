import type { TeamAnswer } from '../../disclosure.ts';
import { DECISIONS, ROLES, type Review } from '../../review/review.ts';
import type { Held } from '../../review/standing.ts';
import { loud, NOTHING, plain, type Cell, type Part } from '../page.ts';
import { cut, placed, type Writing } from './writing.ts';

/** Of a sentence of the card. */
const MOST = 160;

/** 4: what is not said here, with counts. */
export function silencesPart({ words, dossier }: Writing): Part {
  const said = dossier.facts.silences.map(({ about, count, of }) => words.silence[about](count, of));
  return { title: words.parts.silences, before: [[plain(said.join(' '))]], after: [] };
}

/** 5: what only the team can say, and where the evidence is; above it what the card says of it. */
export function statementsPart(writing: Writing): Part {
  const { words, dossier } = writing;
  const { statement, answer, evidence, said } = words.statements;
  const { all, yesNo, yesNoWhich } = words.say;
  return {
    title: words.parts.statements,
    before: dossier.facts.statements.map((one) => [
      plain(`${said} ${words.statement[one.kind]}: “${cut(one.text, MOST)}” (`),
      placed(writing, one.at),
      plain(`; ${words.confidence[one.confidence]})`),
    ]),
    table: {
      columns: [
        { title: statement, share: 40 },
        { title: answer, share: 25 },
        { title: evidence, share: 35 },
      ],
      rows: [
        ...ASKED.map((one) => {
          const told = dossier.facts.answers.find(({ says }) => says === one);
          const open = one === 'weights' ? yesNoWhich : yesNo;
          return told ? answerRow(all[one], told, words) : [[plain(all[one])], [plain(open)], NOTHING];
        }),
        ...dossier.facts.answers
          .filter(({ says }) => says === 'other')
          .map((told) => answerRow(cut(told.text ?? '', 2 * MOST), told, words)),
      ],
    },
    after: [],
  };
}

const ASKED = ['weights', 'works', 'logs'] as const;

/** A statement that is on record: what, who said so and when, where the evidence is. */
function answerRow(statement: string, told: TeamAnswer, words: Writing['words']): readonly Cell[] {
  const { says, answer, text, evidence, by, date } = told;
  const note = says === 'other' || text === null ? '' : `: ${cut(text, MOST)}`;
  const said = says === 'other' ? '' : `${words.statements.answers[answer]}${note} `;
  return [
    [plain(statement)],
    [plain(`${said}(${cut(by, 60)}, ${date})`)],
    evidence === null ? NOTHING : [plain(cut(evidence, MOST))],
  ];
}

/** 6: who looked at this and what they decided; empty lines for those who have not. */
export function reviewPart({ words, dossier }: Writing): Part {
  const counting = dossier.standing.held.filter(({ isReplaced }) => !isReplaced);
  const { role, name, decision, signature, outdated } = words.review;
  return {
    title: words.parts.review,
    before: [],
    table: {
      isForm: true,
      columns: [
        { title: role, share: 20 },
        { title: name, share: 22 },
        { title: decision, share: 30 },
        { title: signature, share: 28 },
      ],
      rows: ROLES.map((one) => {
        const held = counting.find(({ review }) => review.role === one);
        return [
          [plain(words.role[one])],
          held ? [plain(held.review.by)] : NOTHING,
          [plain(DECISIONS.map((each) => box(each, held, words)).join('  '))],
          held ? dayCell(held, outdated) : NOTHING,
        ];
      }),
    },
    after: counting.flatMap(({ review }) => (review.note === null ? [] : [noteLine(review, words)])),
  };
}

const box = (one: Review['decision'], held: Held | undefined, { decision }: Writing['words']) =>
  `${held?.review.decision === one ? '☒' : '☐'} ${decision[one]}`;

const dayCell = ({ review, isCurrent }: Held, outdated: string): Cell =>
  isCurrent ? [plain(review.date)] : [plain(`${review.date}: `), loud(outdated)];

const noteLine = ({ role, note, by }: Review, words: Writing['words']): Cell => [
  plain(`${words.role[role]} (${by}): ${cut(note ?? '', 2 * MOST)}`),
];
