import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { RICH, RICH_WEIGHTS } from '../../support/rich-model.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { told, type Bom, type Component } from '../../support/tree-from-bom.ts';

/**
 * What two programs read of a CycloneDX document, after their importers: Dependency-Track 5.1 at c157ee48
 * (`ModelConverter.java`, `ImportBomActivity.java`) and GUAC at a9129548 (`parser_cyclonedx.go`). Neither is
 * run here; what each passes over is left out.
 */
interface Read {
  readonly name: string;
  readonly purl: string | undefined;
  readonly license: string | undefined;
  readonly sha256: string | undefined;
  readonly on: readonly string[];
}

type Wide = Component & {
  readonly purl?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Wide[];
};

/** `type`, `namespace`, `name`, `version` and `subpath` of a package URL; a bad one is an error to GUAC. */
function purlOf(text: string): Readonly<Record<string, string | undefined>> {
  const found = /^pkg:([a-z]+)\/([^/@#?]+)\/([^/@#?]+)(?:@([^#?]+))?(?:#(.+))?$/.exec(text);
  if (!found) throw new Error(`no package URL: ${text}`);
  const [, type, namespace, name, version, subpath] = found;
  return { type, namespace, name, version, subpath };
}

/** Words of an expression as the parsers of both take them. */
const EXPRESSION = /^[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*$/;

function licenseOf({ licenses = [] }: Wide): string | undefined {
  if (licenses.length === 0) return undefined;
  const [{ license, expression } = {}, ...more] = licenses;
  // GUAC refuses the whole document for an expression beside anything else.
  if (more.some((one) => one.expression !== undefined)) throw new Error('an expression beside a license');
  if (expression !== undefined) {
    expect(expression).toMatch(EXPRESSION);
    return expression;
  }
  // A name hides the id from GUAC, and "UNKNOWN" is no name to it.
  expect(license?.id === undefined || license.name === undefined).toBe(true);
  expect(license?.name).not.toBe('UNKNOWN');
  return license?.id ?? license?.name;
}

const HASHES: readonly string[] = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Components by their references, as a program that looks into these finds them. */
function readBy(bom: Bom, tops: readonly Wide[]): ReadonlyMap<string, Read> {
  const all = new Map<string, Read>();
  const edges = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const take = (one: Wide): void => {
    expect(one.name.trim()).not.toBe('');
    expect((one.hashes ?? []).every(({ alg }) => HASHES.includes(alg))).toBe(true);
    if (one.purl !== undefined) purlOf(one.purl);
    all.set(one['bom-ref'], {
      name: one.group === undefined ? one.name : `${one.group}/${one.name}`,
      purl: one.purl,
      license: licenseOf(one),
      sha256: one.hashes?.find(({ alg }) => alg === 'SHA-256')?.content,
      on: edges.get(one['bom-ref']) ?? [],
    });
    for (const part of one.components ?? []) take(part);
  };
  for (const one of tops) take(one);
  return all;
}

const READERS: readonly (readonly [string, (bom: Bom) => ReadonlyMap<string, Read>])[] = [
  // Parts of the component that the document is about, then the components; pedigree is not read.
  [
    'Dependency-Track',
    (bom) => readBy(bom, [...((bom.metadata.component as Wide).components ?? []), ...bom.components]),
  ],
  // The component that the document is about without its parts, then the components; pedigree is not read.
  ['GUAC', (bom) => readBy(bom, bom.components)],
];

const SHA = '0123456789abcdef0123456789abcdef01234567';
async function bomOf(cwd: string, ...args: readonly string[]): Promise<Bom> {
  const host = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-24' };
  return JSON.parse((await main(['bom', ...args], host)).stdout) as Bom;
}

/** References that are reached from the repository over `dependencies` alone. */
function reached(bom: Bom, read: ReadonlyMap<string, Read>): ReadonlySet<string> {
  const top = bom.dependencies.find(({ ref }) => ref === bom.metadata.component['bom-ref']);
  const seen = new Set<string>();
  const walk = (refs: readonly string[]): void => {
    for (const ref of refs)
      if (!seen.has(ref)) {
        seen.add(ref);
        walk(read.get(ref)?.on ?? []);
      }
  };
  walk(top?.dependsOn ?? []);
  return seen;
}

describe.each(READERS)('what %s reads', (_, readerOf) => {
  test('has every work with its license, and hangs it where it belongs', async () => {
    const bom = await bomOf(tempFolder(RICH), '--name', 'acme/Rich-8B', '--revision', SHA);
    const read = readerOf(bom);
    const names = (ref: string) => read.get(ref)?.on.map((one) => read.get(one)?.name);
    expect(read.get('pkg:huggingface/acme/merged')).toMatchObject({
      purl: 'pkg:huggingface/acme/merged',
      license: 'Llama 3.1 Community License',
    });
    expect(names('pkg:huggingface/acme/merged')).toEqual(['Qwen/Qwen2.5-7B', 'meta-llama/Llama-3.1-8B']);
    expect(read.get('dataset:HuggingFaceH4/ultrachat_200k')?.license).toBe('MIT');
    expect(read.get('code:modeling_rich.py')?.license).toBe('Apache-2.0');
    expect([...read.values()].find(({ name }) => name === 'model.safetensors')?.sha256).toBe(RICH_WEIGHTS);
    const guessed = bom.components
      .filter((one) => told(one, 'guess') === 'true')
      .map((one) => one['bom-ref']);
    const seen = reached(bom, read);
    expect([...read.keys()].filter((ref) => !seen.has(ref))).toEqual(guessed);
  });

  test('is told the commit of the repository, and of its files', async () => {
    const bom = await bomOf(tempFolder(RICH), '--name', 'acme/Rich-8B', '--revision', SHA);
    const self = bom.metadata.component as Wide;
    const whole = { type: 'huggingface', namespace: 'acme', name: 'Rich-8B', version: SHA };
    expect(purlOf(self.purl ?? '')).toEqual({ ...whole, subpath: undefined });
    const file = [...readerOf(bom).values()].find(({ name }) => name === 'model.safetensors');
    expect(purlOf(file?.purl ?? '')).toEqual({ ...whole, subpath: 'model.safetensors' });
  });

  const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
  const examples = JSON.parse(readFileSync(`${ROOT}examples/names.json`, 'utf8')) as Record<
    string,
    { readonly name: string }
  >;
  test.each(Object.entries(examples))('of examples/%s leads nowhere', async (folder, { name }) => {
    for (const version of ['1.6', '1.7']) {
      const bom = await bomOf(ROOT, `examples/${folder}`, '--name', name, '--spec-version', version);
      const read = readerOf(bom);
      for (const { on } of read.values()) expect(on.filter((ref) => !read.has(ref))).toEqual([]);
      const refs = bom.dependencies.map(({ ref }) => ref);
      // GUAC takes for indirect what hangs on what it has met: the nearest stand first.
      for (const { ref, dependsOn = [] } of bom.dependencies)
        for (const below of dependsOn) expect(refs.indexOf(below)).toBeGreaterThan(refs.indexOf(ref));
    }
  });
});
