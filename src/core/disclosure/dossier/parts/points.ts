import type { Answer, Point } from '../../disclosure.ts';
import { joined, NOTHING, plain, type Cell, type Part } from '../page.ts';
import { cut, inEnglish, placed, type Writing } from './writing.ts';

const MOST = 220;

/** 3: what the run found, with the answers that comments, config, baseline and reviews give. */
export function pointsPart(writing: Writing): Part {
  const { words, dossier } = writing;
  const { points } = dossier.facts;
  const { point, place, sureness, answer } = words.points;
  return {
    title: words.parts.points,
    before: [[plain(points.length === 0 ? words.say.noPoints : countsOf(points, writing))]],
    table:
      points.length === 0
        ? undefined
        : {
            columns: [
              { title: point, share: 46 },
              { title: place, share: 14 },
              { title: sureness, share: 14 },
              { title: answer, share: 26 },
            ],
            rows: points.map((one) => [
              messageCell(one, writing),
              [placed(writing, one.at)],
              [plain(`${words.confidence[one.confidence]}, ${words.severity[one.severity]}`)],
              answerCell(one, writing),
            ]),
          },
    after: words.say.english === null ? [] : [[plain(words.say.english)]],
  };
}

/** The counts that the run's report has: of what stands, by severity, and of what is turned off. */
function countsOf(points: readonly Point[], { words: { say } }: Writing): string {
  const count = (these: readonly Point[]) => these.reduce((sum, { standsFor }) => sum + standsFor, 0);
  const open = points.filter(({ answer }) => answer === null);
  const of = (severity: Point['severity']) => count(open.filter((one) => one.severity === severity));
  return say.counts(
    of('error'),
    of('warning'),
    of('info'),
    count(points.filter(({ answer }) => answer !== null)),
  );
}

function messageCell({ rule, message, clauses }: Point, writing: Writing): Cell {
  const subject = writing.words.rule(rule);
  const [clause] = clauses;
  const at = clause === undefined || clause.license === '' ? '' : ` (${clause.license})`;
  return [
    ...(subject === null ? [] : [plain(`${subject}: `)]),
    inEnglish(writing, cut(message, MOST)),
    ...(message.includes(clause?.license ?? '') ? [] : [plain(at)]),
  ];
}

function answerCell({ answer, fingerprint }: Point, { words, accepted }: Writing): Cell {
  const said = [
    ...(answer === null ? [] : [turnedOff(answer, words)]),
    ...(accepted.get(fingerprint) ?? []).map(
      ({ role, by, date, reason }) =>
        `${words.say.accepted(words.role[role], by, date)}: ${cut(reason, MOST)}`,
    ),
  ];
  return said.length === 0
    ? NOTHING
    : joined(
        said.map((one) => [plain(one)]),
        '; ',
      );
}

function turnedOff({ by, reason, reviewer, date, until }: Answer, words: Writing['words']): string {
  const who = [reviewer, date, until === null ? null : words.say.until(until)].filter((one) => one !== null);
  const whose = who.length === 0 ? '' : ` (${who.join(', ')})`;
  return `${words.turnedOff[by]}${whose}${reason === null ? '' : `: ${cut(reason, MOST)}`}`;
}
