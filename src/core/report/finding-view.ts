import { placeOf } from '../evaluate/evaluate.ts';
import { RELATION_WORDS, section } from '../evaluate/facts/terms/term-labels.ts';
import type { Finding, Fix, Obligation } from '../model/finding.ts';
import type { Reach } from '../model/license.ts';
import { wayTo, type Ancestor, type Step } from '../model/lineage.ts';
import { lineIndexes, type Span } from './line-index.ts';
import { datedIn, evidenceOf, knownBy } from './lineage.ts';
import { shownPath, type Report } from './report.ts';

/** One clause under a finding, in our words. */
export interface Why {
  /** The license's name, or the document's title. */
  readonly title: string;
  /** The section as reports show it, such as `§1.b.i`. */
  readonly section: string;
  readonly says: string;
  readonly url?: string;
  /** Why it is open whether this applies: what `says` ends with, in brackets. */
  readonly doubt?: string;
}

/**
 * What a finding tells, before any dress: what, from where, why, and what to do. Text is as the repository
 * has it, not yet escaped.
 */
export interface FindingView {
  readonly finding: Finding;
  /** The file as reports name it. */
  readonly file: string;
  readonly span: Span | undefined;
  /** The key in a file without lines. */
  readonly key: string | undefined;
  /** The way to the upstream whose term it is, with the license and the date of the record. */
  readonly from: string | undefined;
  readonly whys: readonly Why[];
  /** `fix`: `--fix` does it. `hint`: a person decides. */
  readonly todo:
    | {
        readonly word: 'fix' | 'hint';
        readonly title: string;
        /** What would settle a doubt that the card leaves: what `title` ends with. */
        readonly settles: string | undefined;
      }
    | undefined;
}

type Frame = ReturnType<typeof lineIndexes>;

/** The accounts of a repository's findings, in their order. */
export function findingViews(report: Report): FindingView[] {
  const frame = lineIndexes(report.sources);
  return report.findings.map((finding) => {
    const place = placeOf(finding);
    const { fix } = finding;
    return {
      finding,
      file: shownPath(report.root, place.file),
      span: frame(place),
      key: 'key' in place ? place.key : undefined,
      from: fromOf(finding, frame),
      whys: whysOf(finding),
      todo: fix && todoOf(finding, fix),
    };
  });
}

/** `2:10`, the key in a header, or `-` where a finding has only a file. */
export function whereOf({ span, key }: Pick<FindingView, 'span' | 'key'>): string {
  return span ? `${span.start.line}:${span.start.column}` : (key ?? '-');
}

/** The rule's name as it ends a line: an unsure finding says so. */
export function ruleOf({ rule, confidence }: Finding): string {
  return confidence === 'certain' ? rule : `${rule} (${confidence})`;
}

/** A clause in one line. */
export function whyLine(why: Why): string {
  return `${`${why.title} ${why.section}`.trim()}: ${why.says}`;
}

function fromOf({ obligation: because, upstream: about }: Finding, frame: Frame): string | undefined {
  // A model that the place itself names needs no way to it.
  if (!because) return about && about.path.length > 1 ? `this model → ${wayTo(about)}` : undefined;
  const { resolution } = because.ancestor;
  const asOf = datedIn(resolution);
  const { model } = because.ancestor;
  const known =
    resolution.is === 'found' && resolution.recorded ? `, recorded: ${knownBy(resolution.recorded)}` : '';
  const today =
    resolution.is === 'found' && resolution.canonical !== undefined && resolution.canonical !== model
      ? `, on the Hub ${resolution.canonical}`
      : '';
  const told = relationTold(because.ancestor.path[0], frame);
  return `this model → ${wayTo(because.ancestor)} (${because.license.id}${asOf}${known}${today})${told}`;
}

/** `, fine-tune by model.safetensors: …`: how it is known, where no key of the card declares it. */
function relationTold({ relation, by }: Step, frame: Frame): string {
  return by === undefined || by.declared ? '' : `, ${RELATION_WORDS[relation]} by ${evidenceOf(by, frame)}`;
}

/** Addresses of licenses that licet itself puts into a finding's words; all others are of the repository. */
export function linksOf({ finding }: FindingView): ReadonlySet<string> {
  const { obligation, alsoObligations: also = [] } = finding;
  const owed = obligation ? [obligation, ...also] : also;
  return new Set(owed.flatMap(({ license: { url } }) => url ?? []));
}

function whysOf({ obligation: because, alsoObligations: also = [], why }: Finding): Why[] {
  const owed = because ? [because, ...also] : [...also];
  return [
    ...owed.map(whyOwed),
    ...(why?.clauses ?? []).map((clause) => ({
      title: why?.title ?? '',
      section: section(clause.section),
      says: clause.summary,
    })),
  ];
}

function whyOwed({ license, term, open, ancestor }: Obligation): Why {
  const when = term.when === undefined ? '' : `; ${term.when}`;
  const doubt = open ? doubtOf(ancestor, term) : undefined;
  const says = `${term.summary}${when}${doubt === undefined ? '' : ` (${doubt})`}`;
  return {
    title: license.name,
    section: section(term.section),
    says,
    ...(license.url === undefined ? {} : { url: license.url }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** What each class of reach covers, as a noun. */
const REACH_WORDS: Readonly<Record<Reach, string>> = {
  copy: 'unchanged copies',
  derivative: 'fine-tunes and merges',
  quantized: 'quantized versions',
  adapter: 'adapters',
  component: 'models that contain a part of it',
  output: 'models trained on its outputs',
  dataset: 'models trained on it',
  code: 'code that ships with a model',
  companion: 'networks of their own that work beside it',
};

/** Whether it is not sure how this repository stands to the first model on the way. */
const isUnsure = ({ path: [step], mayReach }: Ancestor) =>
  (step.relation === 'unsaid' || step.among !== undefined) && mayReach.length > 1;

/** Why it is open whether a term applies. */
function doubtOf(ancestor: Ancestor, { appliesTo, mayApplyTo }: Obligation['term']): string {
  const { reach, mayReach } = ancestor;
  if (mayReach.length > 1 && !mayReach.every((one) => appliesTo.includes(one)))
    return isUnsure(ancestor)
      ? `whether this applies depends on the relation, ${toldBy(ancestor.path[0])}`
      : 'whether this applies depends on a relation that is not known';
  const [only] = reach;
  return mayApplyTo.includes(only)
    ? `the license text does not say whether this applies to ${REACH_WORDS[only]}`
    : 'it is unclear whether this applies here';
}

const toldBy = ({ relation, by }: Step) =>
  by ? `${RELATION_WORDS[relation]} by ${by.words} alone` : 'which is not declared';

function todoOf(finding: Finding, fix: Fix): FindingView['todo'] {
  const settles = settling(finding);
  return {
    word: fix.safe && fix.edits.length > 0 ? 'fix' : 'hint',
    title: fix.title + (settles === undefined ? '' : `; ${settles}`),
    settles,
  };
}

/** The relations that the Hub knows, with what each brings. */
const HUB_RELATIONS = [
  ['finetune', 'derivative'],
  ['adapter', 'adapter'],
  ['quantized', 'quantized'],
  ['merge', 'derivative'],
] as const;

/** What would settle a doubt that the card leaves: the likeliest line first. */
function settling({ obligation, alsoObligations: also = [] }: Finding): string | undefined {
  const owed = obligation ? [obligation, ...also] : also;
  const unsure = owed.find(({ open, ancestor }) => open && isUnsure(ancestor))?.ancestor;
  if (!unsure) return undefined;
  const open = HUB_RELATIONS.filter(([, reach]) => unsure.mayReach.includes(reach)).map(([one]) => one);
  const likely = open.find((one) => one === unsure.path[0].relation) ?? open[0];
  if (likely === undefined) return undefined;
  const others = open.filter((one) => one !== likely).join(', ');
  const rest = others === '' ? '' : ` (or ${others})`;
  return `add \`base_model_relation: ${likely}\`${rest} to settle what applies`;
}
