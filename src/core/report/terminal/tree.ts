import type { OutputStyle } from '../report.ts';
import type { Node } from '../lineage.ts';
import { colorsFor, type Colors } from './colors.ts';
import { printable, wrap } from './wrap.ts';

/**
 * The lineage as a tree for the terminal: relation and what tells it, license, where it was read, what is
 * wrong at each model.
 */
export function terminalTree(root: Node, { color, width }: OutputStyle): string {
  const p = colorsFor(color);
  const room = Math.max(50, Math.min(width, 100));
  const lines = [
    `${p.bold(printable(root.model))}  ${p.dim(printable(root.license))}`,
    ...troubles(root, root.children.length > 0 ? '│  ' : '   ', p, room),
  ];
  if (root.children.length === 0) lines.push(p.dim('   no upstream is named'));
  branch(root.children, '', lines, p, room);
  if (root.suppressed !== undefined) lines.push(p.dim(`   ${root.suppressed} suppressed`));
  return `${lines.join('\n')}\n`;
}

function branch(nodes: readonly Node[], indent: string, lines: string[], p: Colors, room: number): void {
  nodes.forEach((node, index) => {
    const last = index === nodes.length - 1;
    const under = indent + (last ? '   ' : '│  ');
    const deeper = under + (node.children.length > 0 ? '│  ' : '   ');
    lines.push(`${p.dim(indent + (last ? '└─ ' : '├─ '))}${p.bold(printable(node.model))}`);
    const how = `${node.relation ?? ''}${node.evidence === undefined ? '' : ` by ${node.evidence}`}`;
    const facts = `${how} · ${node.license}${node.read ? ` · ${node.read}` : ''}`;
    for (const line of wrap(printable(facts), room - deeper.length))
      lines.push(p.dim(deeper) + (node.known ? line : p.yellow(line)));
    lines.push(...troubles(node, deeper, p, room));
    branch(node.children, under, lines, p, room);
  });
}

function troubles(node: Node, indent: string, p: Colors, room: number): string[] {
  return node.findings.flatMap((finding) => {
    const sign = finding.severity === 'error' ? p.red('✖') : p.yellow('!');
    return wrap(`${printable(finding.message)} (${finding.rule})`, room - indent.length - 2).map(
      (line, index) => `${p.dim(indent)}${index === 0 ? sign : ' '} ${line}`,
    );
  });
}

/** Every model once, with a number for drawings. */
function numbered(
  root: Node,
): { readonly node: Node; readonly id: string; readonly parent: string | undefined }[] {
  const all: { node: Node; id: string; parent: string | undefined }[] = [];
  const visit = (node: Node, parent: string | undefined) => {
    const id = `m${all.length}`;
    all.push({ node, id, parent });
    for (const child of node.children) visit(child, id);
  };
  visit(root, undefined);
  return all;
}

const quoted = (text: string) => printable(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"');
const entity = (text: string) =>
  printable(text).replace(/&/g, '#amp;').replace(/"/g, '#quot;').replace(/</g, '#lt;').replace(/>/g, '#gt;');
const mark = (node: Node) =>
  node.findings.some((finding) => finding.severity === 'error')
    ? 'bad'
    : node.findings.length > 0 || !node.known
      ? 'open'
      : 'good';

const MERMAID_CLASSES = [
  '  classDef good stroke:#2da44e',
  '  classDef open stroke:#bf8700',
  '  classDef bad stroke:#cf222e,stroke-width:2px',
];

/** A Mermaid flowchart, from the oldest model down to this one. */
export function mermaid(root: Node): string {
  const lines = ['flowchart BT'];
  for (const { node, id, parent } of numbered(root)) {
    lines.push(`  ${id}["${entity(node.model)}<br/>${entity(node.license)}"]:::${mark(node)}`);
    if (parent !== undefined) lines.push(`  ${parent} -->|"${entity(node.relation ?? '')}"| ${id}`);
  }
  return `${[...lines, ...MERMAID_CLASSES].join('\n')}\n`;
}

/** A Graphviz digraph. */
export function dot(root: Node): string {
  const colors = { good: '#2da44e', open: '#bf8700', bad: '#cf222e' } as const;
  const lines = numbered(root).flatMap(({ node, id, parent }) => [
    `  ${id} [label="${quoted(node.model)}\\n${quoted(node.license)}", color="${colors[mark(node)]}"];`,
    ...(parent === undefined ? [] : [`  ${parent} -> ${id} [label="${quoted(node.relation ?? '')}"];`]),
  ]);
  return (
    'digraph lineage {\n  rankdir=BT;\n  node [shape=box, fontname="sans-serif"];\n' +
    `${lines.join('\n')}\n}\n`
  );
}

/** The lineage as plain values. */
export function treeValue(node: Node): unknown {
  return {
    model: node.model,
    relation: node.relation ?? null,
    evidence: node.evidence ?? null,
    license: node.license,
    known: node.known,
    read: node.read ?? null,
    ...(node.suppressed === undefined ? {} : { suppressed: node.suppressed }),
    findings: node.findings.map(({ rule, severity, confidence, message: what }) => ({
      rule,
      severity,
      confidence,
      message: what,
    })),
    upstreams: node.children.map(treeValue),
  };
}
