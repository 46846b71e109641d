import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { conflictOf, type Held } from '../../../../src/core/license/compat/term-conflicts.ts';
import { compat, type Verdict } from '../../../../src/core/license/compat/compat.ts';
import { identify } from '../../../../src/core/license/names/identify.ts';
import type { Relation } from '../../../../src/core/model/relation.ts';

const catalogue = shippedCatalogue();
const known = (name: string) => identify(name, undefined, catalogue);
const ask = (upstreams: string, declared: string, relation: Relation = 'finetune') =>
  compat(upstreams.split(' + ').map(known), known(declared), relation);

type Row = readonly [upstream: string, declared: string, verdict: Verdict, relation?: Relation];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'a LoRA is reached where the text counts works based on the model, and open where it does not say': [
    ['flux-dev-1', 'apache-2.0', 'conflict', 'adapter'],
    ['flux-nc-2.1', 'apache-2.0', 'conflict', 'adapter'],
    ['circlestone-labs-nc', 'apache-2.0', 'conflict', 'adapter'],
    ['creativeml-openrail-m', 'mit', 'conflict', 'adapter'],
    ['exaone-1.1-nc', 'mit', 'conflict', 'adapter'],
    ['lfm-1.0', 'apache-2.0', 'cannot-tell', 'adapter'],
    ['kimi-k3', 'mit', 'cannot-tell', 'adapter'],
  ],
  'what binds who uses a model, or models that compete, does not bind every model made with its outputs': [
    ['flux-dev-2', 'apache-2.0', 'cannot-tell', 'outputs'],
    ['llama3.1', 'apache-2.0', 'ok', 'outputs'],
    ['qwen', 'mit', 'ok', 'outputs'],
    ['exaone-1.1-nc', 'apache-2.0', 'conflict', 'outputs'],
  ],
  'terms that a text puts on the model alone leave derivatives open': [
    ['nvidia-open-model', 'apache-2.0', 'cannot-tell'],
    ['nvidia-open-model', 'apache-2.0', 'conflict', 'copy'],
    ['nvidia-open-model-agreement', 'apache-2.0', 'ok'],
    ['minimax-h3', 'apache-2.0', 'conflict'],
    ['ltx-2', 'apache-2.0', 'conflict'],
  ],
  'permissive licenses go anywhere, with duties': [
    ['MIT', 'Apache-2.0', 'ok'],
    ['Apache-2.0', 'MIT', 'ok'],
    ['BSD-3-Clause', 'GPL-2.0-only', 'ok'],
    ['ISC', 'llama3.1', 'ok'],
    ['MIT', 'cc-by-nc-4.0', 'ok'],
    ['Zlib', 'MPL-2.0', 'ok'],
    ['cc0-1.0', 'mit', 'ok'],
    ['Unlicense', 'GPL-3.0-only', 'ok'],
  ],
  'version 2 of the GNU licenses cannot bear the patent terms of Apache-2.0; version 3 can (FSF list)': [
    ['Apache-2.0', 'GPL-2.0-only', 'conflict'],
    ['Apache-2.0', 'LGPL-2.1-only', 'conflict'],
    ['Apache-2.0', 'GPL-2.0-or-later', 'ok'],
    ['Apache-2.0', 'gpl-2.0', 'cannot-tell'],
    ['Apache-2.0', 'GPL-3.0-only', 'ok'],
    ['Apache-2.0', 'AGPL-3.0-only', 'ok'],
    ['ECL-2.0', 'GPL-2.0-only', 'conflict'],
  ],
  'what the FSF holds incompatible with any GPL': [
    ['BSD-4-Clause', 'GPL-3.0-only', 'conflict'],
    ['AFL-3.0', 'GPL-3.0-only', 'conflict'],
    ['Apache-1.1', 'GPL-3.0-only', 'conflict'],
    ['MS-PL', 'GPL-3.0-only', 'conflict'],
    ['EPL-1.0', 'GPL-3.0-only', 'conflict'],
    ['MPL-1.1', 'GPL-3.0-only', 'conflict'],
    ['OSL-3.0', 'GPL-3.0-only', 'conflict'],
    ['CPL-1.0', 'GPL-2.0-only', 'conflict'],
  ],
  'copyleft stays, and moves only where its text lets it': [
    ['GPL-3.0-only', 'MIT', 'conflict'],
    ['GPL-3.0-only', 'Apache-2.0', 'conflict'],
    ['GPL-2.0-only', 'GPL-3.0-only', 'conflict'],
    ['GPL-3.0-only', 'GPL-2.0-only', 'conflict'],
    ['GPL-2.0-or-later', 'GPL-3.0-only', 'ok'],
    ['GPL-2.0-only', 'AGPL-3.0-only', 'conflict'],
    ['agpl-3.0', 'agpl-3.0', 'ok'],
    ['MPL-2.0', 'MPL-2.0-no-copyleft-exception', 'conflict'],
    ['MPL-2.0-no-copyleft-exception', 'GPL-3.0-only', 'conflict'],
    ['SimPL-2.0', 'GPL-2.0-only', 'ok'],
    ['NPOSL-3.0', 'OSL-3.0', 'ok'],
    ['OSL-3.0', 'NPOSL-3.0', 'conflict'],
    ['LGPL-2.1-only', 'GPL-3.0-only', 'ok'],
    ['GPL-2.0-only', 'LGPL-2.1-only', 'conflict'],
    ['LGPL-2.1-only', 'LGPL-3.0-only', 'conflict'],
    ['LGPL-3.0-only', 'GPL-2.0-only', 'conflict'],
    ['MPL-2.0', 'GPL-2.0-only', 'ok'],
    ['MPL-1.1', 'MPL-2.0', 'ok'],
    ['EPL-2.0', 'GPL-2.0-only', 'cannot-tell'],
    ['EUPL-1.2', 'GPL-3.0-only', 'ok'],
    ['GPL-3.0-only', 'EUPL-1.2', 'conflict'],
    ['EUPL-1.1', 'GPL-3.0-only', 'conflict'],
    ['CECILL-2.1', 'AGPL-3.0-only', 'ok'],
    ['Artistic-2.0', 'GPL-3.0-only', 'ok'],
    ['MPL-2.0', 'MIT', 'conflict'],
    ['MPL-2.0', 'MIT', 'cannot-tell', 'component'],
  ],
  'a name that leaves open whether later versions count is not decided': [
    ['gpl-2.0', 'gpl-3.0', 'cannot-tell'],
    ['gpl-2.0', 'gpl-2.0', 'ok'],
    ['gpl-3.0', 'GPL-3.0-only', 'ok'],
    ['gpl-2.0', 'mit', 'conflict'],
    ['lgpl-2.1', 'lgpl-3.0', 'cannot-tell'],
  ],
  'two GNU licenses that may be combined, each part under its own, are not one license for a changed copy': [
    ['GPL-3.0-only', 'AGPL-3.0-only', 'cannot-tell'],
    ['AGPL-3.0-only', 'GPL-3.0-only', 'cannot-tell'],
    ['agpl-3.0', 'gpl-3.0', 'cannot-tell'],
    ['GPL-2.0-or-later', 'AGPL-3.0-only', 'cannot-tell'],
    ['LGPL-2.1-only', 'AGPL-3.0-only', 'cannot-tell'],
  ],
  '"or later" leaves the lowest version to whoever takes the work, so the whole must be let go to that': [
    ['GPL-3.0-only', 'GPL-2.0-or-later', 'conflict'],
    ['LGPL-3.0-or-later', 'LGPL-2.1-or-later', 'conflict'],
    ['AGPL-3.0-only', 'GPL-2.0-or-later', 'conflict'],
    ['CC-BY-SA-4.0', 'GPL-2.0-or-later', 'conflict'],
    ['GPL-2.0-or-later', 'GPL-2.0-or-later', 'ok'],
    ['GPL-2.0-only', 'GPL-2.0-or-later', 'cannot-tell'],
    ['GPL-3.0-only', 'GPL-3.0-or-later', 'cannot-tell'],
    ['gpl-3.0', 'GPL-3.0-or-later', 'ok'],
  ],
  'one of several ways to pass changes on is an act, which the declared license need not carry': [
    ['artistic-2.0', 'mit', 'ok'],
    ['Artistic-2.0', 'LGPL-2.1-only', 'ok'],
    ['Artistic-1.0', 'MIT', 'ok'],
    ['Artistic-1.0-Perl', 'Apache-2.0', 'ok'],
    ['Ruby', 'MIT', 'ok'],
    ['Artistic-1.0', 'GPL-3.0-only', 'cannot-tell'],
  ],
  'source asked of whoever comes after, under any free terms, is carried by a license that asks for source': [
    ['Sleepycat', 'MIT', 'cannot-tell'],
    ['Sleepycat', 'GPL-3.0-only', 'ok'],
    ['Sleepycat', 'Sleepycat', 'ok'],
  ],
  'an exception only ever allows more': [
    ['Apache-2.0 WITH LLVM-exception', 'GPL-2.0-only', 'cannot-tell'],
    ['Apache-2.0 WITH LLVM-exception', 'MIT', 'ok'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'MIT', 'cannot-tell'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', 'ok'],
    ['GPL-2.0-only', 'GPL-2.0-only WITH Classpath-exception-2.0', 'cannot-tell'],
    ['MIT', 'GPL-2.0-only WITH Classpath-exception-2.0', 'ok'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0', 'ok'],
  ],
  'Creative Commons': [
    ['cc-by-4.0', 'mit', 'ok'],
    ['cc-by-4.0', 'GPL-3.0-only', 'ok'],
    ['cc-by-4.0', 'cc-by-sa-4.0', 'ok'],
    ['cc-by-sa-4.0', 'cc-by-4.0', 'conflict'],
    ['cc-by-sa-4.0', 'GPL-3.0-only', 'ok'],
    ['GPL-3.0-only', 'cc-by-sa-4.0', 'conflict'],
    ['cc-by-sa-3.0', 'GPL-3.0-only', 'conflict'],
    ['cc-by-sa-3.0', 'cc-by-sa-4.0', 'ok'],
    ['cc-by-sa-4.0', 'cc-by-sa-3.0', 'conflict'],
    ['cc-by-nc-4.0', 'cc-by-nc-sa-4.0', 'ok'],
    ['cc-by-nc-sa-4.0', 'cc-by-nc-4.0', 'conflict'],
    ['cc-by-nc-sa-4.0', 'cc-by-sa-4.0', 'conflict'],
    ['cc-by-nc-4.0', 'apache-2.0', 'conflict'],
    ['cc-by-nd-4.0', 'cc-by-nd-4.0', 'conflict'],
    ['cc-by-nd-4.0', 'cc-by-nd-4.0', 'ok', 'copy'],
    ['cc-by-4.0 + cc-by-nc-4.0', 'cc-by-nc-4.0', 'ok'],
    ['cc-by-sa-4.0 + cc-by-nc-4.0', 'cc-by-sa-4.0', 'conflict'],
    ['cc-by-sa-4.0 + cc-by-nc-4.0', 'cc-by-sa-4.0 AND cc-by-nc-4.0', 'conflict'],
    ['cc-by-nc-4.0 + cc-by-nc-sa-4.0', 'cc-by-nc-sa-4.0', 'ok'],
    ['apache-2.0', 'cc-by-sa-4.0', 'ok'],
    ['BSD-4-Clause', 'cc-by-sa-4.0', 'cannot-tell'],
  ],
  'model licenses': [
    ['llama3.1', 'apache-2.0', 'conflict'],
    ['llama3.1', 'llama3.1', 'ok'],
    ['gemma', 'mit', 'conflict'],
    ['creativeml-openrail-m', 'mit', 'conflict'],
    ['creativeml-openrail-m', 'openrail++', 'cannot-tell'],
    ['upstage-solar', 'mit', 'ok'],
    ['upstage-solar', 'GPL-3.0-only', 'conflict'],
    ['creativeml-openrail-m', 'GPL-3.0-only', 'conflict'],
    ['h-research', 'h-research', 'cannot-tell'],
    ['llama3.1 + gemma', 'llama3.1', 'conflict'],
    ['exaone-1.2-nc', 'cc-by-nc-4.0', 'conflict'],
  ],
  'who bars all commercial use keeps every limit on it, and none on other use': [
    ['qwen', 'cc-by-nc-4.0', 'ok'],
    ['qwen + qwen-research', 'qwen-research', 'ok'],
    ['qwen', 'mit', 'conflict'],
    ['llama3.1', 'cc-by-nc-4.0', 'conflict'],
  ],
  'a limit that the text leaves open carries no other for certain': [
    ['llama3.1', 'exaone-1.2-nc', 'cannot-tell'],
    ['llama3.1', 'exaone-1.0-nc', 'ok'],
    ['exaone-1.1-nc', 'exaone-1.2-nc', 'cannot-tell'],
  ],
  'several parents, choices and names that nobody knows': [
    ['GPL-3.0-only + cc-by-nc-4.0', 'GPL-3.0-only', 'conflict'],
    ['EUPL-1.2 + MPL-2.0', 'GPL-3.0-only', 'ok'],
    ['EPL-1.0 + GPL-2.0-only', 'GPL-2.0-only', 'conflict'],
    ['MIT OR GPL-3.0-only', 'MIT', 'ok'],
    ['MIT AND GPL-3.0-only', 'MIT', 'conflict'],
    ['GPL-2.0-only OR GPL-3.0-only', 'GPL-2.0-only OR GPL-3.0-only', 'ok'],
    ['MIT OR GPL-3.0-only', 'MIT AND GPL-3.0-only', 'ok'],
    ['GPL-3.0-only', 'MIT OR GPL-3.0-only', 'cannot-tell'],
    ['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'ok'],
    ['MIT', 'no such thing', 'cannot-tell'],
    ['no such thing', 'MIT', 'cannot-tell'],
    ['no such thing + GPL-3.0-only', 'MIT', 'conflict'],
    ['bsd', 'mit', 'ok'],
    ['bsd', 'gpl-3.0', 'cannot-tell'],
    ['gpl', 'mit', 'conflict'],
    ['cc', 'mit', 'cannot-tell'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_, rows) => {
  test.each(
    rows.map(([upstream, declared, verdict, relation = 'finetune']) => ({
      upstream,
      declared,
      verdict,
      relation,
    })),
  )('$upstream into $declared as $relation: $verdict', ({ upstream, declared, verdict, relation }) => {
    expect(ask(upstream, declared, relation).verdict).toBe(verdict);
  });
});

test('a conflict names the term with its clause, and what is dropped is no duty left', () => {
  const { dropped, duties, reasons } = ask('cc-by-nc-4.0', 'mit');
  expect(dropped).toEqual([
    expect.objectContaining({
      license: 'cc-by-nc-4.0',
      kind: 'non-commercial',
      section: '2(a)(1)',
      open: false,
    }),
  ]);
  expect(duties.map(({ kind }) => kind)).toContain('credit');
  expect(duties.map(({ kind }) => kind)).not.toContain('non-commercial');
  expect(reasons[0]).toContain('2(a)(1)');
});

test('an unchanged copy has no change to tell of', () => {
  for (const id of ['apache-2.0', 'cc-by-4.0', 'gemma']) {
    expect(ask(id, 'mit', 'copy').duties.map(({ kind }) => kind)).not.toContain('mark-changes');
    expect(ask(id, 'mit', 'finetune').duties.map(({ kind }) => kind)).toContain('mark-changes');
  }
});

test('a text that was not read in full yields nothing certain', () => {
  for (const { id, verified, oneOf } of catalogue.entries)
    if (!verified && !oneOf) expect([id, ask(id, 'mit').verdict]).toEqual([id, 'cannot-tell']);
});

test('two terms clash whichever is named first', () => {
  const held = (id: string, kind: string): Held => {
    const license = catalogue.byId(id);
    const term = [...(license?.duties ?? []), ...(license?.limits ?? [])].find((one) => one.kind === kind);
    if (!license || !term) throw new Error(`${id} has no ${kind}`);
    return { license, term };
  };
  const [free, limit] = [
    held('gpl-3.0-only', 'no-further-restrictions'),
    held('cc-by-nc-4.0', 'non-commercial'),
  ];
  expect(conflictOf(free, limit)).toEqual(conflictOf(limit, free));
  expect(conflictOf(free, limit)?.open).toBe(false);
  expect(conflictOf(held('llama3', 'name-prefix'), held('llama3.1', 'name-prefix'))).toBeUndefined();
  expect(conflictOf(held('upstage-solar', 'name-prefix'), held('llama3.1', 'name-prefix'))).toBeDefined();
});

test('a way that the text opens is told with its clause', () => {
  expect(ask('EUPL-1.2', 'GPL-3.0-only').reasons).toEqual([expect.stringContaining('Appendix')]);
  expect(ask('EPL-2.0', 'GPL-2.0-only').reasons.join(' ')).toContain('Exhibit A');
});
