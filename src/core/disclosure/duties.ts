import { LEGAL } from '../evaluate/facts/legal-files.ts';
import type { Facts } from '../evaluate/facts/facts.ts';
import type { Finding, Obligation } from '../model/finding.ts';
import type { Duty, DutyKind, DutyOf } from '../model/license.ts';
import { carriedBy, type Owed } from './clauses.ts';
import type { DutyFact, Spot } from './disclosure.ts';
import type { Places } from './places.ts';

/** What shows that a duty is done; `where` or `how` says it. */
interface Done {
  readonly where?: Spot | undefined;
  readonly how?: string;
}

/** A duty, and where to look for what it asks. */
interface Asked<D extends Duty = Duty> {
  readonly owed: Obligation<D>;
  readonly term: D;
  readonly facts: Facts;
  readonly places: Places;
}

/**
 * The state of every duty. `found` are the findings of all rules at their own levels: what a config turns off
 * is missing all the same.
 */
export function dutiesFrom(
  clauses: readonly Owed<Duty>[],
  found: readonly Finding[],
  facts: Facts,
  places: Places,
): readonly DutyFact[] {
  return clauses.map(({ owed, fact }) => {
    const against = found.filter((finding) => speaksOf(finding, owed));
    const points = [...new Set(against.map(({ fingerprint }) => fingerprint))].sort();
    if (against.length > 0) {
      const isSure = !owed.open && against.some(({ confidence }) => confidence === 'certain');
      return { ...fact, state: isSure ? 'missing' : 'open', where: null, how: null, points };
    }
    const done = doneBy({ owed, term: owed.term, facts, places });
    if (done) return { ...fact, state: 'done', where: done.where ?? null, how: done.how ?? null, points };
    return { ...fact, state: owed.open ? 'open' : 'not-seen', where: null, how: null, points };
  });
}

function speaksOf({ obligation, alsoObligations = [] }: Finding, { license, term }: Obligation): boolean {
  return [...(obligation ? [obligation] : []), ...alsoObligations].some(
    (one) =>
      one.license.id === license.id && one.term.kind === term.kind && one.term.section === term.section,
  );
}

/** How each kind of duty is seen to be done, by the facts that the rules ask. The rest no file can show. */
const SEEN: { readonly [K in DutyKind]?: (asked: Asked<DutyOf<K>>) => Done | undefined } = {
  'include-license': ({ owed: { license }, term, facts: { files }, places }) => {
    const [text] = files.licenseTexts(license);
    if (text) return { where: places.spot(text.place), how: `text of the license (${text.match.match})` };
    return term.orLink && files.linksToLicense(license)
      ? { where: linkTo(license, places), how: 'link to the license' }
      : undefined;
  },
  notice: ({ term, facts: { files }, places }) => {
    const texts = [...term.texts, ...(term.accepts ?? [])].filter((one) => files.includesNotice(one));
    return texts.length > 0 ? { where: places.ofSentence(texts, anywhere), how: 'the notice' } : undefined;
  },
  phrase: ({ term, facts: { files }, places }) => {
    const texts = term.texts.filter((one) => files.cardShows(one));
    const card = files.card?.file;
    return texts.length > 0
      ? { where: places.ofSentence(texts, (file) => file === card), how: `"${texts[0] ?? ''}"` }
      : undefined;
  },
  'name-prefix': ({ term, facts: { attribution, name } }) =>
    isGuessed(name) || !spellings(term).some((one) => attribution.hasPrefix(ownName(name), one))
      ? undefined
      : { how: `name "${name.value}"` },
  'name-avoid': ({ term, facts: { attribution, name } }) =>
    isGuessed(name) || attribution.hasPrefix(ownName(name), term.text)
      ? undefined
      : { how: `name "${name.value}"` },
  'mark-changes': ({ facts: { attribution, files, claims }, places }) => {
    if (!attribution.statesChanges) return undefined;
    const said = [...claims('upstream'), ...claims('form')].find(
      ({ relation, place }) => relation !== 'unsaid' && place.file === files.card?.file,
    );
    return said
      ? { where: places.spot(said.place), how: `relation "${said.relation}"` }
      : { where: cardOf(files), how: 'words in the text' };
  },
  'pass-on-restrictions': ({ owed: { license }, facts: { attribution, files }, places }) => {
    const [text] = files.licenseTexts(license);
    if (text) return { where: places.spot(text.place), how: 'text of the license' };
    if (files.linksToLicense(license)) return { where: linkTo(license, places), how: 'link to the license' };
    return files.hasUsePolicy || attribution.mentionsRestrictions
      ? { where: files.hasUsePolicy ? undefined : cardOf(files), how: 'use policy' }
      : undefined;
  },
  'keep-copyright': ({ owed, facts, places }) => linesKept(owed, facts, places),
  'keep-notices': ({ owed, facts, places }) => linesKept(owed, facts, places),
  credit: ({ owed: { ancestor, license }, facts: { attribution }, places }) => {
    const { model, hub } = ancestor;
    const asksLink = license.id.startsWith('cc-');
    const isThere = asksLink
      ? attribution.linksTo(model) && attribution.namesInText(model)
      : attribution.names(model);
    return hub && isThere ? { where: places.ofText([model], anywhere), how: `names "${model}"` } : undefined;
  },
  acknowledge: ({ term, facts: { files }, places }) => {
    const texts = (term.texts ?? []).filter((one) => files.includesText(one));
    return texts.length > 0 ? { where: places.ofSentence(texts, anywhere) } : undefined;
  },
  'same-license': ({ owed, facts, places }) => {
    const { effective } = facts.license;
    return effective && carriedBy(facts, owed) === 'yes'
      ? { where: places.spot(effective.claim.place), how: `license "${effective.raw}"` }
      : undefined;
  },
};

function doneBy(asked: Asked): Done | undefined {
  const see = SEEN[asked.term.kind] as ((one: Asked) => Done | undefined) | undefined;
  return see?.(asked);
}

/** Every line on record of works under this license is here. Where none is on record, nobody can tell. */
function linesKept({ license, term }: Obligation, facts: Facts, places: Places): Done | undefined {
  const asked = facts.attribution.copyrightLines.filter(({ obligations }) =>
    obligations.some((one) => one.license.id === license.id && one.term.kind === term.kind),
  );
  const lines = asked.map(({ line }) => line.line);
  return lines.length > 0 && lines.every((line) => facts.files.includesText(line))
    ? { where: places.ofSentence(lines, anywhere), how: 'copyright lines on record' }
    : undefined;
}

const anywhere = (file: string) => LEGAL.test(file) || /\.md$/i.test(file);
const cardOf = ({ card }: Facts['files']): Spot | undefined =>
  card && { file: card.file, line: null, key: null };
const linkTo = ({ url = '' }: Obligation['license'], places: Places) =>
  places.ofText([url.replace(/^https:\/\//, '')], anywhere);
const spellings = ({ text, accepts = [] }: DutyOf<'name-prefix'>) => [text, ...accepts];
const ownName = ({ value }: Facts['name']) => value.slice(value.lastIndexOf('/') + 1);
const isGuessed = ({ from }: Facts['name']) => from === 'folder' || from === 'card';
