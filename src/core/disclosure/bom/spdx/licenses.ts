import type { Subject, Work, WorkLicense } from '../../disclosure.ts';
import { wordOf, written } from '../bom.ts';
import { NO_ASSERTION, NONE, type Graph } from './graph.ts';

/** A day as a time. A month or a year is none, and stays text. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The two license relations that the AI and data set profiles ask of every package: exactly one of each. */
export function relateLicenses(graph: Graph, package_: string, work: Pick<Work, 'license' | 'key'>): string {
  const { license } = work;
  const expression = expressionOf(graph, license);
  const word = wordOf(license);
  const declared = graph.relate(
    package_,
    'hasDeclaredLicense',
    word === 'declared' ? (expression ?? NO_ASSERTION) : NO_ASSERTION,
    { comment: declaredComment(license) },
  );
  if (word === 'concluded' && expression !== undefined) concluded(graph, package_, work, expression);
  else
    graph.relate(package_, 'hasConcludedLicense', NO_ASSERTION, {
      comment: 'licet concludes nothing, and no reviewed decision is recorded',
    });
  return declared;
}

/** The repository's own: the only one of which all files are at hand, so that none may be said. */
export function relateOwnLicense(
  graph: Graph,
  package_: string,
  subject: Subject,
  saysNone: boolean,
): string {
  if (!saysNone) return relateLicenses(graph, package_, { license: subject.license, key: 'self' });
  graph.relate(package_, 'hasConcludedLicense', NO_ASSERTION, {
    comment: 'licet concludes nothing, and no reviewed decision is recorded',
  });
  return graph.relate(package_, 'hasDeclaredLicense', NONE, {
    comment: 'none declared, and no file holds a license',
  });
}

/** The element of a license that may be written; undefined where it is not known. */
export function expressionOf(graph: Graph, license: WorkLicense): string | undefined {
  const told = written(license);
  const text =
    told.as === 'id'
      ? told.id
      : told.as === 'expression'
        ? told.expression
        : told.as === 'name'
          ? told.ref
          : undefined;
  return text === undefined
    ? undefined
    : graph.add(`license:${text}`, 'simplelicensing_LicenseExpression', {
        simplelicensing_licenseExpression: text,
      });
}

function concluded(
  graph: Graph,
  package_: string,
  { license, key }: Pick<Work, 'license' | 'key'>,
  expression: string,
): void {
  const { recorded, asOf } = license;
  const reviewer = recorded?.reviewer ?? '';
  const reason = recorded?.reason ?? '';
  const person = graph.add(`person:${reviewer}`, 'Person', { name: reviewer });
  const when = asOf !== null && DAY.test(asOf) ? `${asOf}T00:00:00Z` : graph.created;
  const node = graph.creation(`review ${key}`, person, when);
  graph.relate(package_, 'hasConcludedLicense', expression, {
    comment: `${reason}; reviewed by ${reviewer}, ${asOf ?? ''}`,
  });
  graph.add(
    `review:${key}`,
    'Annotation',
    { annotationType: 'review', subject: package_, statement: `license ${license.label ?? ''}: ${reason}` },
    node,
  );
}

/** Who says so and how sure, or why nothing is said. The states are those of the facts. */
export function declaredComment(license: WorkLicense): string {
  const { state, source, asOf, confidence, reason, raw, oneOf, openParts, recorded, name } = license;
  const read = [...(source === null ? [] : [source]), ...(asOf === null ? [] : [`as of ${asOf}`])].join(', ');
  const partly = `declared as "${raw ?? ''}", of which is not known: ${openParts.join(', ')}`;
  const said = recorded
    ? [`recorded by the team: ${recorded.reason}`]
    : {
        known: [],
        guessed: [
          source === 'name'
            ? `only the name points to ${license.label ?? 'a license'}`
            : `on record as ${license.label ?? 'a license'}, which may be wrong`,
        ],
        unclear: [
          openParts.length > 0
            ? partly
            : `declared as "${raw ?? ''}", which names ` +
              (oneOf.length > 0 ? oneOf.join(', ') : 'several texts'),
        ],
        'unknown-name': [
          openParts.length > 0 ? partly : `declared as "${raw ?? ''}", which licet does not know`,
        ],
        'none-declared': ['declares none'],
        terms: [`no license: ${name ?? "the provider's terms"}`],
        unresolved: [`not resolved: ${reason ?? 'not said'}`],
      }[state];
  return [state, ...said, ...(read === '' ? [] : [read]), ...(confidence === null ? [] : [confidence])].join(
    '; ',
  );
}
