import { entryEnd } from '../../core/evaluate/fixes/notice-entry.ts';
import { termsFrom } from '../../core/evaluate/facts/terms/obligations.ts';
import { normalizePhrase, hasBlank, holdsSentence } from '../../core/text/phrase-search.ts';
import { identityLabel } from '../../core/license/names/identity-label.ts';
import type { Obligation } from '../../core/model/finding.ts';
import type { License } from '../../core/model/license.ts';
import type { Ancestor } from '../../core/model/lineage.ts';
import type { Relation } from '../../core/model/relation.ts';
import { printable } from '../../core/text/outgoing.ts';
import { ownerOf } from '../../core/data/owners.ts';
import type { Report } from '../../core/report/report.ts';

/** What a notice file says of one upstream: only what is recorded in data or lock. */
export interface NoticeCredit {
  readonly model: string;
  readonly link: string;
  /**
   * The license as people call it, or as it is declared where that names no one text; undefined where nothing
   * is known.
   */
  readonly license: string | undefined;
  readonly licenseUrl: string | undefined;
  /** Sentences that the license words for a notice file, letter by letter. */
  readonly required: readonly string[];
  /** Phrases that the license wants shown. */
  readonly phrases: readonly string[];
  readonly copyright: readonly string[];
  /** Whether the license asks to keep copyright lines or notices. */
  readonly keepsLines: boolean;
  /** What was done with it; undefined where nobody said. */
  readonly changes: string | undefined;
  /** The models between this repository and this one; empty for a direct upstream. */
  readonly through: readonly string[];
  /** Licenses of which a copy is owed. */
  readonly texts: readonly License[];
}

const DONE: Readonly<Record<Relation, string>> = {
  copy: 'redistributed as it is',
  finetune: 'fine-tuned',
  merge: 'merged with other models',
  quantized: 'quantized',
  adapter: 'an adapter was trained on it',
  component: 'a part of it is included',
  outputs: 'its outputs were used as training data',
  dataset: 'used as training data',
  code: 'its code is included',
};

/**
 * Relations in which the work itself was changed; of the others a notice tells what was done, not what was
 * changed.
 */
const CHANGED: ReadonlySet<string> = new Set([DONE.finetune, DONE.merge, DONE.quantized]);

/**
 * One entry for each upstream that is known by its Hub id, nearest first. What is only guessed is left out: a
 * credit on a guess states a false origin.
 */
export function creditsFor(report: Pick<Report, 'name' | 'ancestors'>): {
  readonly credits: readonly NoticeCredit[];
  readonly leftOut: readonly string[];
  /** Upstreams that are named by no id. */ readonly unnamed: readonly string[];
  /** Models whose license is only a guess, and so is not named. */ readonly unsure: readonly string[];
} {
  const owner = ownerOf(report.name);
  const known = report.ancestors
    .filter(({ hub, confidence }) => hub && confidence !== 'possible')
    .sort((a, b) => a.path.length - b.path.length);
  const leftOut = report.ancestors.filter((one) => one.hub && !known.includes(one)).map(({ model }) => model);
  const unnamed = report.ancestors
    .filter(({ hub, path }) => !hub && path.length === 1)
    .map(({ model }) => model);
  const unsure = known.filter(isUnsure).map(({ model }) => model);
  return {
    credits: known.map((ancestor) =>
      creditOf(ancestor, isUnsure(ancestor) ? [] : termsFrom(ancestor, owner)),
    ),
    leftOut,
    unnamed,
    unsure,
  };
}

/**
 * A notice states: a license that is only guessed, and the sentences that it would ask for, are not written
 * as if somebody had said so.
 */
const isUnsure = ({ resolution }: Ancestor) =>
  resolution.is === 'found' && resolution.confidence === 'possible';

function creditOf(ancestor: Ancestor, owed: readonly Obligation[]): NoticeCredit {
  const { model, resolution, path } = ancestor;
  const license = resolution.is === 'found' && !isUnsure(ancestor) ? resolution.license : undefined;
  const last = path[path.length - 1]?.relation ?? 'unsaid';
  const wanted = (kind: 'notice' | 'phrase') =>
    owed
      .flatMap(({ term, open }) =>
        term.kind === kind && (kind === 'notice' || !open)
          ? [term.texts.find((text) => !hasBlank(text)) ?? '']
          : [],
      )
      .filter((text) => text !== '');
  const said =
    resolution.is !== 'found' || !license
      ? undefined
      : license.is === 'unknown' || license.is === 'unclear'
        ? resolution.raw === 'none' || resolution.raw === ''
          ? undefined
          : resolution.raw
        : license.is === 'known'
          ? license.license.name
          : identityLabel(license);
  // A lock and the Hub say these: each is one line of the notice, and no more.
  return {
    model: printable(model),
    link: `https://huggingface.co/${printable(model)}`,
    license: said === undefined ? undefined : printable(said),
    licenseUrl: license?.is === 'known' ? license.license.url : undefined,
    required: [...new Set(wanted('notice'))],
    phrases: [...new Set(wanted('phrase'))],
    copyright:
      resolution.is === 'found' ? (resolution.copyright ?? []).map(({ line }) => printable(line)) : [],
    keepsLines: owed.some(({ term }) => term.kind === 'keep-copyright' || term.kind === 'keep-notices'),
    changes: path.length === 1 && last !== 'unsaid' ? DONE[last] : undefined,
    through: path.slice(0, -1).map((step) => printable(step.to)),
    texts: [
      ...new Map(
        owed.flatMap(({ term, license: of }) =>
          term.kind === 'include-license' ? [[of.id, of] as const] : [],
        ),
      ).values(),
    ],
  };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function licenseLine({ license, licenseUrl }: NoticeCredit): string | undefined {
  return license === undefined
    ? undefined
    : `License: ${license}${licenseUrl === undefined ? '' : ` (${licenseUrl})`}`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/**
 * The paragraph of one upstream in a plain-text notice. A sentence that the notice holds already, of another
 * model of that family, is not said again.
 */
export function noticeEntry(credit: NoticeCredit, said = ''): string {
  const { model, link, through, copyright, required, changes } = credit;
  const done =
    changes === undefined
      ? []
      : [CHANGED.has(changes) ? `Changes: ${sentence(changes)}` : sentence(capital(changes))];
  return [
    model,
    link,
    ...(through.length > 0 ? [`Upstream of ${through[through.length - 1] ?? ''}`] : []),
    licenseLine(credit),
    ...copyright,
    ...required.filter((line) => !holdsSentence(said, line)),
    ...done,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/**
 * A notice as a person would go on writing it: what is there stays, entries that lack are added, and
 * sentences that an entry lacks.
 */
export function mergedNotice(
  text: string | undefined,
  name: string,
  credits: readonly NoticeCredit[],
): string {
  if (credits.length === 0) return text ?? '';
  let made =
    text ??
    `${printable(name.slice(name.indexOf('/') + 1))}\n\nThis model builds on the following ` +
      `work${credits.length === 1 ? '' : 's'}.\n`;
  let said = normalizePhrase(made);
  for (const credit of credits) {
    if (!names(made, credit.model)) {
      const entry = noticeEntry(credit, said);
      made = added(made, entry);
      // What was put behind the text is put behind what it says: a notice of thousands is not read anew for
      // each.
      said = `${said} ${normalizePhrase(entry)}`.trim();
      continue;
    }
    const lines = [...credit.copyright, ...credit.required].filter((line) => !holdsSentence(said, line));
    if (lines.length === 0) continue;
    made = withLines(made, credit, lines);
    said = normalizePhrase(made);
  }
  return made;
}

/** Lines that a credit lacks, in the model's own paragraph where it has one. */
function withLines(text: string, { model, copyright }: NoticeCredit, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const at = entryEnd(text, model);
  if (at !== undefined)
    return (
      text.slice(0, at) +
      lines.map((line) => (text.includes('\r\n') ? '\r\n' : '\n') + line).join('') +
      text.slice(at)
    );
  // A required sentence names its model itself; a copyright line alone would not.
  return added(text, (lines.some((line) => copyright.includes(line)) ? [model, ...lines] : lines).join('\n'));
}

/** Whether a text names a model by its whole id: `acme/base-7b-chat` does not name `acme/base-7b`. */
function names(text: string, model: string): boolean {
  const [where, id] = [text.toLowerCase(), model.toLowerCase()];
  for (let at = where.indexOf(id); at >= 0; at = where.indexOf(id, at + 1))
    if (!/^(?:[\w-]|\.\w)/.test(where.slice(at + id.length, at + id.length + 2))) return true;
  return false;
}

function added(text: string, paragraph: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return text + gap + paragraph.replace(/\n/g, eol) + eol;
}

/** The section of a card that credits every upstream, in Markdown. */
export function cardSection(credits: readonly NoticeCredit[]): string {
  const said = new Set<string>();
  const once = (line: string) => !said.has(line) && said.add(line) !== undefined;
  const items = credits.map((credit) => {
    const license =
      credit.license === undefined
        ? 'license not known'
        : credit.licenseUrl === undefined
          ? credit.license
          : `[${credit.license}](${credit.licenseUrl})`;
    const parts = [
      `[${credit.model}](${credit.link})`,
      license,
      ...(credit.through.length > 0
        ? [`upstream of ${credit.through[credit.through.length - 1] ?? ''}`]
        : []),
      ...(credit.changes === undefined ? [] : [credit.changes]),
    ];
    return [
      `- ${sentence(parts.join(', '))}`,
      ...[...credit.copyright, ...credit.required.filter(once)].map((line) => `  ${line}`),
    ].join('\n');
  });
  const phrases = [...new Set(credits.flatMap((credit) => credit.phrases))];
  return (
    [
      '## License and attribution',
      ...(phrases.length > 0 ? [phrases.map((phrase) => `**${phrase}**`).join('\n\n')] : []),
      items.length > 0 ? items.join('\n') : 'This model has no upstream that is known here.',
    ].join('\n\n') + '\n'
  );
}
