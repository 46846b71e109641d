import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { troubleIn } from '../../../src/core/config/schema.ts';

const ajv = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../../../schema/config.schema.json', import.meta.url), 'utf8')) as object,
);

const level = fc.constantFrom<unknown>(
  'off',
  'info',
  'warning',
  'error',
  0,
  1,
  2,
  3,
  'loud',
  null,
  true,
  [],
  ['warning'],
  ['loud'],
  [2, {}],
  {},
);
const strings = fc.constantFrom<unknown>('a', [], ['a'], ['a', 1], {}, null);
const rules = fc.oneof(fc.dictionary(fc.string(), level, { maxKeys: 3 }), strings);
const config = fc.record(
  {
    extends: strings,
    rules,
    overrides: fc.array(fc.record({ files: strings, rules, more: fc.constant(1) }, { requiredKeys: [] }), {
      maxLength: 2,
    }),
    ignores: strings,
    policy: fc.record(
      {
        allow: strings,
        denyCategories: strings,
        use: fc.record(
          {
            commercial: fc.constantFrom<unknown>(true, 'yes'),
            territory: fc.constantFrom<unknown>('KR', 'kr', ['EU'], ['Korea'], 1),
            monthlyUsers: fc.constantFrom<unknown>(5, -1, '5'),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    facts: fc.array(
      fc.record(
        {
          model: fc.constant('a/b'),
          license: fc.constant('mit'),
          reason: fc.constantFrom<unknown>('x', 1),
          date: fc.constantFrom<unknown>('2026-01-01', 'soon'),
        },
        { requiredKeys: ['model'] },
      ),
      { maxLength: 2 },
    ),
    settings: fc.record(
      { requireReason: fc.constantFrom<unknown>(true, 1), other: fc.constant(1) },
      { requiredKeys: [] },
    ),
    constructor: fc.constant(1),
    rulez: fc.constant({}),
  },
  { requiredKeys: [] },
);

it('takes and refuses what ajv does by the same schema', () => {
  fc.assert(
    fc.property(
      fc.oneof({ weight: 9, arbitrary: config }, { weight: 1, arbitrary: fc.jsonValue() }),
      (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(troubleIn(plain) === undefined).toBe(ajv(plain));
      },
    ),
    { numRuns: 2000 },
  );
});
