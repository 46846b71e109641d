import type { Claim, ClaimOf } from '../../model/claim.ts';
import { sameText } from '../../license/texts/text-id.ts';
import type { License } from '../../model/license.ts';
import type { Repo } from '../../model/repo.ts';
import type { Source, TextSource } from '../../model/source.ts';
import type { LineRange } from '../../model/text-match.ts';
import { shownText } from '../../extract/card/shown-text.ts';
import { normalizePhrase, deniesPhrase, holdsSentence, showsPhrase } from '../../text/phrase-search.ts';
import { PatternSet } from '../../text/pattern-set.ts';

/** What stands beside the card and in it, as rules ask for it. */
export interface RepoFiles {
  /** Whether a file of this name (any case, any of several) stands in the repository. */
  readonly has: (...names: readonly string[]) => boolean;
  readonly files: readonly string[];
  /** Whether a file by its name holds a use policy. */
  readonly hasUsePolicy: boolean;
  /**
   * Whether the card shows a sentence: headings, links and badges count; code, comments and what is denied do
   * not.
   */
  readonly shows: (sentence: string) => boolean;
  /** Whether the card says of a phrase that it does not hold: "not built with X". */
  readonly denies: (phrase: string) => boolean;
  /**
   * Whether a notice or license file, or the card, even in a code fence, carries a sentence; case, quotes, ©
   * and spacing do not count.
   */
  readonly carries: (sentence: string) => boolean;
  /** The same, but the words of a license's text do not count: it quotes the notice that it asks for. */
  readonly notifies: (sentence: string) => boolean;
  /** The files that hold a license's text, exactly or with changes. */
  readonly textsOf: (license: License) => readonly ClaimOf<'license-text'>[];
  /** Whether the card or a notice links to the text of a license. */
  readonly links: (license: License) => boolean;
}

/** Files that carry licenses, notices and policies. */
export const LEGAL = new PatternSet([
  [
    '(?:^|/)(?:licen[cs]es?|copying|notice|attribution|third[_-]?party|' +
      'use[_-]?policy|model[_-]?licen[cs]e|acceptable[_-]?use)[^/]*$',
    ['licen', 'copying', 'notice', 'attribution', 'party', 'policy', 'acceptable'],
  ],
  ['(?:^|/)licenses/', ['licenses/']],
]);

const USE_POLICY = new PatternSet([
  [
    '(?:^|/)(?:prohibited[_-]|acceptable[_-])?use[_-]?(?:age)?[_-]?(?:policy|restrictions?)[^/]*$',
    ['use'],
    ['policy', 'restriction'],
  ],
]);

/**
 * What stands in a file beside the license texts that it holds, and lines of these that `keep` lets through.
 */
export function besideTexts({ file, text }: TextSource, claims: readonly Claim[], keep?: RegExp): string {
  const hits = claims.flatMap((claim) =>
    claim.kind === 'license-text' && claim.match.file === file ? claim.match.hits : [],
  );
  if (hits.length === 0) return text;
  const within =
    (line: number) =>
    ([from, to]: LineRange) =>
      from <= line && line <= to;
  const isOwn = (line: number) =>
    hits.some(({ lines, added }) => within(line)(lines) && !added.some(within(line)));
  return text
    .split('\n')
    .filter((line, index) => !isOwn(index + 1) || keep?.test(line))
    .join('\n');
}

/** Builds the look-ups; texts are folded once, at the first question. */
export function repoFilesOf(repo: Repo, sources: readonly Source[], claims: readonly Claim[]): RepoFiles {
  const lower = new Set(repo.files.map((file) => file.toLowerCase()));
  const texts = claims.filter((claim): claim is ClaimOf<'license-text'> => claim.kind === 'license-text');
  // What a notice words may be set as code; what is to be shown may not.
  const fold = (keep: (file: string) => boolean, code = true, own = (source: TextSource) => source.text) =>
    sources.flatMap((source) =>
      source.kind === 'text' && keep(source.file)
        ? [normalizePhrase(source.file === repo.card ? shownText(source.text, code).text : own(source))]
        : [],
    );
  let card: readonly string[] | undefined;
  const shown = () => (card ??= fold((file) => file === repo.card, false));
  let legal: readonly string[] | undefined;
  let notices: readonly string[] | undefined;
  let linked: string | undefined;

  return {
    files: repo.files,
    hasUsePolicy: repo.files.some((file) => USE_POLICY.test(file)),
    has: (...names) => names.some((name) => lower.has(name.toLowerCase())),
    shows: (sentence) => shown().some((text) => showsPhrase(text, sentence)),
    denies: (sentence) => shown().some((text) => deniesPhrase(text, sentence)),
    carries: (sentence) =>
      (legal ??= fold((file) => file === repo.card || LEGAL.test(file))).some((text) =>
        holdsSentence(text, sentence),
      ),
    notifies: (sentence) =>
      (notices ??= fold(
        (file) => file === repo.card || LEGAL.test(file),
        true,
        (source) => besideTexts(source, claims),
      )).some((text) => holdsSentence(text, sentence)),
    textsOf: (license) => texts.filter(({ match }) => match.hits.some((hit) => sameText(hit.id, license.id))),
    links(license) {
      linked ??= sources
        .flatMap((source) =>
          source.kind === 'text' && (source.file === repo.card || LEGAL.test(source.file))
            ? [source.text]
            : [],
        )
        .join('\n')
        .toLowerCase();
      const text = linked;
      return [
        license.url?.replace(/^https:\/\//, ''),
        ...('urls' in license ? (license.urls as readonly string[]) : []),
      ].some((url) => url !== undefined && text.includes(url.toLowerCase()));
    },
  };
}
