import type { Point } from '../disclosure.ts';
import { spotText, type Bill } from './bom.ts';
import { licenseProperties } from './license-properties.ts';
import { properties, sorted, type Property } from './properties.ts';

/** What the facts say of the repository itself, and neither form has a field for. */
export function subjectProperties({ facts, hash, making }: Bill): readonly Property[] {
  const { subject, points, duties, statements, silences } = facts;
  const open = points.filter(({ answer }) => answer === null);
  const count = (severity: Point['severity']) =>
    String(open.reduce((sum, one) => sum + (one.severity === severity ? one.standsFor : 0), 0));
  return sorted([
    ...licenseProperties(subject.license),
    ...properties({
      'cdx:ai-ml:model:language': subject.kind === 'model' ? subject.languages : [],
      'licet:data': making.data,
      'licet:facts:sha256': hash,
      'licet:name:from': subject.nameFrom,
      'licet:findings:error': count('error'),
      'licet:findings:info': count('info'),
      'licet:findings:warning': count('warning'),
      'licet:findings:suppressed': String(points.length - open.length),
      'licet:unknownText': subject.unknownTexts.map(({ file }) => file),
      'licet:duty': duties.map(({ key, state, where }) =>
        [state, key, ...(where === null ? [] : [spotText(where)])].join(' | '),
      ),
      'licet:limit': facts.limits.map(({ key, carried }) => [carried ?? 'undeclared', key].join(' | ')),
      'licet:point': points.map((one) =>
        [one.severity, one.confidence, one.rule, spotText(one.at), one.message, one.fingerprint].join(' | '),
      ),
      'licet:answer': facts.answers.map(({ says, answer, by, date }) => [says, answer, by, date].join(' | ')),
      'licet:silence': silences.map(({ about, count: these, of }) =>
        of === 0 ? [about, ...(these === 0 ? [] : [these])].join(' ') : `${about} ${these} of ${of}`,
      ),
      ...Object.fromEntries(
        statements.map(({ kind }) => [
          `licet:statement:${kind}`,
          statements.flatMap((one) => (one.kind === kind ? [`${spotText(one.at)} ${one.text}`] : [])),
        ]),
      ),
    }),
  ]);
}
