import type { License } from '../../core/model/license.ts';
import { outgoing, printable } from '../../core/text/outgoing.ts';
import type { Repo } from '../../core/model/repo.ts';
import { copyrightLines } from '../../core/license/texts/copyright-lines.ts';
import { loadIndex, matchText } from '../../core/license/texts/match-text.ts';
import { linesOf } from '../../core/license/texts/normalize-text.ts';
import { restrictionsOf } from '../../core/license/texts/added-restrictions.ts';
import { sameText, textId } from '../../core/license/texts/text-id.ts';
import { decode } from '../../core/read/decode-text.ts';
import type { Page } from '../../node/hub/license-page.ts';
import { licenseFileIn, noticeFileIn } from '../../core/hub/license-text.ts';
import type { NoticeCredit } from './notice-document.ts';

/** License texts are short; what is longer is something else. */
const LONGEST = 512 * 1024;

/** The seam to wherever upstream repositories lie; undefined where one cannot be opened. */
export type OpenRepo = (model: string) => Promise<Repo | undefined>;
/** The seam to the address that a license's data names. */
export type OpenPage = (license: License) => Promise<Page>;

export interface BroughtText {
  readonly license: License;
  /** The text, checked against the fingerprint index; undefined with the reasons where none was found. */
  readonly text: string | undefined;
  readonly why: string;
  /** Lines in which it differs from the text on record, which licet read. */
  readonly differs: boolean;
}

type Found = Omit<BroughtText, 'license'>;
const nothing = (why: string): Found => ({ text: undefined, why, differs: false });

/**
 * The texts that are owed and not there: from the repository of an upstream that is under it, with its own
 * copyright line, else from the license's own address. A text that is another license's is not taken.
 */
export async function owedTexts(
  credits: readonly NoticeCredit[],
  isThere: (license: License) => boolean,
  open: OpenRepo,
  page?: OpenPage,
): Promise<BroughtText[]> {
  const brought = new Map<string, BroughtText>();
  for (const credit of credits) {
    for (const license of credit.texts) {
      const before = brought.get(textId(license.id));
      if (isThere(license) || before?.text !== undefined) continue;
      const found = await textFrom(credit.model, license, open);
      brought.set(textId(license.id), {
        license,
        ...found,
        why: [before?.why, found.why].filter((why) => why !== undefined && why !== '').join('; '),
      });
    }
  }
  for (const { license, text, why } of brought.values()) {
    if (text !== undefined || !page) continue;
    const found = await textAt(license, page);
    brought.set(textId(license.id), {
      license,
      ...found,
      why: [why, found.why].filter((one) => one !== '').join('; '),
    });
  }
  return [...brought.values()];
}

async function textFrom(model: string, license: License, open: OpenRepo): Promise<Found> {
  try {
    const repo = await open(model);
    if (!repo) return nothing(`no copy of ${model} is at hand`);
    const file = licenseFileIn(repo.files, undefined);
    if (file === undefined) return nothing(`${model} ships no license file`);
    return checked(await textIn(repo, file), license, `"${file}" of ${model}`);
  } catch {
    return nothing(`${model} could not be read`);
  }
}

async function textAt(license: License, open: OpenPage): Promise<Found> {
  const page = await open(license);
  if (page.is === 'none') return nothing(page.why);
  const found = checked(page.text, license, `what stands at ${license.url ?? 'its address'}`);
  // A text that asks to keep a holder's line is of no use with a blank in its place.
  const blank =
    license.duties.some(({ kind }) => kind === 'keep-copyright') &&
    /copyright\b[^\n]{0,20}[<[]\s*(?:year|yyyy|date)/i.test(page.text) &&
    license.id !== 'apache-2.0';
  return found.text !== undefined && blank
    ? nothing(
        `what stands at ${license.url ?? 'its address'} leaves the holder blank, and whose line ` +
          'belongs there only the upstream can tell',
      )
    : found;
}

async function textIn(repo: Repo, file: string): Promise<string> {
  const { text, binary } = decode(await repo.bytes(file, 0, LONGEST));
  return binary ? '' : text;
}

function checked(text: string, license: License, where: string): Found {
  const { match, hits } = matchText('LICENSE', text, loadIndex());
  const fits = (match === 'exact' || match === 'near') && hits.some(({ id }) => sameText(id, license.id));
  if (!fits) return nothing(`${where} is not the text of ${license.id}`);
  // Old texts of the FSF part their pages by form feeds, Meta's end a paragraph with a line separator.
  // Nothing else that steers a terminal belongs into a license.
  const pages = text.replace(/[\f\u2028\u2029]/g, '\n');
  if (outgoing(pages, { commands: 'all' }) !== pages)
    return nothing(
      `${where} holds characters that steer a terminal or turn the reading direction; read it, and ` +
        'copy it yourself',
    );
  // What the maker of the license did not write, and what takes away of it, is nobody's to pass on as that
  // license.
  const [restriction] = match === 'near' ? hits.flatMap((hit) => restrictionsOf(hit, linesOf(text))) : [];
  if (restriction)
    return nothing(
      `${where} adds to ${license.id} words that may restrict it, line ${restriction.lines[0]}: ` +
        `"${shortened(restriction.words)}"; read it, and copy it yourself if that is what the upstream ` +
        'means',
    );
  return { text, why: '', differs: match === 'near' };
}

const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 79)}…` : words);

/** Copyright lines of upstreams of which none is on record, read in their own license and notice files. */
export async function linesFrom(
  credits: readonly NoticeCredit[],
  open: OpenRepo,
): Promise<readonly NoticeCredit[]> {
  return Promise.all(
    credits.map(async (credit): Promise<NoticeCredit> => {
      if (!credit.keepsLines || credit.copyright.length > 0) return credit;
      try {
        const repo = await open(credit.model);
        const files = repo ? [licenseFileIn(repo.files, undefined), noticeFileIn(repo.files)] : [];
        const texts = await Promise.all(
          files.map(async (file) => (repo && file !== undefined ? textIn(repo, file) : '')),
        );
        return { ...credit, copyright: [...new Set(texts.flatMap(copyrightLines).map(printable))] };
      } catch {
        return credit;
      }
    }),
  );
}
