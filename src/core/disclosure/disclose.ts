import type { ReadReport, Report } from '../report/report.ts';
import { asksAnAct, clausesOf, limitsFrom } from './clauses.ts';
import type { Disclosure, Silence, Statement, Work } from './disclosure.ts';
import { dutiesFrom } from './duties.ts';
import { Places } from './places.ts';
import { pointsOf } from './points.ts';
import { subjectOf, type Known } from './subject.ts';
import { worksOf } from './works.ts';

/** Whether a run kept what it read of a repository. */
export const isRead = (report: Report): report is ReadReport => report.read !== undefined;

/** The facts of one repository that a release discloses. Pure: the same report gives the same facts. */
export function disclose(report: ReadReport, known: Known = {}): Disclosure {
  const { facts, material, found } = report.read;
  const places = new Places(report.sources);
  const works = worksOf(facts, material, places);
  const clauses = clausesOf(facts);
  return {
    form: 1,
    subject: subjectOf(facts, material, places, known),
    works,
    duties: dutiesFrom(clauses.filter(asksAnAct), found, facts, places),
    limits: limitsFrom(clauses, facts),
    points: pointsOf(report, places),
    statements: statementsOf(report, places),
    answers: known.answers ?? [],
    silences: silencesOf(report, works, known),
  };
}

const SAID = ['from-scratch', 'use-limit', 'split-licensing'] as const;

function statementsOf({ read: { facts } }: ReadReport, places: Places): Statement[] {
  return SAID.flatMap((kind) =>
    facts
      .claims(kind)
      .filter(({ via }) => via !== 'template')
      .map(({ text, place, confidence }) => ({ kind, text, at: places.spot(place), confidence })),
  );
}

/** What this says nothing about; nothing is left out because it is awkward. */
function silencesOf(report: ReadReport, works: readonly Work[], { revision }: Known): Silence[] {
  const said = works.filter(({ guess }) => !guess);
  const count = (about: Silence['about'], these: readonly unknown[], all: readonly unknown[]): Silence[] =>
    these.length === 0 ? [] : [{ about, count: these.length, of: all.length }];
  const plain = (about: Silence['about'], isSo: boolean): Silence[] =>
    isSo ? [{ about, count: 0, of: 0 }] : [];
  const data = works.filter(({ kind }) => kind === 'dataset');
  const unread = report.sources.filter((source) => source.problem !== undefined);
  return [
    ...plain('weights-not-compared', report.read.facts.kind === 'model'),
    ...plain('card-alone', !report.read.facts.complete),
    ...plain('revision-not-known', revision === undefined),
    ...count(
      'license-not-known',
      said.filter(({ license }) => license.state !== 'known' && license.state !== 'terms'),
      said,
    ),
    ...count(
      'relation-not-said',
      said.filter(({ relation }) => relation.is === 'unsaid'),
      said,
    ),
    ...count(
      'data-sets-from-snapshot',
      data.filter(({ license }) => license.source === 'snapshot'),
      data,
    ),
    ...count(
      'guessed-works',
      works.filter(({ guess }) => guess),
      works,
    ),
    ...count('files-not-read', unread, report.sources),
    ...(report.notFollowed === undefined
      ? []
      : [{ about: 'works-not-followed' as const, count: report.notFollowed, of: 0 }]),
  ];
}
