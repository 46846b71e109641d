import type { Disclosure, Subject, WeightFile, Work } from '../../disclosure.ts';
import { billOf, pageOf, partsOf, subjectPurl, type Bill, type Making } from '../bom.ts';
import { componentOf, inOrder, pedigreeOf } from './component.ts';
import { declarationsOf } from './declarations.ts';
import { wordsOfPeople } from '../words-of-people.ts';
import { properties } from '../properties.ts';
import { subjectProperties } from '../subject-properties.ts';
import { licensesOf, observed } from './license.ts';

export const CYCLONEDX_VERSIONS = ['1.6', '1.7'] as const;
export type CycloneDxVersion = (typeof CYCLONEDX_VERSIONS)[number];

/** A CycloneDX ML-BOM of one repository (ECMA-424) as a value. Same facts, same bytes. */
export function cycloneDx(disclosure: Disclosure, making: Making, version: CycloneDxVersion): object {
  const bill = billOf(disclosure, making);
  const { works } = disclosure;
  const tool = `licet@${making.version}`;
  return {
    $schema: `http://cyclonedx.org/schema/bom-${version}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion: version,
    serialNumber: `urn:uuid:${bill.uuid}`,
    version: 1,
    metadata: {
      ...(making.date === undefined ? {} : { timestamp: making.date }),
      lifecycles: [{ phase: 'post-build' }],
      tools: {
        components: [
          {
            type: 'application',
            'bom-ref': tool,
            name: 'licet',
            version: making.version,
            purl: `pkg:npm/${tool}`,
          },
        ],
      },
      component: subjectComponent(bill),
    },
    components: [...inOrder(works, bill).map((work) => componentOf(work, bill)), ...weightComponents(bill)],
    dependencies: dependenciesOf(bill),
    compositions: compositionsOf(bill),
    ...annotationsOf(bill),
    ...declarationsOf(bill),
    ...(version === '1.7' ? citationsOf(bill, tool) : {}),
  };
}

function subjectComponent(bill: Bill): object {
  const { subject, works } = bill.facts;
  const { hub, name, owner, license, revision } = subject;
  const purl = subjectPurl(subject);
  const page = pageOf(subject);
  const pedigree = pedigreeOf(null, works);
  return {
    type: TYPES[subject.kind],
    'bom-ref': bill.self,
    ...(owner === null || !hub ? {} : { supplier: { name: owner } }),
    ...partsOf(name, hub),
    ...(revision === null ? {} : { version: revision }),
    ...licensesOf(license),
    ...(purl === undefined ? {} : { purl }),
    ...(pedigree === undefined ? {} : { pedigree }),
    ...(page === undefined ? {} : { externalReferences: referencesOf(page, subject) }),
    ...evidenceOf(subject),
    ...(subject.kind === 'model' ? modelCard(bill) : {}),
    properties: subjectProperties(bill),
  };
}

const TYPES: Readonly<Record<Subject['kind'], string>> = {
  model: 'machine-learning-model',
  dataset: 'data',
  space: 'application',
};

function referencesOf(page: string, { revision }: Subject): object[] {
  return [
    { url: page, type: 'distribution' },
    { url: `${page}/blob/${revision ?? 'main'}/README.md`, type: 'model-card' },
  ];
}

const weightRef = ({ file }: WeightFile) => `file:${file}`;

/** Weight files stand beside the works: GUAC does not look into the component that a document is about. */
function weightComponents({ facts: { subject } }: Bill): object[] {
  const purl = subjectPurl(subject);
  return subject.weights.map((weight) => ({
    type: 'file',
    'bom-ref': weightRef(weight),
    name: weight.file,
    hashes: [{ alg: 'SHA-256', content: weight.sha256 }],
    ...(purl === undefined
      ? {}
      : { purl: `${purl}#${weight.file.split('/').map(encodeURIComponent).join('/')}` }),
    properties: properties({ 'licet:kind': 'weights' }),
  }));
}

function evidenceOf({ texts, copyright, declaredAt }: Subject): object {
  const evidence = {
    ...(declaredAt === null
      ? {}
      : {
          occurrences: [
            {
              location: declaredAt.file,
              ...(declaredAt.line === null ? {} : { line: declaredAt.line }),
              additionalContext: 'license',
            },
          ],
        }),
    ...(texts.length === 0 ? {} : { licenses: texts.map(observed) }),
    ...(copyright.length === 0 ? {} : { copyright: copyright.map((text) => ({ text })) }),
  };
  return Object.keys(evidence).length === 0 ? {} : { evidence };
}

function modelCard({ facts: { subject, works }, refs }: Bill): object {
  const datasets = works.flatMap(({ kind, key }) =>
    kind === 'dataset' ? [{ ref: refs.get(key) ?? key }] : [],
  );
  const modelParameters = {
    ...(subject.task === null ? {} : { task: subject.task }),
    ...(subject.modelType === null ? {} : { architectureFamily: subject.modelType }),
    ...(subject.architectures.length === 0 ? {} : { modelArchitecture: subject.architectures.join(', ') }),
    ...(datasets.length === 0 ? {} : { datasets }),
  };
  return Object.keys(modelParameters).length === 0 ? {} : { modelCard: { modelParameters } };
}

/**
 * Every component with what it comes from, the nearest first, since GUAC takes for indirect what it has met
 * before; what is only guessed hangs on nothing.
 */
function dependenciesOf(bill: Bill): object[] {
  const { works, subject } = bill.facts;
  const refOf = ({ key }: Work) => bill.refs.get(key) ?? key;
  const files = subject.weights.map(weightRef);
  const on = new Map<string | null, string[]>([[null, [...files]]]);
  for (const work of works) {
    if (work.guess) continue;
    const all = on.get(work.under);
    if (all) all.push(refOf(work));
    else on.set(work.under, [refOf(work)]);
  }
  const edge = (ref: string, dependsOn: readonly string[] = []) => ({
    ref,
    ...(dependsOn.length === 0 ? {} : { dependsOn: [...new Set(dependsOn)].sort() }),
  });
  const rest = inOrder(works, bill).map((work) => edge(refOf(work), on.get(work.key)));
  return [edge(bill.self, on.get(null)), ...rest, ...files.map((file) => edge(file))];
}

/** What people said, each with the day: licet itself has no opinion to add. */
function annotationsOf(bill: Bill): object {
  const words = wordsOfPeople(bill);
  if (words.length === 0) return {};
  return {
    annotations: words.map(({ key, by, at, text }) => ({
      'bom-ref': key,
      subjects: [bill.self],
      annotator: { individual: { name: by } },
      timestamp: at,
      text,
    })),
  };
}

/** That nothing else was used can be said by the team alone, and of what is then known whole. */
function compositionsOf({ facts: { works, points, answers }, self }: Bill): object[] {
  const isStated = answers.some(({ says, answer }) => says === 'works' && answer === 'yes');
  const lacks =
    works.some(({ license }) => license.state === 'unresolved') ||
    points.some(({ rule }) => rule === 'unresolved-upstream');
  return [
    { aggregate: 'unknown', assemblies: [self] },
    { aggregate: lacks ? 'incomplete' : isStated ? 'complete' : 'unknown', dependencies: [self] },
  ];
}

/** Who said which license: only where a time was asked for, since the form demands one. */
function citationsOf(bill: Bill, tool: string): object {
  const { date } = bill.making;
  if (date === undefined) return {};
  const citations = inOrder(bill.facts.works, bill).flatMap(({ license }, at) =>
    license.source === null || licensesOf(license).licenses === undefined
      ? []
      : [
          {
            pointers: [`/components/${at}/licenses`],
            timestamp: date,
            attributedTo: tool,
            note: [license.source, ...(license.asOf === null ? [] : [`as of ${license.asOf}`])].join(', '),
          },
        ],
  );
  return citations.length === 0 ? {} : { citations };
}
