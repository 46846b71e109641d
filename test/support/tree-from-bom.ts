import { RELATION_WORDS } from '../../src/core/evaluate/facts/terms/term-labels.ts';

/** A component of a CycloneDX document, as far as it is read here. */
export interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string; readonly acknowledgement?: string };
    readonly expression?: string;
    readonly acknowledgement?: string;
  }[];
  readonly evidence?: {
    readonly occurrences?: readonly { readonly location: string; readonly line?: number }[];
  };
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

export interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly annotations?: readonly object[];
  readonly compositions: readonly { readonly aggregate: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** What `licet tree --format json` says of one upstream, but for findings. */
export interface TreeNode {
  readonly model: string;
  readonly relation: string | null;
  readonly evidence: string | null;
  readonly license: string;
  readonly known: boolean;
  readonly read: string | null;
  readonly upstreams: readonly TreeNode[];
}

/** The value of a property in licet's namespace. */
export const told = ({ properties }: Component, name: string): string | undefined =>
  properties.find((one) => one.name === `licet:${name}`)?.value;

const byModel = (a: TreeNode, b: TreeNode) => (a.model < b.model ? -1 : 1);

/** The upstreams of a repository, all the way up, from its bill of materials alone. */
export function treeFrom({ components }: Pick<Bom, 'components'>, under?: string): readonly TreeNode[] {
  return components
    .filter((one) => ['model', 'component'].includes(told(one, 'kind') ?? ''))
    .filter((one) => told(one, 'under') === under)
    .map((one) => ({
      model: one.group === undefined ? one.name : `${one.group}/${one.name}`,
      relation: RELATION_WORDS[(told(one, 'relation') ?? 'unsaid') as keyof typeof RELATION_WORDS],
      evidence: evidenceOf(one),
      ...licenseOf(one),
      read: readOf(one, under === undefined),
      upstreams: treeFrom({ components }, one['bom-ref']),
    }))
    .sort(byModel);
}

/** A tree as `licet tree` prints it, in the same order and without findings. */
export function treeOf(nodes: readonly (TreeNode & { readonly findings?: unknown })[]): readonly TreeNode[] {
  return nodes
    .map(({ findings: _, upstreams, ...node }) => ({ ...node, upstreams: treeOf(upstreams) }))
    .sort(byModel);
}

function evidenceOf(one: Component): string | null {
  const words = told(one, 'relation:by');
  if (words === undefined) return null;
  const [, file, line] = /^(.*):(\d+)$/.exec(told(one, 'relation:at') ?? '') ?? [];
  const sure = told(one, 'relation:confidence') ?? 'certain';
  const likely = sure === 'certain' ? [] : [sure];
  if (file === undefined) return [words, ...likely.map((word) => `(${word})`)].join(' ');
  return words.includes(file)
    ? [words.replace(file, `${file}:${line}`), ...likely.map((word) => `(${word})`)].join(' ')
    : `${words} (${[`${file}:${line}`, ...likely].join(', ')})`;
}

function licenseOf(one: Component): { license: string; known: boolean } {
  const state = told(one, 'license:state') ?? '';
  const reason = told(one, 'license:reason');
  if (reason !== undefined) return { license: `unknown (${reason})`, known: false };
  if (state === 'none-declared') return { license: 'none', known: false };
  return { license: told(one, 'license:label') ?? '', known: state !== 'unknown-name' };
}

function readOf(one: Component, isNamedHere: boolean): string | null {
  const canonical = told(one, 'canonical');
  const [source, asOf] = [told(one, 'license:source'), told(one, 'license:asOf')];
  const [recorded, reviewer] = [told(one, 'license:recorded'), told(one, 'concluded:by')];
  const how =
    recorded === undefined
      ? ''
      : ` (${recorded}${reviewer === undefined ? '' : `, reviewed by ${reviewer}`})`;
  const parts = [
    ...(canonical === undefined ? [] : [`on the Hub ${canonical}`]),
    ...(isNamedHere ? [`named in ${one.evidence?.occurrences?.[0]?.location ?? ''}`] : []),
    ...(source === undefined || source === 'name'
      ? []
      : [`license from ${source}${asOf === undefined ? '' : ` ${asOf}`}${how}`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}
