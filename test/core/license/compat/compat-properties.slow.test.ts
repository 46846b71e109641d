import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedCatalogue, type Entry } from '../../../../src/core/data/catalogue.ts';
import { compat, type Answer } from '../../../../src/core/license/compat/compat.ts';
import { isScope } from '../../../../src/core/license/compat/interpretations.ts';
import type { Duty, Identity, License, Limit } from '../../../../src/core/model/license.ts';
import { REACH, type Relation } from '../../../../src/core/model/relation.ts';

const entries = shippedCatalogue().entries.filter(({ oneOf }) => oneOf === undefined);
const relations = Object.keys(REACH) as Relation[];
const known = (license: License): Identity => ({ is: 'known', license });

const anyLicense = fc.constantFrom(...entries);
const anyRelation = fc.constantFrom(...relations);
const anyLimit: fc.Arbitrary<Limit> = fc.constantFrom(...entries.flatMap(({ limits }) => limits));
const anyIdentity: fc.Arbitrary<Identity> = fc.letrec<{ tree: Identity; leaf: Identity }>((tie) => ({
  leaf: fc.oneof(
    { weight: 8, arbitrary: anyLicense.map(known) },
    fc.string().map((raw): Identity => ({ is: 'unknown', raw })),
    fc
      .array(anyLicense, { maxLength: 4 })
      .map((oneOf): Identity => ({ is: 'unclear', raw: 'a name', oneOf })),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .record({
        op: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      })
      .map(({ op, of }): Identity => ({ is: 'expression', op, of })),
  ),
})).tree;

const RANK = { ok: 0, 'cannot-tell': 1, conflict: 2 } as const;
const weight = ({ verdict }: Answer) => RANK[verdict];

test('every pair of licenses gets an answer, and one that stands by what it lists', () => {
  for (const one of entries)
    for (const other of entries) {
      const { verdict, dropped, reasons } = compat([known(one)], known(other), 'finetune');
      expect(verdict === 'conflict').toBe(dropped.some(({ open }) => !open));
      if (verdict !== 'ok') expect(reasons.length).toBeGreaterThan(0);
    }
});

test('any expression, however odd, gets an answer', () => {
  fc.assert(
    fc.property(
      fc.array(anyIdentity, { maxLength: 4 }),
      anyIdentity,
      anyRelation,
      (upstreams, declared, relation) => {
        expect(compat(upstreams, declared, relation).verdict).toMatch(/^(?:ok|conflict|cannot-tell)$/);
      },
    ),
  );
});

test('one more limit upstream never makes the answer better', () => {
  fc.assert(
    fc.property(anyLicense, anyLimit, anyLicense, anyRelation, (license, limit, declared, relation) => {
      const more: Entry = { ...license, limits: [...license.limits, limit] };
      // The same text carries all its own terms, so the declared one is kept apart from it.
      fc.pre(license.id !== declared.id);
      expect(weight(compat([known(more)], known(declared), relation))).toBeGreaterThanOrEqual(
        weight(compat([known(license)], known(declared), relation)),
      );
    }),
    { numRuns: 500 },
  );
});

test('one more parent never makes the answer better, and their order does not matter', () => {
  fc.assert(
    fc.property(anyLicense, anyLicense, anyLicense, anyRelation, (one, other, declared, relation) => {
      const both = compat([known(one), known(other)], known(declared), relation);
      expect(weight(both)).toBeGreaterThanOrEqual(weight(compat([known(one)], known(declared), relation)));
      expect(compat([known(other), known(one)], known(declared), relation).verdict).toBe(both.verdict);
    }),
    { numRuns: 500 },
  );
});

test('a choice of upstream licenses is as good as its best branch', () => {
  fc.assert(
    fc.property(anyLicense, anyLicense, anyLicense, (one, other, declared) => {
      const choice = compat(
        [{ is: 'expression', op: 'or', of: [known(one), known(other)] }],
        known(declared),
        'finetune',
      );
      expect(weight(choice)).toBe(
        Math.min(
          weight(compat([known(one)], known(declared), 'finetune')),
          weight(compat([known(other)], known(declared), 'finetune')),
        ),
      );
    }),
  );
});

test('one more duty that binds whoever comes after never makes the answer better', () => {
  const anyBinding: fc.Arbitrary<Duty> = fc.constantFrom(
    ...entries.flatMap(({ duties }) =>
      duties.filter(
        ({ kind }) =>
          kind === 'same-license' || kind === 'pass-on-restrictions' || kind === 'disclose-source',
      ),
    ),
  );
  fc.assert(
    fc.property(anyLicense, anyBinding, anyLicense, anyRelation, (license, duty, declared, relation) => {
      fc.pre(license.id !== declared.id);
      // A same-license duty beside a lone duty of source answers for it.
      fc.pre(
        license.duties.some(({ kind }) => kind === 'same-license') ||
          !license.duties.some(({ kind }) => kind === 'disclose-source'),
      );
      const more: Entry = { ...license, duties: [...license.duties, duty] };
      expect(weight(compat([known(more)], known(declared), relation))).toBeGreaterThanOrEqual(
        weight(compat([known(license)], known(declared), relation)),
      );
    }),
    { numRuns: 500 },
  );
});

test('one limit less in the declared license never makes the answer better', () => {
  fc.assert(
    fc.property(
      anyLicense,
      fc.constantFrom(...entries.filter(({ limits }) => limits.length > 0)),
      fc.nat(),
      anyRelation,
      (license, declared, pick, relation) => {
        fc.pre(license.id !== declared.id);
        const less: Entry = {
          ...declared,
          limits: declared.limits.filter((_, at) => at !== pick % declared.limits.length),
        };
        expect(weight(compat([known(license)], known(less), relation))).toBeGreaterThanOrEqual(
          weight(compat([known(license)], known(declared), relation)),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('AND is several upstreams, and one upstream named twice is one', () => {
  fc.assert(
    fc.property(anyIdentity, anyIdentity, anyIdentity, anyRelation, (one, other, declared, relation) => {
      const listed = compat([one, other], declared, relation);
      expect(compat([{ is: 'expression', op: 'and', of: [one, other] }], declared, relation).verdict).toBe(
        listed.verdict,
      );
      expect(compat([other, one], declared, relation).verdict).toBe(listed.verdict);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(anyLicense, anyLicense, anyRelation, (license, declared, relation) => {
      expect(compat([known(license), known(license)], known(declared), relation)).toEqual(
        compat([known(license)], known(declared), relation),
      );
    }),
  );
});

test(
  'what is declared as a choice stands where every branch stands, and falls only where every ' +
    'branch falls',
  () => {
    fc.assert(
      fc.property(anyLicense, anyLicense, anyLicense, anyRelation, (license, one, other, relation) => {
        const choice = compat(
          [known(license)],
          { is: 'expression', op: 'or', of: [known(one), known(other)] },
          relation,
        ).verdict;
        const branches = [one, other].map(
          (declared) => compat([known(license)], known(declared), relation).verdict,
        );
        expect(choice).toBe(branches[0] === branches[1] ? branches[0] : 'cannot-tell');
      }),
      { numRuns: 500 },
    );
  },
);

test('a choice of licenses may be passed on as the same choice', () => {
  const own = entries.filter(
    (license) => compat([known(license)], known(license), 'finetune').verdict === 'ok',
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...own), { minLength: 1, maxLength: 4 }), (licenses) => {
      const choice: Identity = { is: 'expression', op: 'or', of: licenses.map(known) };
      expect(compat([choice], choice, 'finetune').verdict).toBe('ok');
    }),
  );
});

test('relations of one class have one answer, and a copy never stands worse than a changed work', () => {
  fc.assert(
    fc.property(anyLicense, anyLicense, (license, declared) => {
      const ask = (relation: Relation): Answer => compat([known(license)], known(declared), relation);
      expect(ask('merge')).toEqual(ask('finetune'));
      // What every derivative must not be, an unchanged copy may be.
      if (license.limits.some(({ kind }) => kind === 'no-derivatives'))
        expect(weight(ask('copy'))).toBeLessThanOrEqual(weight(ask('finetune')));
    }),
    { numRuns: 500 },
  );
});

test('a license goes into itself unless it bars the act, or its text was not read', () => {
  const not = entries.filter(
    (license) => compat([known(license)], known(license), 'finetune').verdict !== 'ok',
  );
  for (const license of not)
    expect(
      !license.verified ||
        license.limits.some(({ kind }) => kind === 'no-derivatives' || kind === 'no-redistribution'),
    ).toBe(true);
});

test('every circumstance of a limit in the data is told apart: of the receiver, or of the work', () => {
  const whens = new Set(
    entries.flatMap(({ limits }) => limits.flatMap(({ when }) => (when === undefined ? [] : [when]))),
  );
  expect([...whens].filter((when) => !isScope(when)).sort()).toEqual([
    'CogVLM2 models that build on Llama 3',
    // What somebody does with one work: nobody can tell it from a declaration, so it stays open.
    'a guardrail is taken out and none like it put in',
    'the material is part of a commercial product or service',
    'the model is multimodal and the licensee is based in the European Union',
    'the model that is trained competes with those of the licensor',
    'the product or service is commercial',
    'the text is the one with a grant for models',
  ]);
});

test('a choice too wide to be judged is so in any order, and a choice told many times is one', () => {
  const wide = (from: number, to: number): Identity => ({
    is: 'expression',
    op: 'or',
    of: entries.slice(from, to).map(known),
  });
  const [one, other, mit] = [
    wide(0, 40),
    wide(40, 80),
    known(entries.find(({ id }) => id === 'mit') ?? entries[0]!),
  ];
  for (const upstreams of [
    [one, other],
    [other, one],
  ])
    expect(compat(upstreams, mit, 'finetune')).toEqual({
      verdict: 'cannot-tell',
      dropped: [],
      duties: [],
      reasons: ['there are too many combinations of licenses to judge'],
    });
  const same: Identity = { is: 'expression', op: 'or', of: Array.from({ length: 40 }, () => mit) };
  expect(compat([same, same], mit, 'finetune').verdict).toBe('ok');
});

test('a duty grants nothing: only a passage lets a work move', () => {
  const fields = new Set(
    entries.flatMap(({ duties }) =>
      duties.filter(({ kind }) => kind === 'same-license').flatMap((duty) => Object.keys(duty)),
    ),
  );
  expect([...fields].sort()).toEqual(['appliesTo', 'kind', 'mayApplyTo', 'section', 'summary', 'when']);
});
