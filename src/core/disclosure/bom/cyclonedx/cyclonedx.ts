import type { Disclosure, Subject } from '../../disclosure.ts';
import { billOf, pageOf, partsOf, subjectPurl, type Bill, type Making } from '../bom.ts';
import { componentOf, inOrder, pedigreeOf } from './component.ts';
import { declarationsOf } from './declarations.ts';
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
    components: inOrder(works, bill).map((work) => componentOf(work, bill)),
    dependencies: dependenciesOf(bill),
    compositions: compositionsOf(bill),
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
    ...weightComponents(subject, purl),
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

function weightComponents({ weights }: Subject, purl: string | undefined): object {
  if (weights.length === 0) return {};
  return {
    components: weights.map(({ file, sha256 }) => ({
      type: 'file',
      'bom-ref': `file:${file}`,
      name: file,
      hashes: [{ alg: 'SHA-256', content: sha256 }],
      ...(purl === undefined ? {} : { purl: `${purl}#${file.split('/').map(encodeURIComponent).join('/')}` }),
    })),
  };
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

/** Every component with what it comes from: what is only guessed hangs on nothing. */
function dependenciesOf({ facts: { works }, self, refs }: Bill): object[] {
  const on = new Map<string | null, string[]>();
  for (const { guess, under, key } of works) {
    if (guess) continue;
    const all = on.get(under);
    if (all) all.push(refs.get(key) ?? key);
    else on.set(under, [refs.get(key) ?? key]);
  }
  const edge = (ref: string, dependsOn: readonly string[] = []) => ({
    ref,
    ...(dependsOn.length === 0 ? {} : { dependsOn: [...new Set(dependsOn)].sort() }),
  });
  const rest = works.map(({ key }) => edge(refs.get(key) ?? key, on.get(key)));
  return [edge(self, on.get(null)), ...rest.sort((a, b) => (a.ref < b.ref ? -1 : 1))];
}

/** Nobody can say from here that nothing else was used. */
function compositionsOf({ facts: { works, points }, self }: Bill): object[] {
  const lacks =
    works.some(({ license }) => license.state === 'unresolved') ||
    points.some(({ rule }) => rule === 'unresolved-upstream');
  return [
    { aggregate: 'unknown', assemblies: [self] },
    { aggregate: lacks ? 'incomplete' : 'unknown', dependencies: [self] },
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
