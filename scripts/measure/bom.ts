/**
 * Holds every bill of materials of the examples against the official checks.
 *
 *   npm run fetch-schemas
 *   tsx scripts/measure/bom.ts [<validators> [<spdx files>]]
 *
 * `validators` is a folder in which the packages of `official-schemas.ts` are installed, by default
 * `.cache/validators`; `spdx files` holds the files that `npm run fetch-schemas` gets. Nothing is fetched
 * here: what is missing is told, with the command that gets it.
 *
 * CycloneDX 1.6 and 1.7: the strict schema. SPDX: the JSON schema, then SHACL with the classes of the model
 * as targets. Documents that were broken on purpose have to fail, or the check is none. Every license of the
 * catalogue is written once. Exit 1 where something does not hold; 2 without the folders.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runLint } from '../../src/app/run-lint.ts';
import { cycloneDx } from '../../src/core/disclosure/bom/cyclonedx/cyclonedx.ts';
import { spdx3 } from '../../src/core/disclosure/bom/spdx/spdx.ts';
import { disclose, isRead } from '../../src/core/disclosure/disclose.ts';
import type { Disclosure, Work } from '../../src/core/disclosure/disclosure.ts';
import type { Review } from '../../src/core/disclosure/review/review.ts';
import { licenseOf } from '../../src/core/disclosure/license-fact.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { knownOf } from '../../src/core/disclosure/known-facts.ts';
import { SCHEMA_FOLDER, SCHEMAS, VALIDATOR_FOLDER, VALIDATORS } from './official-schemas.ts';
import { HOSTILE, OF_DATA, RICH } from '../../test/support/rich-model.ts';

useDataSource(shippedData);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [validators = join(ROOT, VALIDATOR_FOLDER), spdxFiles = join(ROOT, SCHEMA_FOLDER)] =
  process.argv.slice(2);
const lacking = [
  ...(existsSync(join(validators, 'node_modules'))
    ? []
    : [`the validators: npm install --prefix ${VALIDATOR_FOLDER} --no-save ${VALIDATORS.join(' ')}`]),
  ...(SCHEMAS.every(({ file }) => existsSync(join(spdxFiles, file)))
    ? []
    : ['the official files of SPDX: npm run fetch-schemas']),
];
if (lacking.length > 0) {
  console.error(`bom: not here yet:\n${lacking.map((one) => `  ${one}\n`).join('')}`);
  process.exit(2);
}
const held = createRequire(join(resolve(validators), 'package.json'));
const official = (file: string) => readFileSync(join(spdxFiles, file), 'utf8');
const REVIEW: Review = {
  role: 'legal',
  decision: 'agree',
  by: 'Kim',
  date: '2026-01-01',
  note: 'what is open may stay so',
  rows: '0'.repeat(64),
  facts: '0'.repeat(64),
  accepted: [],
  start: 0,
};
const MAKING = { version: '0.0.0', data: '2026-01-01', reviews: [REVIEW] };
const ANSWERS: Disclosure['answers'] = [
  { says: 'works', answer: 'yes', text: null, evidence: 'a log', by: 'Kim', date: '2026-01-01' },
  { says: 'other', answer: 'yes', text: 'a contract', evidence: null, by: 'Lee', date: '2026-01-02' },
];

/** What is wrong with a document, in a few words; empty where nothing is. */
type Check = (text: string) => Promise<string>;

function cycloneDxCheck(version: '1.6' | '1.7'): Check {
  const { Validation, Spec } = held('@cyclonedx/cyclonedx-library') as {
    Validation: { JsonStrictValidator: new (v: string) => { validate(text: string): Promise<unknown> } };
    Spec: { Version: Record<string, string> };
  };
  const validator = new Validation.JsonStrictValidator(
    Spec.Version[`v${version.replace('.', 'dot')}`] ?? version,
  );
  return async (text) => {
    const wrong = await validator.validate(text);
    if (wrong !== null) return JSON.stringify(wrong).slice(0, 400);
    return references(JSON.parse(text));
  };
}

/** References that are there twice or lead nowhere, which the schema lets through. */
function references(document: unknown): string {
  const defined: string[] = [];
  const used: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, name);
    else if (typeof value !== 'string') return;
    else if (key === 'bom-ref') defined.push(value);
    else if (USES.has(key)) used.push(value);
  };
  walk(document, '');
  const twice = defined.find((one, at) => defined.indexOf(one) < at);
  const lost = used.find((one) => !defined.includes(one));
  if (twice !== undefined) return `reference "${twice}" is there twice`;
  return lost === undefined ? '' : `reference "${lost}" leads nowhere`;
}

const USES: ReadonlySet<string> = new Set([
  'ref',
  'dependsOn',
  'assemblies',
  'dependencies',
  'assessor',
  'requirement',
  'claims',
  'counterClaims',
  'target',
  'attributedTo',
]);

interface Stores {
  readonly Store: new (quads?: unknown) => Store;
  readonly Parser: new (options?: object) => { parse(text: string): unknown };
  readonly DataFactory: { namedNode(iri: string): unknown };
}
interface Store {
  readonly size: number;
  addQuad(...terms: unknown[]): void;
  addQuads(quads: unknown): void;
  getQuads(...terms: unknown[]): unknown;
}
interface Shacl {
  validate(data: Store): Promise<{
    conforms: boolean;
    results: readonly {
      focusNode?: { value: string };
      path?: { value: string };
      message: { value: string }[];
    }[];
  }>;
}

async function spdxCheck(): Promise<Check> {
  const unwrapped = <T>(module: unknown) => ((module as { default?: T }).default ?? module) as T;
  const Ajv = unwrapped<
    new (options: object) => {
      compile(schema: unknown): ((value: unknown) => boolean) & { errors?: unknown };
    }
  >(held('ajv/dist/2020'));
  const addFormats = unwrapped<(ajv: unknown) => void>(held('ajv-formats'));
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const fits = ajv.compile(JSON.parse(official('schema.json')));
  const jsonld = held('jsonld') as { toRDF(value: unknown, options: object): Promise<string> };
  const n3 = held('n3') as Stores;
  const { default: Validator } = (await import(pathToFileURL(held.resolve('rdf-validate-shacl')).href)) as {
    default: new (shapes: Store) => Shacl;
  };
  const shapes = new n3.Store(new n3.Parser().parse(official('spdx-model.ttl')));
  // The shapes are classes of OWL; without this no element is any shape's target, and all conforms.
  shapes.addQuad(
    n3.DataFactory.namedNode('http://www.w3.org/2002/07/owl#Class'),
    n3.DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#subClassOf'),
    n3.DataFactory.namedNode('http://www.w3.org/2000/01/rdf-schema#Class'),
  );
  const context = JSON.parse(official('spdx-context.jsonld')) as unknown;
  const documentLoader = (url: string) =>
    url.endsWith('/spdx-context.jsonld')
      ? Promise.resolve({ document: context, documentUrl: url })
      : Promise.reject(new Error(`not at hand: ${url}`));
  return async (text) => {
    const document = JSON.parse(text) as unknown;
    if (!fits(document)) return `schema: ${JSON.stringify(fits.errors).slice(0, 400)}`;
    const quads = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader });
    const data = new n3.Store(new n3.Parser({ format: 'N-Quads' }).parse(quads));
    data.addQuads(shapes.getQuads(null, null, null, null));
    const { conforms, results } = await new Validator(shapes).validate(data);
    if (conforms) return '';
    const told = results.slice(0, 3).map(({ focusNode, path, message }) => {
      const words = message.map(({ value }) => value).join('; ');
      return `${focusNode?.value ?? ''} ${path?.value ?? ''} ${words.slice(0, 160)}`;
    });
    return `shapes: ${told.join(' | ')}`;
  };
}

const host = { cwd: ROOT, env: {}, terminal: false, width: 80, today: '2026-01-01' };

async function disclosureOf(folder: string, name: string): Promise<Disclosure> {
  const { run, repos } = await runLint({ paths: [folder], name, keepFacts: true }, host);
  const [report] = run.reports;
  if (!report || !isRead(report)) throw new Error(`${folder} could not be read`);
  return disclose(report, await knownOf(repos[0], undefined));
}

/** That of a repository with these files. */
async function disclosureOfFiles(files: Readonly<Record<string, string>>): Promise<Disclosure> {
  const folder = mkdtempSync(join(tmpdir(), 'licet-bom-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await disclosureOf(folder, 'acme/Rich-8B');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A disclosure with one work under every license that licet knows. */
function everyLicense(from: Disclosure): Disclosure {
  const [work] = from.works;
  if (!work) throw new Error('an example without works');
  const works = shippedCatalogue().entries.map((license): Work => ({
    ...work,
    key: `model:every/${license.id}`,
    name: `every/${license.id}`,
    under: null,
    license: licenseOf({
      is: 'found',
      license: { is: 'known', license },
      raw: license.id,
      bases: [],
      from: 'snapshot',
      asOf: '2026-01',
      confidence: 'certain',
    }),
  }));
  return { ...from, works };
}

/** Documents that were broken on purpose, and which check has to see it. */
function broken(document: string, form: string): readonly string[] {
  if (form !== 'spdx')
    return [
      document.replace(/"id": "[^"]+"/, '"id": "NOASSERTION"'),
      document.replace('"machine-learning-model"', '"a model"'),
      document.replace('"ref": "', '"ref": "nowhere/'),
    ].filter((one) => one !== document);
  return [
    document.replace(/"from": "[^"]+"/, '"from": "urn:uuid:0#nowhere"'),
    document.replace(/"to": \[\s*"urn:[^"]+"/, '"to": ["urn:uuid:0#nowhere"'),
    document.replace('"relationshipType": "hasDeclaredLicense"', '"relationshipType": "isFond"'),
    document.replace(/"createdBy": \[\s*"[^"]+"/, '"createdBy": ["urn:uuid:0#nobody"'),
  ];
}

const checks = {
  'cyclonedx 1.6': cycloneDxCheck('1.6'),
  'cyclonedx 1.7': cycloneDxCheck('1.7'),
  spdx: await spdxCheck(),
};
const writers = {
  'cyclonedx 1.6': (facts: Disclosure, date?: string) => cycloneDx(facts, { ...MAKING, date }, '1.6'),
  'cyclonedx 1.7': (facts: Disclosure, date?: string) => cycloneDx(facts, { ...MAKING, date }, '1.7'),
  spdx: (facts: Disclosure, date?: string) => spdx3(facts, { ...MAKING, date }),
};
const forms = ['cyclonedx 1.6', 'cyclonedx 1.7', 'spdx'] as const;

const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
  Record<string, { readonly name: string }>
>;
const facts = new Map<string, Disclosure>();
for (const [folder, { name }] of Object.entries(names))
  facts.set(folder, await disclosureOf(`examples/${folder}`, name));
for (const folder of ['copied-code', 'unnamed-towers', 'unnamed-upstream', 'relicensed-distill'])
  facts.set(folder, await disclosureOf(`test/fixtures/${folder}/bad`, 'acme-lab/Sample-8B'));

for (const [name, files] of Object.entries({ rich: RICH, hostile: HOSTILE, data: OF_DATA }))
  facts.set(name, await disclosureOfFiles(files));

const rich = facts.get('rich');
if (rich) facts.set('stated', { ...rich, answers: ANSWERS });

const faults: string[] = [];
let [documents, refused, breaks] = [0, 0, 0];
for (const [folder, disclosure] of facts)
  for (const form of forms)
    for (const date of [undefined, '2026-01-02T03:04:05Z']) {
      const text = JSON.stringify(writers[form](disclosure, date), undefined, 2);
      documents += 1;
      const wrong = await checks[form](text);
      if (wrong !== '') faults.push(`${folder}, ${form}: ${wrong}`);
      if (date !== undefined || folder !== 'rich') continue;
      for (const bad of broken(text, form)) {
        breaks += 1;
        if ((await checks[form](bad)) === '') faults.push(`${form} passes a broken document`);
        else refused += 1;
      }
    }
const [first] = facts.values();
if (first)
  for (const form of ['cyclonedx 1.6', 'cyclonedx 1.7'] as const) {
    const wrong = await checks[form](JSON.stringify(writers[form](everyLicense(first))));
    documents += 1;
    if (wrong !== '') faults.push(`every license, ${form}: ${wrong}`);
  }
for (const fault of faults) console.error(fault);
console.log(
  `${documents} documents of ${facts.size} repositories, ${documents - faults.length} pass; ` +
    `${refused} of ${breaks} broken ones are refused`,
);
process.exit(faults.length > 0 ? 1 : 0);
