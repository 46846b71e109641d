import { placeOf } from '../evaluate/evaluate.ts';
import { section } from '../evaluate/facts/terms/term-labels.ts';
import type { Finding, Obligation } from '../model/finding.ts';
import type { Reach } from '../model/license.ts';
import { wayTo, type Ancestor } from '../model/lineage.ts';
import { lineIndexes, type Span } from './line-index.ts';
import { shownPath, type Report } from './report.ts';

/** One clause under a finding, in our words. */
export interface Why {
  /** The license's name, or the document's title. */
  readonly title: string;
  /** The section as reports show it, such as `§1.b.i`. */
  readonly section: string;
  readonly says: string;
  readonly url?: string;
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
  readonly todo: { readonly word: 'fix' | 'hint'; readonly title: string } | undefined;
}

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
      from: fromOf(finding),
      whys: whysOf(finding),
      todo: fix && {
        word: fix.safe && fix.edits.length > 0 ? 'fix' : 'hint',
        title: fix.title + settling(finding),
      },
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
  return `${why.title} ${why.section}: ${why.says}`;
}

function fromOf({ obligation: because, upstream: about }: Finding): string | undefined {
  // A model that the place itself names needs no way to it.
  if (!because) return about && about.path.length > 1 ? `this model → ${wayTo(about)}` : undefined;
  const { resolution } = because.ancestor;
  // A license read off the model's own name has no date worth telling.
  const asOf =
    resolution.is === 'found' && resolution.from !== 'name' && resolution.asOf !== ''
      ? `, as of ${resolution.asOf}`
      : '';
  const { model } = because.ancestor;
  const today =
    resolution.is === 'found' && resolution.canonical !== undefined && resolution.canonical !== model
      ? `, on the Hub ${resolution.canonical}`
      : '';
  return `this model → ${wayTo(because.ancestor)} (${because.license.id}${asOf}${today})`;
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
  const says = `${term.summary}${when}${open ? ` (${doubtOf(ancestor, term)})` : ''}`;
  return {
    title: license.name,
    section: section(term.section),
    says,
    ...(license.url === undefined ? {} : { url: license.url }),
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

/** Whether nobody said how this repository stands to the first model on the way. */
const isUnsaid = ({ path: [step], reach }: Ancestor) => step.relation === 'unsaid' && reach.length > 1;

/** Why it is open whether a term applies. */
function doubtOf(ancestor: Ancestor, { appliesTo, mayApplyTo }: Obligation['term']): string {
  const { reach } = ancestor;
  if (reach.length > 1 && !reach.every((one) => appliesTo.includes(one)))
    return isUnsaid(ancestor)
      ? 'whether this applies depends on the relation, which is not declared'
      : 'whether this applies depends on a relation that is not known';
  const [only] = reach;
  return mayApplyTo.includes(only)
    ? `the license text does not say whether this applies to ${REACH_WORDS[only]}`
    : 'it is unclear whether this applies here';
}

/** What would settle a doubt that the card leaves. */
function settling({ obligation, alsoObligations: also = [] }: Finding): string {
  const owed = obligation ? [obligation, ...also] : also;
  return owed.some(({ open, ancestor }) => open && isUnsaid(ancestor))
    ? '; add `base_model_relation: finetune` (or adapter, quantized, merge) to settle what applies'
    : '';
}
