import { describe, expect, test } from 'vitest';
import { indexOf } from '../../../../scripts/data/index-bytes.ts';
import { catalogueOf, shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { matchText, parseIndex } from '../../../../src/core/license/texts/match-text.ts';
import { recognize } from '../../../../src/core/license/texts/rider.ts';
import { spdxText } from '../../../support/license-texts.ts';

/** A text of our own: numbered clauses of words that no two topics share, so that it is like no other. */
const clauses = (topic: string, from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    return (
      `${n}. Whoever lends the ${topic} of part ${n} keeps ${topic}${n} beside it, tells the ${topic} ` +
      `warden within ${n + 2} days, and licenses no ${topic} that was mended${n} by strangers${n * 7}.\n`
    );
  }).join('\n');

const KITE = `Kite License\n\n${clauses('kite', 1, 30)}`;
/** The same up to its last third, as versions of one license are. */
const KITE_2 = `Kite License Two\n\n${clauses('kite', 1, 20)}\n${clauses('second kite', 20, 31)}`;
const POLICY = `Kite Use Policy\n\n${clauses('string', 1, 20)}`;
const MIT = spdxText('MIT');
const RIDER =
  'Whoever shows the work in a product of a thousand seats displays "Kite One" where its users see it, ' +
  'and tells the kite warden of each such product within ninety days of the first display of it.\n';

const held = (id: string, text: string) => ({
  key: id,
  id,
  text,
  rank: 0,
  whole: true,
  from: 'this test',
});
const index = parseIndex(
  indexOf([
    held('kite', KITE),
    held('kite-2', KITE_2),
    held('policy:kite-use-policy', POLICY),
    held('mit', MIT),
    held('kite-mit', `${MIT}\n${RIDER}`),
  ]).bytes,
);
const match = (text: string, file = 'LICENSE') => matchText(file, text, index);
const ids = (text: string, file?: string) => match(text, file).hits.map(({ id }) => id);
const worn = (text: string): string => {
  let count = 0;
  return text.replace(/\S+/g, (word) => (++count % 25 === 0 ? 'zebra' : word));
};

describe('siblings are told apart', () => {
  test.each([
    ['kite', KITE],
    ['kite-2', KITE_2],
    ['policy:kite-use-policy', POLICY],
    ['mit', MIT],
    ['kite-mit', `${MIT}\n${RIDER}`],
  ])('%s is itself, and with every 25th word exchanged it is first', (id, text) => {
    expect([match(text).match, ids(text)]).toEqual(['exact', [id]]);
    expect(ids(worn(text))[0]).toBe(id);
  });

  test('a license with its use policy behind it is both, also in a card', () => {
    expect(ids(`${KITE}\n\n${POLICY}`)).toEqual(['kite', 'policy:kite-use-policy']);
    const gated = `---\nextra_gated_prompt: |\n${KITE}\n${POLICY}\n---\n# Zebra\n`;
    expect(ids(gated, 'README.md')).toEqual(['kite', 'policy:kite-use-policy']);
    expect(ids(`${KITE.replace('strangers70', 'friends')}\n${POLICY}`)[0]).toBe('kite');
  });

  test('where no line break falls it stays itself, and a changed word makes it near', () => {
    const text = KITE.replace(/\n\n(?=\d)/g, ' ');
    expect([match(text).match, ids(text)]).toEqual(['exact', ['kite']]);
    expect(match(text.replace('strangers70', 'friends'))).toMatchObject({
      match: 'near',
      hits: [{ id: 'kite' }],
    });
  });
});

describe('a rider that one giver wrote', () => {
  const mit = shippedCatalogue().entries.find(({ id }) => id === 'mit');
  if (!mit) throw new Error('no MIT');
  const catalogue = catalogueOf([
    mit,
    {
      ...mit,
      id: 'kite-mit',
      hub: [],
      duties: [
        {
          kind: 'product-display',
          texts: ['Kite One'],
          section: 'rider',
          summary: 'large products display the name of the model',
          appliesTo: ['copy'],
          mayApplyTo: [],
        },
      ],
    },
  ]);
  const known = (rider: string) =>
    recognize('LICENSE', `${MIT}\n${rider}`, index, catalogue).hits.map(({ id }) => id);

  test.each([
    ['his own words are his', RIDER, 'kite-mit'],
    ['under another product they are words added to MIT', RIDER.replace('Kite One', 'Acme One'), 'mit'],
    ['a later version is another product', RIDER.replace('Kite One', 'Kite One.5'), 'mit'],
  ])('%s', (_, rider, id) => expect(known(rider)).toEqual([id]));

  test('where no other license lies below, a changed text stays what it is like', () => {
    const alone = parseIndex(indexOf([held('kite-mit', `${MIT}\n${RIDER}`)]).bytes);
    const text = `${MIT}\n${RIDER.replace('Kite One', 'Acme One')}`;
    expect(recognize('LICENSE', text, alone, catalogue)).toEqual(matchText('LICENSE', text, alone));
  });
});
