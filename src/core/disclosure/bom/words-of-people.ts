import type { Bill } from './bom.ts';

/** What a person said of this release, with the day: reviews of these facts, and statements of the team. */
export interface PersonsWord {
  readonly key: string;
  readonly is: 'review' | 'statement';
  readonly by: string;
  /** A day as a time in UTC. */
  readonly at: string;
  readonly text: string;
}

export function wordsOfPeople({ facts, making }: Bill): readonly PersonsWord[] {
  const statements = facts.answers.map(({ says, answer, text, evidence, by, date }, at): PersonsWord => {
    const said = [
      ...(says === 'other' ? [] : [`${MEANING[says]}: ${answer}`]),
      ...(text === null ? [] : [text]),
      ...(evidence === null ? [] : [`evidence kept at: ${evidence}`]),
    ];
    const key = says === 'other' ? `statement:other:${at}` : `statement:${says}`;
    return { key, is: 'statement', by, at: timeOf(date), text: `The team states: ${said.join('; ')}` };
  });
  const reviews = (making.reviews ?? []).map(({ role, decision, by, date, note, accepted }): PersonsWord => {
    const said = [
      `review ${role}: ${decision}`,
      ...(accepted.length === 0 ? [] : [`open points accepted: ${accepted.length}`]),
      ...(note === null ? [] : [note]),
    ];
    return { key: `review:${role}`, is: 'review', by, at: timeOf(date), text: said.join('; ') };
  });
  return [...statements, ...reviews];
}

const timeOf = (day: string) => `${day}T00:00:00Z`;

const MEANING = {
  weights: 'all weights initialized and trained by the team',
  works: 'every work used is listed',
  logs: 'training logs and checkpoints kept',
} as const;
