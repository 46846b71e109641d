import { frontMatter } from '../../../extract/card/front-matter.ts';
import { makerNamed, makerOfAccount } from '../../../data/code-makers.ts';
import type { Claim } from '../../../model/claim.ts';
import type { Source } from '../../../model/source.ts';
import { kept, lately } from '../../../text/kept.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';
import { FURTHER_CARD } from '../../../read/evidence-files.ts';
import { computedOnce } from '../computed-once.ts';
import { besideTexts, LEGAL } from '../legal-files.ts';
import { latePattern } from '../../../text/patterns/late-pattern.ts';

/** Whom card, NOTICE and license files name as authors of code. */
export interface CodeCredits {
  /** Whether they name a holder: all words of the name, whole and on one line, or the maker's own name. */
  holder(name: string): boolean;
  /** Whether they name where code comes from: a repository, a family, a project. */
  origin(origin: string): boolean;
  /** Whether cards, in their prose, or legal files hold one of a project's names. */
  project(names: RegExp): boolean;
  /** Whether cards or a NOTICE name a party, license files aside. */
  given(name: string): boolean;
  /** Everything that they say, folded to letters and digits: where names of licenses are looked for. */
  readonly folded: string;
}

/** Words of a copyright line that name nobody. */
const PLAIN = new Set(
  (
    'the and of for by team teams inc llc ltd co corp corporation company group authors author ' +
    'contributors labs lab research ai project foundation university all rights reserved its ' +
    'affiliates holder holders models model open source community'
  ).split(' '),
);

/** The words of a name that tell one party from another. */
export const tellingWords = (name: string): readonly string[] =>
  (name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !PLAIN.has(word));

/** A holder's line, and no sentence about copyright. */
const COPYRIGHT_LINE = /^\W{0,8}(?:Copyright|COPYRIGHT|©|\([cC]\))\s+(?:\([cC]\)|©|[\dA-Z])/;
/** Names of repositories that stand in every card. */
const ANY_NAME =
  /^(?:repo|repository|models?|code|main|src|projects?|inference|examples?|huggingface|github)$/;
const CODE_PAGE = /(?:github\.com|gitlab\.com|huggingface\.co|hf\.co)\/([\w.-]{1,100}(?:\/[\w.-]{1,100})?)/gi;
/** Services that a card leads to, which have a maker's name in theirs. */
const SERVICES =
  /\bgoogle (?:scholar|drive|colab|docs|cloud|play)\b|\bhugging ?face (?:hub|spaces?|demo)\b/gi;

/** A card as a person reads it, without what credits nobody: front matter, code, tables, addresses. */
export const proseOf = lately(
  (text) =>
    text
      .slice(frontMatter(text).bodyStart)
      .replace(/^\s*(`{3,}|~{3,})[\s\S]*?^\s*\1/gm, '')
      .replace(/<table[\s\S]{0,200000}?<\/table>/gi, '')
      .replace(/^\s*\|.*$/gm, '')
      .replace(SERVICES, '')
      .replace(/(?:https?:\/\/|www\.)[^\s<>")\]]+/gi, ' '),
  4,
);

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word or name as a whole: `clip` neither in `gradient_clipping` nor in `eclipse`. */
function stands(word: string, text: string): boolean {
  const found = text.match(
    new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped(word)}(?![\p{L}_]|[\d.-]*\.com)[-\d.]*`, 'giu'),
  );
  // Short names are everyday words in small letters: "opt", "phi"; a number behind them makes them names.
  return found?.some((one) => word.length > 4 || /[A-Z\d]/.test(one) || /[^a-z]/i.test(word)) ?? false;
}

/** `CodeLlama` bears the name of Llama, and `MyGLM4` that of GLM. */
const spread = (name: string) => `${name} ${name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')}`;

const HUGGING_FACE = /hugging ?face/i;
const CODE_WORDS = 'code|model(?:l)?ing|implementation|adapted|modified';
const BESIDE_CODE = latePattern(
  () =>
    new RegExp(
      String.raw`hugging ?face[^\n]{0,80}?\b(?:transformers|${CODE_WORDS})\b|` +
        String.raw`\b(?:taken|derived|${CODE_WORDS})\b[^\n]{0,80}?hugging ?face`,
      'i',
    ),
);

/** The lines of a paragraph, each folded to letters and digits; services' addresses name nobody. */
const foldedLines = kept((paragraph) =>
  paragraph
    .replace(/(?:huggingface|hf)\.co\b/gi, ' ')
    .split('\n')
    .map(lettersAndDigits)
    .join('\n'),
);

/** What is read to answer, each when it is first asked for. */
interface Said {
  /** License and notice files, without the texts of licenses but for lines of copyright. */
  readonly legal: readonly string[];
  /** Cards, without what credits nobody. */
  readonly prose: string;
  /** Both. */
  readonly all: string;
  /** Both in lower case, line by line. */
  readonly lines: readonly string[];
  /** Both as they are written, addresses and code with them. */
  readonly raw: string;
  /** Accounts and repositories whose pages are linked to. */
  readonly pages: readonly string[];
  /** Ids of upstreams, with their names spread out. */
  readonly bases: string;
  readonly folded: string;
  /** What cards and notices tell, line by line in lower case, license files aside. */
  readonly told: readonly string[];
}

/** Answers by what is said; `upstream` holds ids and owners of upstreams, which the card credits. */
export function codeCredits(
  claims: readonly Claim[],
  sources: readonly Source[],
  card: string,
  upstream: readonly string[],
): CodeCredits {
  const texts = sources.flatMap((source) => (source.kind === 'text' ? [source] : []));
  const cards = texts.filter(({ file }) => file === card || FURTHER_CARD.test(file));
  const said: Said = computedOnce<Said>({
    legal: () =>
      texts
        .filter(({ file }) => LEGAL.test(file))
        .map((source) => besideTexts(source, claims, COPYRIGHT_LINE)),
    prose: () => cards.map(({ text }) => proseOf(text)).join('\n'),
    all: () => `${said.prose}\n${said.legal.join('\n')}`,
    lines: () => said.all.toLowerCase().split('\n'),
    raw: () =>
      [...cards.map(({ text }) => text.slice(frontMatter(text).bodyStart)), ...said.legal].join('\n'),
    pages: () => [...said.raw.matchAll(CODE_PAGE)].map(([, page = '']) => page.replace(/\.git$|[.]+$/, '')),
    bases: () => upstream.map(spread).join('\n'),
    folded: () => said.raw.split('\n\n').map(foldedLines).join('\n'),
    told: () => {
      const notices = texts.filter(({ file }) => LEGAL.test(file) && !/^(?:licen[cs]e|copying)/i.test(file));
      return `${said.prose}\n${notices.map(({ text }) => text).join('\n')}`.toLowerCase().split('\n');
    },
  });

  const asPhrase = (words: readonly string[]) =>
    words.length > 0 && said.lines.some((line) => words.every((word) => standsIn(word, line)));
  const named = (word: string) => stands(word, said.all) || stands(word, said.bases);

  return {
    holder(name) {
      if (HUGGING_FACE.test(name))
        return (
          BESIDE_CODE().test(said.prose) ||
          said.pages.some((page) => page.toLowerCase() === 'huggingface/transformers') ||
          said.legal.some((text) => HUGGING_FACE.test(text))
        );
      const maker = makerNamed(name);
      const words = tellingWords(name);
      return (
        asPhrase(words) ||
        upstream.some((one) => makerOfAccount(one.split('/')[0]) === maker && maker !== undefined) ||
        said.pages.some((page) => sameParty(page.split('/')[0] ?? '', name)) ||
        upstream.some((one) => sameParty(one.split('/')[0] ?? '', name)) ||
        (maker?.names.some((one) => stands(one, said.all)) ?? false) ||
        (maker?.families.some((one) => one !== '' && stands(one, said.all)) ?? false)
      );
    },
    origin(origin) {
      const [owner = '', name] = origin.split('/');
      if (name !== undefined)
        return (
          said.pages.some((page) => page.toLowerCase() === origin.toLowerCase()) ||
          [name, owner]
            .filter((one) => one.length > 2 && !ANY_NAME.test(one.toLowerCase()))
            .some((one) => named(one) || upstream.some((model) => folds(model).includes(folds(one))))
        );
      const stem = /^[a-z]{2,}/i.exec(origin)?.[0] ?? origin;
      const whole = /\s/.test(origin) ? tellingWords(origin) : [];
      return (
        (whole.length > 0 ? asPhrase(whole) : named(stem)) ||
        (stem.length > 4 && upstream.some((model) => folds(model).includes(folds(stem))))
      );
    },
    project: (names) =>
      said.legal.some((text) => names.test(text)) ||
      said.prose.split(/\n/).some((line) => names.test(line) && OF_CODE().test(line)) ||
      said.pages.some((page) => names.test(page) && !/^(?:huggingface|hf)\b/i.test(page)),
    given(name) {
      const words = tellingWords(name);
      return said.told.some((line) => words.every((word) => standsIn(word, line)));
    },
    get folded() {
      return said.folded;
    },
  };
}

/** Words by which a line of a card speaks of where code comes from, and not of how it is run. */
const OF_CODE = latePattern(
  () =>
    new RegExp(
      String.raw`\b(?:${[
        'code|codebase|implementation|adapted|modified|derived|taken|ported|copied',
        'based on|built (?:on|upon|with)|acknowledg|credit|thank',
      ].join('|')})`,
      'i',
    ),
);

const folds = lettersAndDigits;
const standsIn = (word: string, line: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_])${escaped(word)}(?![\p{L}\p{N}_])`, 'u').test(line);

/** Whether an account may be a holder's: one holds the other, or they share a telling word. */
export function sameParty(account: string, holder: string): boolean {
  const [a, b] = [folds(account), folds(holder)];
  if (a.length < 2 || b.length < 2) return false;
  const maker = makerOfAccount(account);
  if (maker !== undefined && makerNamed(holder) === maker) return true;
  const long = (name: string) => tellingWords(name).filter((word) => word.length > 2);
  return (
    a.includes(b) ||
    b.includes(a) ||
    long(account).some((word) => b.includes(word)) ||
    long(holder).some((word) => a.includes(word))
  );
}
