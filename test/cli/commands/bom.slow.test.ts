import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { faultsOf } from '../../support/bom-schemas.ts';
import { hubServer, SHA } from '../../support/hub-server.ts';
import { HOSTILE, OF_DATA, RICH, RICH_WEIGHTS } from '../../support/rich-model.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import {
  told,
  treeFrom,
  treeOf,
  type Bom,
  type Component,
  type TreeNode,
} from '../../support/tree-from-bom.ts';
import { componentsFrom, type Element } from '../../support/tree-from-spdx.ts';

/** licet in a folder with these files, as on another machine and another day where these are given. */
function at(
  files: Readonly<Record<string, string>>,
  { today = '2026-11-24', env = {} }: { today?: string; env?: Readonly<Record<string, string>> } = {},
) {
  const cwd = tempFolder(files);
  const run = (...args: string[]) =>
    main(args, { cwd, env: { HOME: cwd, LICET_CACHE: cwd, ...env }, terminal: false, width: 80, today });
  const said = async (...args: string[]) => {
    const { stdout, stderr, code } = await run(...args);
    expect([stderr, code]).toEqual(['', 0]);
    return stdout;
  };
  return {
    cwd,
    run,
    said,
    bom: async (...args: string[]) => JSON.parse(await said('bom', '--name', 'acme/Rich-8B', ...args)) as Bom,
    spdx: async (...args: string[]) =>
      (
        JSON.parse(await said('bom', '--name', 'acme/Rich-8B', '-f', 'spdx', ...args)) as {
          '@graph': readonly Element[];
        }
      )['@graph'],
    tree: async () =>
      (JSON.parse(await said('tree', '--name', 'acme/Rich-8B', '-f', 'json')) as readonly TreeNode[])[0],
  };
}

const named = ({ components }: Bom, name: string): Component => {
  const found = components.find((one) => one['bom-ref'].endsWith(name));
  if (!found) throw new Error(`no component ${name}`);
  return found;
};
const idsIn = (bom: Bom): string[] =>
  [bom.metadata.component, ...bom.components].flatMap(({ licenses = [] }) =>
    licenses.flatMap(({ license, expression }) =>
      [license?.id, expression].filter((one) => one !== undefined),
    ),
  );

describe('licet bom', () => {
  test('says of each upstream what is known, who says so, and when', async () => {
    const bom = await at(RICH).bom();
    const merged = named(bom, 'acme/merged');
    expect(merged.licenses?.[0]?.license).toMatchObject({
      name: 'Llama 3.1 Community License',
      acknowledgement: 'declared',
    });
    expect([told(merged, 'license:source'), told(merged, 'license:asOf')]).toEqual(['lock', '2026-11-01']);
    expect(named(bom, 'ultrachat_200k').licenses).toEqual([
      { license: { id: 'MIT', acknowledgement: 'declared' } },
    ]);
    expect(named(bom, 'modeling_rich.py').licenses?.[0]?.license?.id).toBe('Apache-2.0');
  });

  test('says nothing of a license that is not known, but why', async () => {
    const bom = await at(RICH).bom();
    const states = ['of-several', 'of-none', 'unheard-gemma-3-4b-it', 'secret-talk', 'GPT-4'].map((name) => {
      const one = named(bom, name);
      expect(one.licenses).toBeUndefined();
      return told(one, 'license:state');
    });
    expect(states).toEqual(['unclear', 'none-declared', 'unresolved', 'unresolved', 'terms']);
    expect(named(bom, 'of-a-name').licenses).toEqual([
      { license: { name: 'acme-eula-7', acknowledgement: 'declared' } },
    ]);
    const guess = bom.components.find((one) => told(one, 'guess') === 'true');
    expect([guess?.name, guess?.licenses]).toEqual(['Gemma 3', undefined]);
    expect(JSON.stringify(bom)).not.toContain('NOASSERTION');
  });

  test('says of an expression which part is not known, and claims no id for the rest', async () => {
    const here = at({
      'README.md': '---\nlicense: mit\nbase_model: acme/two\n---\n# Two\n',
      'licet.lock.json': JSON.stringify({
        version: 1,
        models: { 'acme/two': { license: 'MIT AND acme-1', source: 'Hub', date: '2026-11-01' } },
      }),
    });
    const two = named(await here.bom(), 'acme/two');
    expect(two.licenses).toEqual([{ license: { name: 'MIT AND acme-1', acknowledgement: 'declared' } }]);
    expect([told(two, 'license:state'), told(two, 'license:openPart')]).toEqual(['unknown-name', 'acme-1']);
    const comments = (await here.spdx()).map(({ comment }) => comment);
    expect(comments).toContain(
      'unknown-name; declared as "MIT AND acme-1", of which is not known: acme-1; lock, ' +
        'as of 2026-11-01; certain',
    );
    const page = await here.said('dossier', '--name', 'acme/Rich-8B');
    expect(page).toContain('<strong>MIT AND acme-1 (of it not known to licet: acme-1)</strong>');
  });

  test('concludes only what a reviewer recorded', async () => {
    const bom = await at(RICH).bom();
    const concluded = bom.components.filter(({ licenses = [] }) =>
      licenses.some((one) => (one.license ?? one).acknowledgement === 'concluded'),
    );
    expect(concluded.map(({ name }) => name)).toEqual(['reviewed']);
    expect(concluded.map((one) => told(one, 'concluded:by'))).toEqual(['Kim']);
    expect(named(bom, 'said-so').licenses).toEqual([{ license: { id: 'MIT' } }]);

    const graph = await at(RICH).spdx();
    const concluding = graph.filter(
      ({ relationshipType, to = [] }) =>
        relationshipType === 'hasConcludedLicense' && !to.includes('expandedlicensing_NoAssertionLicense'),
    );
    expect(concluding.map(({ comment }) => comment)).toEqual([
      'a letter of their counsel; reviewed by Kim, 2026-10-01',
    ]);
    expect(graph.filter(({ type }) => type === 'Person').map(({ name }) => name)).toEqual(['Kim']);
  });

  test('hangs upstreams where scanners look, and guesses nowhere', async () => {
    const bom = await at(RICH).bom();
    const refs = [bom.metadata.component, ...bom.components].map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const edges = bom.dependencies.flatMap(({ dependsOn = [] }) => dependsOn);
    expect(edges.filter((one) => !refs.includes(one))).toEqual([]);
    const guessed = bom.components
      .filter((one) => told(one, 'guess') === 'true')
      .map((one) => one['bom-ref']);
    expect(guessed).toHaveLength(1);
    expect([...refs].sort()).toEqual([bom.metadata.component['bom-ref'], ...edges, ...guessed].sort());
  });

  test('carries the hash that a pointer of the weights holds', async () => {
    expect(JSON.stringify(await at(RICH).bom())).toContain(
      `"name":"model.safetensors","hashes":[{"alg":"SHA-256","content":"${RICH_WEIGHTS}"}]`,
    );
    const graph = await at(RICH).spdx();
    expect(graph.find(({ name }) => name === 'model.safetensors')?.['verifiedUsing']).toEqual([
      { type: 'Hash', algorithm: 'sha256', hashValue: RICH_WEIGHTS },
    ]);
  });

  test('tells each duty with its state and place', async () => {
    const bom = await at(RICH).bom();
    const duties = bom.metadata.component.properties.flatMap(({ name, value }) =>
      name === 'licet:duty' ? [value] : [],
    );
    expect(duties).toContain('done | llama3.1 phrase 1.b.i(B) | README.md:24');
    expect(duties).toContain('missing | llama3.1 name-prefix 1.b.i');
    expect(duties).toContain('not-seen | apache-2.0 keep-copyright 4(c)');
    expect(duties).toContain('done | apache-2.0 include-license 4(a) | LICENSE:1');
  });
});

describe('from a bill of materials alone', () => {
  test('the tree is rebuilt: upstream, relation, license, source, date, confidence, state', async () => {
    const here = at(RICH);
    const tree = await here.tree();
    expect(tree?.upstreams.length).toBe(7);
    for (const version of ['1.6', '1.7'])
      expect(treeFrom(await here.bom('--spec-version', version))).toEqual(treeOf(tree?.upstreams ?? []));
    expect(treeFrom(componentsFrom(await here.spdx()))).toEqual(treeOf(tree?.upstreams ?? []));
  });

  test('both forms tell the same of every work, and write the same licenses', async () => {
    const here = at(RICH);
    const { components } = componentsFrom(await here.spdx());
    const bom = await here.bom();
    const gist = (one: Component) => ({
      name: one.group === undefined ? one.name : `${one.group}/${one.name}`,
      // What hangs where is told by a reference, which each form writes its own way.
      told: one.properties.filter(({ name }) => name !== 'licet:under'),
    });
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    const works = bom.components.filter((one) => told(one, 'kind') !== 'weights');
    expect(components.map(gist).sort(byName)).toEqual(works.map(gist).sort(byName));
    for (const one of components) {
      const other = bom.components.find((each) => gist(each).name === gist(one).name);
      const [said] = other?.licenses ?? [];
      const id = said?.license?.id ?? said?.expression;
      const isReviewed = told(one, 'license:recorded') === undefined || said?.license?.acknowledgement;
      if (id !== undefined && isReviewed)
        expect([one.name, one.licenses]).toEqual([one.name, [{ expression: id }]]);
      if (one.licenses !== undefined) expect([one.name, said === undefined]).toEqual([one.name, false]);
    }
  });

  const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
  const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
    Record<string, { readonly name: string }>
  >;
  test.each(Object.entries(names))('%s is rebuilt', async (folder, { name }) => {
    const said = async (...args: string[]) =>
      (
        await main([...args, `examples/${folder}`, '--name', name], {
          cwd: ROOT,
          env: {},
          terminal: false,
          width: 80,
          today: '2026-11-24',
        })
      ).stdout;
    const [tree] = JSON.parse(await said('tree', '-f', 'json')) as readonly TreeNode[];
    expect(treeFrom(JSON.parse(await said('bom')) as Bom)).toEqual(treeOf(tree?.upstreams ?? []));
    const graph = (JSON.parse(await said('bom', '-f', 'spdx')) as { '@graph': readonly Element[] })['@graph'];
    expect(treeFrom(componentsFrom(graph))).toEqual(treeOf(tree?.upstreams ?? []));
  });

  /** The first four may be recorded; the rest is no license that a config takes. */
  const LICENSES = ['mit', 'llama3.1', 'MIT OR Apache-2.0', 'cc-by-4.0', 'gpl', 'acme-1', 'NOASSERTION'];
  const entry = fc.record({
    license: fc.option(fc.oneof(fc.constantFrom(...LICENSES), fc.stringMatching(/^[A-Za-z][\w .+-]{0,20}$/))),
    relation: fc.constantFrom('finetune', 'merge', 'quantized', undefined),
    reviewed: fc.constantFrom('no', 'recorded', 'reviewed', 'unknown'),
  });
  test('whatever is known: no id without a known license, and nothing concluded unsaid', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const here = at(repositoryOf(entries));
        const bom = await here.bom();
        expect(treeFrom(bom)).toEqual(treeOf((await here.tree())?.upstreams ?? []));
        for (const one of bom.components) {
          const { licenses = [] } = one;
          const isKnown = told(one, 'license:state') === 'known';
          if (!isKnown) expect(idsIn({ ...bom, components: [one] }).length).toBe(1);
          for (const { license, acknowledgement } of licenses)
            if ((license?.acknowledgement ?? acknowledgement) === 'concluded')
              expect(told(one, 'concluded:by')).toBe('Lee');
        }
        const graph = await here.spdx();
        expect(treeFrom(componentsFrom(graph))).toEqual(treeFrom(bom));
        const packages = graph.filter(({ type }) => /^(?:ai_AI|software_)Package$/.test(type));
        for (const { spdxId } of packages)
          for (const relation of ['hasDeclaredLicense', 'hasConcludedLicense'])
            expect(
              graph.filter(({ from, relationshipType }) => from === spdxId && relationshipType === relation),
            ).toHaveLength(1);
      }),
      { numRuns: 25 },
    );
  });

  /** A card of an upstream for each entry, with a lock and recorded facts that tell of them. */
  function repositoryOf(
    entries: readonly { license: string | null; relation: string | undefined; reviewed: string }[],
  ): Readonly<Record<string, string>> {
    const models: Record<string, unknown> = {};
    const facts: unknown[] = [];
    entries.forEach(({ license, relation, reviewed }, at) => {
      const model = `acme/up-${at}`;
      const bases = [{ model: `acme/base-${at}`, ...(relation === undefined ? {} : { relation }) }];
      if (reviewed === 'no') models[model] = { license, source: 'Hub', date: '2026-11-01', bases };
      if (
        (reviewed === 'recorded' || reviewed === 'reviewed') &&
        LICENSES.slice(0, 4).includes(license ?? '')
      )
        facts.push({
          model,
          license,
          reason: 'a letter',
          date: '2026-10-01',
          ...(reviewed === 'reviewed' ? { reviewer: 'Lee' } : {}),
        });
    });
    const bases = entries.map((_, at) => `  - acme/up-${at}`);
    return {
      '.git/HEAD': '',
      'README.md': ['---', 'license: mit', 'base_model:', ...bases, '---', '# Rich', ''].join('\n'),
      'licet.lock.json': JSON.stringify({ version: 1, models }),
      'licet.config.yaml': JSON.stringify({ facts }),
    };
  }
});

describe('the forms', () => {
  const documents = async (files: typeof RICH) => {
    const here = at(files);
    const said = async (...args: string[]) =>
      JSON.parse(await here.said('bom', '--name', 'acme/Rich-8B', ...args)) as unknown;
    return {
      old: await said(),
      new: await said('--spec-version', '1.7', '--date', '2026-11-30'),
      spdx: await said('-f', 'spdx'),
    };
  };

  test.each([
    ['a work of every kind', RICH],
    ['words that are no ids', HOSTILE],
    ['a data set', OF_DATA],
    ['nothing', { '.git/HEAD': '', 'README.md': '# Nothing\n', 'config.json': '{}' }],
  ])('of %s hold', async (_, files) => {
    const { old, new: later, spdx } = await documents(files);
    expect(faultsOf('cyclonedx', old)).toEqual([]);
    expect(faultsOf('cyclonedx', later)).toEqual([]);
    expect(faultsOf('spdx', spdx)).toEqual([]);
  });

  test('a document that was broken is refused', async () => {
    const { old, spdx } = await documents(RICH);
    const broken = (form: 'cyclonedx' | 'spdx', from: string | RegExp, to: string) => {
      const text = JSON.stringify(form === 'spdx' ? spdx : old);
      expect(text.replace(from, to)).not.toBe(text);
      return faultsOf(form, JSON.parse(text.replace(from, to)));
    };
    for (const [from, to] of [
      ['"id":"MIT"', '"id":"LicenseRef-Llama"'],
      ['"id":"MIT"', '"id":"NOASSERTION"'],
      ['"name":"acme-eula-7"', '"name":"NOASSERTION"'],
      [/\{"license":\{"id":"MIT"[^}]*\}\}/, '{"expression":"NOASSERTION"}'],
      [/\{"license":\{"id":"MIT"[^}]*\}\}/, '{"license":{"id":"MIT"}},{"expression":"MIT"}'],
      ['"dependsOn":["', '"dependsOn":["nowhere '],
      ['"bom-ref":"provider:GPT-4"', '"bom-ref":"dataset:acme/secret-talk"'],
      ['"type":"data"', '"type":"machine-learning-model"'],
    ] as [string | RegExp, string][])
      expect([from, to, broken('cyclonedx', from, to).length > 0]).toEqual([from, to, true]);
    for (const [from, to] of [
      ['"from":"urn:uuid:', '"from":"urn:uuid:nowhere'],
      ['"relationshipType":"hasDeclaredLicense"', '"relationshipType":"isFond"'],
      ['"createdBy":["urn:uuid:', '"createdBy":["nobody:'],
      ['"simplelicensing_licenseExpression":"MIT"', '"simplelicensing_licenseExpression":"NOASSERTION"'],
    ] as const)
      expect([from, broken('spdx', from, to).length > 0]).toEqual([from, true]);
  });
});

describe('the same facts give the same bytes', () => {
  test.each([[[]], [['--spec-version', '1.7']], [['--format', 'spdx']]])(
    'twice, on another day, in another folder: %j',
    async (args) => {
      const said = (today: string, env: Readonly<Record<string, string>> = {}) =>
        at(RICH, { today, env }).said('bom', '--name', 'acme/Rich-8B', ...args);
      const first = await said('2026-11-24');
      expect(await said('2026-11-24')).toBe(first);
      expect(await said('2027-03-01', { USER: 'somebody', TZ: 'Asia/Seoul' })).toBe(first);
      for (const machine of [hostname(), userInfo().username, tempFolder(), process.version, process.cwd()])
        if (machine.length > 4) expect(first).not.toContain(machine);
    },
  );

  test('another fact gives another serial number', async () => {
    const { serialNumber } = await at(RICH).bom();
    const other = await at({ ...RICH, LICENSE: '' }).bom();
    expect(other.serialNumber).not.toBe(serialNumber);
    expect(serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('a time stands in it only where one is asked for', async () => {
    expect((await at(RICH).bom()).metadata.timestamp).toBeUndefined();
    expect((await at(RICH).bom('--date', '2026-11-30')).metadata.timestamp).toBe('2026-11-30T00:00:00Z');
    const env = { SOURCE_DATE_EPOCH: '1764460800' };
    expect((await at(RICH, { env }).bom()).metadata.timestamp).toBe('2025-11-30T00:00:00Z');
    const [made] = await at(RICH).spdx('--date', '2026-11-30T01:02:03Z');
    expect(made?.['created']).toBe('2026-11-30T01:02:03Z');
  });
});

describe('what is asked for', () => {
  const FILES = { 'README.md': '---\nlicense: mit\n---\n' };
  const TWO = {
    'a/README.md': RICH['README.md'] ?? '',
    'b/README.md': RICH['README.md'] ?? '',
    '.git/HEAD': '',
  };

  test('several repositories are one line each, or a file each in a folder', async () => {
    const here = at(TWO);
    const lines = (await here.said('bom', 'a', 'b')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Bom).metadata.component.name)).toEqual(['a', 'b']);
    await here.said('bom', 'a', 'b', '-o', 'out');
    const read = (file: string) => JSON.parse(readFileSync(join(here.cwd, file), 'utf8')) as Bom;
    expect(read('out/b.cdx.json').metadata.component.name).toBe('b');
    await here.said('bom', 'a', '-o', 'one.json');
    expect(read('one.json')).toEqual(JSON.parse(await here.said('bom', 'a')));
  });

  test.each([
    [['--spec-version', '1.4'], 'no version of CycloneDX that licet writes', 'Use one of 1.6, 1.7'],
    [['-f', 'spdx', '--spec-version', '2.3'], 'SPDX is written as 3.0.1', 'Leave it out'],
    [['-f', 'cyclone'], 'No format named "cyclone"', 'Did you mean `cyclonedx`?'],
    [['--date', 'yesterday'], 'Option "--date" is "yesterday", which is no time', 'Write `2026-11-30`'],
    [['--date', '2026-02-30'], 'Option "--date" is "2026-02-30", which is no time', 'Write `2026-11-30`'],
    [['--revision', 'main'], 'takes a commit of 40 hex digits, not "main"', '`git rev-parse HEAD`'],
  ])('%j is refused', async (args, what, hint) => {
    const { stdout, stderr, code } = await at(RICH).run('bom', ...args);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(what);
    expect(stderr).toContain(hint);
  });

  test('a folder says its commit where somebody does, and the Hub says its own', async () => {
    const sha = '0123456789abcdef0123456789abcdef01234567';
    const { component } = (await at(RICH).bom('--revision', sha)).metadata;
    expect(component).toMatchObject({
      version: sha,
      purl: `pkg:huggingface/acme/Rich-8B@${sha}`,
      'bom-ref': 'pkg:huggingface/acme/Rich-8B@0123456',
    });
    const { url } = await hubServer({ 'acme/served': { cardData: { license: 'mit' }, files: FILES } });
    const here = at({}, { env: { HF_ENDPOINT: url } });
    const served = JSON.parse(await here.said('bom', 'hf:acme/served')) as Bom;
    expect(served.metadata.component).toMatchObject({ version: SHA });
  });

  test.each([{}, { page: 1 }])('the list of the Hub tells the hashes of weights: %j', async (paged) => {
    const sha256 = 'cd'.repeat(32);
    const files = { ...FILES, 'model.gguf': 'GGUF' };
    const model = { cardData: { license: 'mit' }, files, lfs: { 'model.gguf': sha256 }, ...paged };
    const { url } = await hubServer({ 'acme/served': model });
    const { stdout } = await at({}, { env: { HF_ENDPOINT: url } }).run('bom', 'hf:acme/served');
    expect(JSON.parse(stdout)).toMatchObject({
      components: [
        {
          name: 'model.gguf',
          purl: `pkg:huggingface/acme/served@${SHA}#model.gguf`,
          hashes: [{ alg: 'SHA-256', content: sha256 }],
        },
      ],
    });
  });
});
