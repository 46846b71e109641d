import type { Disclosure, Subject, Work } from '../../disclosure.ts';
import { billOf, isWhole, pageOf, purlOf, spotText, subjectPurl, type Bill, type Making } from '../bom.ts';
import { subjectProperties } from '../subject-properties.ts';
import { wordsOfPeople } from '../words-of-people.ts';
import { workProperties } from '../work-properties.ts';
import { extensionOf, Graph } from './graph.ts';
import { expressionOf, relateLicenses, relateOwnLicense } from './licenses.ts';
import { fileElement, relateWork } from './relations.ts';

/** The one context that SPDX 3.0.1 allows, letter by letter. */
const CONTEXT = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';

/**
 * An SPDX 3.0.1 document of one repository in JSON-LD as a value. Same facts, same bytes. The profiles of AI
 * and data sets are not claimed: they demand days of release and building that nobody reads from a card.
 */
export function spdx3(disclosure: Disclosure, making: Making): object {
  const bill = billOf(disclosure, making);
  const graph = new Graph(bill);
  addMakers(graph);
  // The files with hashes first: a place in one of them then finds it there.
  const files = addWeights(graph, disclosure.subject);
  const self = addSubject(graph, disclosure.subject);
  const elements = new Map<string | null, string>([[null, self]]);
  for (const work of disclosure.works) elements.set(work.key, addWork(graph, work));
  for (const work of disclosure.works)
    relateWork(graph, work, elements.get(work.key) ?? self, elements.get(work.under) ?? self);
  for (const file of files) graph.relate(self, 'contains', file, { completeness: 'incomplete' });
  relateTexts(graph, self, disclosure.subject);
  annotate(graph, self, elements, disclosure);
  annotateByPeople(graph, self);
  return document(graph, self, bill);
}

function addMakers(graph: Graph): void {
  const { version, data } = graph.bill.making;
  graph.add('agent:licet', 'SoftwareAgent', { name: 'licet' });
  graph.add('tool:licet', 'Tool', {
    name: 'licet',
    description: `licet ${version}, data of ${data}`,
    externalIdentifier: [
      {
        type: 'ExternalIdentifier',
        externalIdentifierType: 'packageUrl',
        identifier: `pkg:npm/licet@${version}`,
      },
    ],
  });
}

function addWeights(graph: Graph, { weights }: Subject): string[] {
  return weights.map(({ file, sha256 }) =>
    fileElement(graph, file, {
      verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: sha256 }],
    }),
  );
}

const PURPOSES = { model: 'model', dataset: 'data', space: 'application' } as const;

/** What stands in the annotations too, at length. */
const ANNOTATED: ReadonlySet<string> = new Set(['licet:point', 'licet:limit']);

function addSubject(graph: Graph, subject: Subject): string {
  const { kind, name, hub, owner, revision, architectures, copyright, declaredAt } = subject;
  const page = pageOf(subject);
  const purl = subjectPurl(subject);
  const supplier =
    owner !== null && hub ? graph.add(`owner:${owner}`, 'Organization', { name: owner }) : undefined;
  const shown = graph.bill.facts.duties.flatMap(({ kind: asks, state, how }) =>
    asks === 'phrase' && state === 'done' && how !== null ? [how.replace(/^"|"$/g, '')] : [],
  );
  const scratch = graph.bill.facts.statements.filter((one) => one.kind === 'from-scratch');
  const self = graph.add('self', kind === 'model' ? 'ai_AIPackage' : 'software_Package', {
    name,
    software_primaryPurpose: PURPOSES[kind],
    ...(supplier === undefined ? {} : { suppliedBy: supplier }),
    ...(revision === null ? {} : { software_packageVersion: revision }),
    ...(page === undefined ? {} : { software_downloadLocation: page }),
    ...(purl === undefined ? {} : { software_packageUrl: purl }),
    ...(copyright.length === 0 ? {} : { software_copyrightText: copyright.join('\n') }),
    ...(shown.length === 0 ? {} : { software_attributionText: shown }),
    ...(kind === 'model' && architectures.length > 0 ? { ai_typeOfModel: architectures } : {}),
    ...(kind === 'model' && scratch.length > 0
      ? {
          ai_informationAboutTraining: scratch
            .map((one) => `stated, not checked: "${one.text}" (${spotText(one.at)})`)
            .join('\n'),
        }
      : {}),
    ...extensionOf(subjectProperties(graph.bill).filter(({ name }) => !ANNOTATED.has(name))),
  });
  const saysNone =
    subject.license.state === 'none-declared' &&
    subject.complete &&
    subject.texts.length + subject.unknownTexts.length === 0;
  const declared = relateOwnLicense(graph, self, subject, saysNone);
  if (declaredAt !== null && declaredAt.line !== null) {
    const snippet = graph.add(`place:${declaredAt.file}:${declaredAt.line}`, 'software_Snippet', {
      name: `${declaredAt.file} line ${declaredAt.line}`,
      software_snippetFromFile: fileElement(graph, declaredAt.file),
      software_lineRange: {
        type: 'PositiveIntegerRange',
        beginIntegerRange: declaredAt.line,
        endIntegerRange: declaredAt.line,
      },
    });
    graph.relate(declared, 'hasEvidence', snippet, { comment: 'license' });
  }
  return self;
}

function addWork(graph: Graph, work: Work): string {
  const { key, kind, name, license, holders } = work;
  if (kind === 'code') return addCode(graph, work);
  const page = pageOf(work);
  const purl = purlOf(work);
  const maker = kind === 'provider' ? license.licensor : null;
  const originator =
    maker === null ? undefined : graph.add(`owner:${maker}`, 'Organization', { name: maker });
  const { url } = license;
  const element = graph.add(`work:${key}`, 'software_Package', {
    name,
    software_primaryPurpose: kind === 'dataset' ? 'data' : 'model',
    ...(originator === undefined ? {} : { originatedBy: [originator] }),
    ...(page === undefined ? {} : { software_downloadLocation: page }),
    ...(purl === undefined ? {} : { software_packageUrl: purl }),
    ...(holders.length === 0 ? {} : { software_copyrightText: holders.join('\n') }),
    ...(license.state === 'known' && url !== null && /^https?:\/\//.test(url)
      ? {
          externalRef: [
            { type: 'ExternalRef', externalRefType: 'license', locator: [encodeURI(url.toWellFormed())] },
          ],
        }
      : {}),
    ...extensionOf(workProperties(work)),
  });
  relateLicenses(graph, element, work);
  if (license.changed.length > 0)
    graph.add(`changed:${key}`, 'Annotation', {
      annotationType: 'other',
      subject: element,
      statement: license.changed.map(({ what, from, asOf }) => `${what} (${from} ${asOf})`).join('\n'),
    });
  return element;
}

function addCode(graph: Graph, work: Work): string {
  const { key, name, holders, takenFrom } = work;
  const element = fileElement(graph, name, {
    software_primaryPurpose: 'source',
    ...(holders.length === 0 ? {} : { software_copyrightText: holders.join('\n') }),
    ...extensionOf(workProperties(work)),
  });
  relateLicenses(graph, element, work);
  for (const { origin, how, ...spot } of takenFrom) {
    const from = graph.add(`origin:${origin}`, 'software_Package', {
      name: origin,
      software_primaryPurpose: 'source',
    });
    graph.relate(element, 'descendantOf', from, {
      completeness: 'noAssertion',
      comment: `${how}; ${spotText(spot)}; in ${key}`,
    });
  }
  return element;
}

/** What a file holds is the file's: it says nothing of what the card declares. */
function relateTexts(graph: Graph, self: string, { texts, unknownTexts, license }: Subject): void {
  for (const { file } of unknownTexts)
    graph.relate(
      self,
      'contains',
      fileElement(graph, file, { software_primaryPurpose: 'documentation', comment: 'text not recognized' }),
      { completeness: 'incomplete' },
    );
  for (const text of texts) {
    const file = fileElement(graph, text.file, { software_primaryPurpose: 'documentation' });
    const whole = { ...license, state: 'known', spdx: text.spdx, name: text.name } as const;
    const told = isWhole(text) ? expressionOf(graph, whole) : undefined;
    if (told !== undefined)
      graph.relate(file, 'hasDeclaredLicense', told, {
        comment: `text recognized: ${text.match}, ${text.score.toFixed(2)}`,
      });
    graph.relate(self, 'contains', file, { completeness: 'incomplete' });
  }
}

/** Duties and open points: what is no license and still belongs to it. */
function annotate(
  graph: Graph,
  self: string,
  elements: ReadonlyMap<string | null, string>,
  { duties, limits, points }: Disclosure,
): void {
  const note = (key: string, subject: string, statement: string) =>
    graph.add(key, 'Annotation', { annotationType: 'other', subject, statement });
  for (const { key, state, where, label, licenseName, section } of duties)
    note(
      `duty:${key}`,
      self,
      [
        `duty ${state}`,
        label,
        `${licenseName} ${section}`,
        ...(where === null ? [] : [spotText(where)]),
      ].join('; '),
    );
  for (const { key, label, licenseName, section, carried } of limits)
    note(
      `limit:${key}`,
      self,
      [
        'limit',
        label,
        `${licenseName} ${section}`,
        ...(carried === null ? [] : [`carried: ${carried}`]),
      ].join('; '),
    );
  for (const { fingerprint, severity, confidence, rule, at, message, work } of points)
    note(
      `point:${rule}:${fingerprint}`,
      elements.get(work) ?? self,
      `${rule} ${severity} ${confidence} ${spotText(at)} ${message} [${fingerprint}]`,
    );
}

/** What people said: each in their name, and of their day. */
function annotateByPeople(graph: Graph, self: string): void {
  for (const { key, is, by, at, text } of wordsOfPeople(graph.bill)) {
    const person = graph.add(`person:${by}`, 'Person', { name: by });
    const annotationType = is === 'review' ? 'review' : 'other';
    graph.add(
      `said:${key}`,
      'Annotation',
      { annotationType, subject: self, statement: text },
      graph.creation(`said ${key}`, person, at),
    );
  }
}

function document(graph: Graph, self: string, { facts, hash }: Bill): object {
  const cc0 = graph.add('license:CC0-1.0', 'simplelicensing_LicenseExpression', {
    simplelicensing_licenseExpression: 'CC0-1.0',
  });
  const parts = graph.ids();
  const sbom = graph.add('sbom', 'software_Sbom', {
    software_sbomType: ['analyzed'],
    rootElement: [self],
    element: parts,
  });
  graph.add('document', 'SpdxDocument', {
    name: facts.subject.name,
    comment: `licet:facts:sha256 ${hash}`,
    rootElement: [sbom],
    element: [...parts, sbom],
    // `extension` is used, and cannot be claimed: the context takes that word for the property of this name.
    profileConformance: ['core', 'software', 'simpleLicensing'],
    dataLicense: cc0,
  });
  return { '@context': CONTEXT, '@graph': graph.all() };
}
