import { Ajv } from 'ajv';
import ids from 'spdx-license-ids/index.json' with { type: 'json' };
import oldIds from 'spdx-license-ids/deprecated.json' with { type: 'json' };

/**
 * The parts of CycloneDX 1.6 and SPDX 3.0.1 that licet writes, each as strict as the form itself or stricter.
 * The official schemas are held against it by `scripts/measure/bom.ts`.
 */
const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', minItems: 1, items: text };
const share = { type: 'number', minimum: 0, maximum: 1 };
const only = (
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const listOf = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

/** A name that stands for no license is none. */
const licenseName = {
  type: 'string',
  minLength: 1,
  not: { pattern: '^(?:NOASSERTION|NONE|noassertion|none)$' },
};
const acknowledgement = { enum: ['declared', 'concluded'] };
const details = {
  acknowledgement,
  url: text,
  licensing: only({}, { altIds: texts, licensor: only({ organization: only({ name: text }) }) }),
  properties: ref('properties'),
};
const license = {
  oneOf: [only({ id: { enum: [...ids, ...oldIds] } }, details), only({ name: licenseName }, details)],
};
const EXPRESSION = '^(?!.*NO(?:ASSERTION|NE))[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+|[()])*$';

const component = {
  ...only(
    { type: { enum: ['machine-learning-model', 'data', 'file', 'application', 'library'] }, name: text },
    {
      'bom-ref': text,
      group: text,
      version: { type: 'string', pattern: '^[0-9a-f]{40}$' },
      purl: { type: 'string', pattern: '^pkg:huggingface/[^ ]+$' },
      supplier: only({ name: text }),
      licenses: ref('licenses'),
      copyright: text,
      hashes: listOf(
        only({ alg: { const: 'SHA-256' }, content: { type: 'string', pattern: '^[0-9a-f]{64}$' } }),
      ),
      pedigree: only(
        {},
        { ancestors: listOf(ref('component')), variants: listOf(ref('component')), notes: text },
      ),
      externalReferences: listOf(
        only({
          url: { type: 'string', pattern: '^https://' },
          type: { enum: ['distribution', 'model-card'] },
        }),
      ),
      components: listOf(ref('component')),
      evidence: ref('evidence'),
      modelCard: only({
        modelParameters: only(
          {},
          {
            task: text,
            architectureFamily: text,
            modelArchitecture: text,
            datasets: listOf(only({ ref: text })),
          },
        ),
      }),
      data: listOf(only({ type: { const: 'dataset' }, name: text }, { contents: only({ url: text }) })),
      properties: ref('properties'),
    },
  ),
  allOf: [
    { if: { properties: { type: { const: 'data' } } }, else: { not: { required: ['data'] } } },
    {
      if: { properties: { type: { const: 'machine-learning-model' } } },
      else: { not: { required: ['modelCard'] } },
    },
  ],
};

const definitions = {
  properties: listOf(only({ name: { type: 'string', pattern: '^(?:licet|cdx:ai-ml:model):' }, value: text })),
  licenses: {
    oneOf: [
      { type: 'array', minItems: 1, items: only({ license }) },
      {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: only({ expression: { type: 'string', pattern: EXPRESSION } }, { acknowledgement }),
      },
    ],
  },
  evidence: only(
    {},
    {
      identity: listOf(
        only({
          field: { enum: ['name', 'purl'] },
          confidence: share,
          methods: listOf(
            only({
              technique: {
                enum: ['manifest-analysis', 'binary-analysis', 'source-code-analysis', 'filename', 'other'],
              },
              confidence: share,
              value: text,
            }),
          ),
        }),
      ),
      occurrences: listOf(
        only(
          { location: text },
          { line: { type: 'integer', minimum: 1 }, symbol: text, additionalContext: text },
        ),
      ),
      licenses: ref('licenses'),
      copyright: listOf(only({ text })),
    },
  ),
  component,
};

export const cycloneDxSchema = {
  definitions,
  ...only(
    {
      $schema: text,
      bomFormat: { const: 'CycloneDX' },
      specVersion: { enum: ['1.6', '1.7'] },
      serialNumber: { type: 'string', pattern: '^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' },
      version: { const: 1 },
      metadata: only(
        { lifecycles: { type: 'array' }, tools: { type: 'object' }, component: ref('component') },
        { timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' } },
      ),
      components: listOf(ref('component')),
      dependencies: listOf(only({ ref: text }, { dependsOn: texts })),
      compositions: listOf(
        only(
          { aggregate: { enum: ['unknown', 'incomplete', 'complete'] } },
          { assemblies: texts, dependencies: texts },
        ),
      ),
    },
    {
      definitions: { type: 'object' },
      declarations: { type: 'object' },
      citations: { type: 'array' },
      annotations: listOf(
        only({
          'bom-ref': text,
          subjects: texts,
          annotator: only({ individual: only({ name: text }) }),
          timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
          text,
        }),
      ),
    },
  ),
};

const iri = { type: 'string', pattern: '^urn:uuid:[0-9a-f-]{36}#\\S+$' };
const INDIVIDUALS = { enum: ['expandedlicensing_NoAssertionLicense', 'expandedlicensing_NoneLicense'] };
const RELATIONS = [
  'copiedTo',
  'descendantOf',
  'dependsOn',
  'contains',
  'trainedOn',
  'other',
  'hasDeclaredLicense',
  'hasConcludedLicense',
  'hasEvidence',
];

/** One element of an SPDX graph, as far as every element is alike, and relations whole. */
export const spdxSchema = only({
  '@context': { const: 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld' },
  '@graph': listOf({
    type: 'object',
    required: ['type'],
    oneOf: [
      {
        required: ['@id', 'specVersion', 'created', 'createdBy'],
        properties: { type: { const: 'CreationInfo' }, createdBy: listOf(iri) },
      },
      {
        required: ['spdxId', 'creationInfo', 'from', 'to', 'relationshipType'],
        properties: {
          type: { const: 'Relationship' },
          spdxId: iri,
          from: iri,
          to: { type: 'array', minItems: 1, items: { anyOf: [iri, INDIVIDUALS] } },
          relationshipType: { enum: RELATIONS },
          completeness: { enum: ['noAssertion', 'incomplete'] },
        },
      },
      {
        required: ['spdxId', 'creationInfo'],
        not: { required: ['from'] },
        properties: {
          type: { not: { enum: ['CreationInfo', 'Relationship'] } },
          spdxId: iri,
          simplelicensing_licenseExpression: { type: 'string', pattern: EXPRESSION },
        },
      },
    ],
  }),
});

const ajv = new Ajv({ strict: false });
const checks = { cyclonedx: ajv.compile(cycloneDxSchema), spdx: ajv.compile(spdxSchema) };

/** What is wrong with a document; the schemas do not see references that lead nowhere. */
export function faultsOf(form: keyof typeof checks, document: unknown): readonly string[] {
  const check = checks[form];
  const shape = check(document)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  return [...shape, ...strayReferences(document)];
}

const DEFINES: ReadonlySet<string> = new Set(['bom-ref', 'spdxId', '@id']);
const USES: ReadonlySet<string> = new Set([
  ...['ref', 'dependsOn', 'assemblies', 'dependencies', 'requirement', 'claims', 'counterClaims', 'assessor'],
  ...['target', 'attributedTo'],
  ...['from', 'to', 'element', 'rootElement', 'createdBy', 'createdUsing', 'subject', 'suppliedBy'],
  ...['originatedBy', 'software_snippetFromFile', 'creationInfo', 'dataLicense'],
]);

/** References that are there twice, or that lead nowhere. */
function strayReferences(document: unknown): readonly string[] {
  const defined = new Map<string, number>();
  const used = new Set<string>();
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) walk(member, name);
    else if (typeof value !== 'string' || INDIVIDUALS.enum.includes(value)) return;
    else if (DEFINES.has(key)) defined.set(value, (defined.get(value) ?? 0) + 1);
    else if (USES.has(key)) used.add(value);
  };
  walk(document, '');
  return [
    ...[...defined].filter(([, times]) => times > 1).map(([one]) => `${one} is there twice`),
    ...[...used].filter((one) => !defined.has(one)).map((one) => `${one} leads nowhere`),
  ];
}
