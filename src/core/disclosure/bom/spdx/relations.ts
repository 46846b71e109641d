import type { Relation } from '../../../model/relation.ts';
import type { Work } from '../../disclosure.ts';
import { spotText } from '../bom.ts';
import type { Graph } from './graph.ts';

/** How SPDX 3.0.1 calls each relation, and which way it points. */
const NAMES: Readonly<Record<Relation | 'unsaid', readonly [type: string, from: 'this' | 'upstream']>> = {
  copy: ['copiedTo', 'upstream'],
  finetune: ['descendantOf', 'this'],
  merge: ['descendantOf', 'this'],
  quantized: ['descendantOf', 'this'],
  adapter: ['dependsOn', 'this'],
  component: ['contains', 'this'],
  // Which data set a closed model made is seldom told.
  outputs: ['other', 'this'],
  dataset: ['trainedOn', 'this'],
  code: ['contains', 'this'],
  unsaid: ['descendantOf', 'this'],
};

/**
 * The relation of a work to what it hangs on, with the places that tell it. `noAssertion`: nobody can see
 * from here that nothing else was used.
 */
export function relateWork(graph: Graph, work: Work, element: string, below: string): void {
  // Only a model is trained on data.
  const isTraining = graph.bill.facts.subject.kind === 'model' || work.relation.is !== 'dataset';
  const [type, from] = isTraining ? NAMES[work.relation.is] : NAMES.outputs;
  const [start, end] = from === 'this' ? [below, element] : [element, below];
  const relation = graph.relate(start, type, end, {
    completeness: 'noAssertion',
    comment: commentOf(work),
  });
  if (work.under === null) for (const place of work.evidence) relateEvidence(graph, relation, place);
}

function commentOf({ relation, confidence, guess, evidence, under }: Work): string {
  const { is, by, at, possible, part } = relation;
  const told =
    is === 'unsaid'
      ? `relation not stated${possible.length === 0 ? '' : `: ${possible.join(', ')}`}`
      : `relation ${is}`;
  return [
    told,
    ...(is === 'outputs' ? ['its outputs are named as training data'] : []),
    ...(part === null ? [] : [`part ${part}`]),
    ...(by === null ? [] : [`by ${by}${at === null ? '' : ` (${spotText(at)})`}`]),
    ...(guess ? ['only the name points to it'] : []),
    ...(under === null && evidence[0] ? [`named in ${spotText(evidence[0])}`] : []),
    confidence,
  ].join('; ');
}

/** A line as a snippet, a key as the file and a word on it. */
function relateEvidence(graph: Graph, relation: string, place: Work['evidence'][number]): void {
  const { file, line, key, via } = place;
  const whole = fileElement(graph, file);
  if (line === null) {
    graph.relate(relation, 'hasEvidence', whole, key === null ? {} : { comment: `${via} ${key}` });
    return;
  }
  const snippet = graph.add(`place:${file}:${line}`, 'software_Snippet', {
    name: `${file} line ${line}`,
    software_snippetFromFile: whole,
    software_lineRange: { type: 'PositiveIntegerRange', beginIntegerRange: line, endIntegerRange: line },
  });
  graph.relate(relation, 'hasEvidence', snippet, { comment: via });
}

/** A file of the repository, once. */
export function fileElement(graph: Graph, file: string, members: object = {}): string {
  return graph.add(`file:${file}`, 'software_File', { name: file, ...members });
}
