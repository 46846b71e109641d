import type { License } from './model/license.ts';
import type { Repo } from './model/repo.ts';
import { loadIndex, matchText } from './license/match-text.ts';
import { decode } from './read/text.ts';
import { licenseFileIn } from './resolve/license-text.ts';
import type { Credit } from './report/credits.ts';

/** License texts are short; what is longer is something else. */
const LONGEST = 512 * 1024;

/** The seam to wherever upstream repositories lie; undefined where one cannot be opened. */
export type OpenRepo = (model: string) => Promise<Repo | undefined>;

export interface BroughtText {
  readonly license: License;
  /** The text, checked against the fingerprint index; undefined with the reason where none was found. */
  readonly text: string | undefined;
  readonly why: string;
}

/** The texts that are owed and not there, each from the repository of an upstream that is under it. A text that is another license's is not taken. */
export async function owedTexts(credits: readonly Credit[], isThere: (license: License) => boolean, open: OpenRepo): Promise<BroughtText[]> {
  const brought = new Map<string, BroughtText>();
  for (const credit of credits) {
    for (const license of credit.texts) {
      if (isThere(license) || brought.get(license.id)?.text !== undefined) continue;
      brought.set(license.id, { license, ...(await textFrom(credit.model, license, open)) });
    }
  }
  return [...brought.values()];
}

async function textFrom(model: string, license: License, open: OpenRepo): Promise<{ readonly text: string | undefined; readonly why: string }> {
  const nothing = (why: string) => ({ text: undefined, why });
  try {
    const repo = await open(model);
    const file = repo && licenseFileIn(repo.files, undefined);
    if (!repo || file === undefined) return nothing(`${model} ships no license file`);
    const { text, binary } = decode(await repo.bytes(file, 0, LONGEST));
    const match = matchText(file, text, loadIndex());
    const fits = !binary && (match.match === 'exact' || match.match === 'near') && match.hits.some(({ id }) => id === license.id);
    return fits ? { text, why: '' } : nothing(`"${file}" of ${model} is not the text of ${license.id}`);
  } catch {
    return nothing(`${model} could not be read`);
  }
}

/** Where a text goes: LICENSE for the one that is declared, where no LICENSE is there; else a file of its own. */
export function fileFor(license: License, declared: string | undefined, files: readonly string[]): string {
  return license.id === declared && !files.some((file) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(file)) ? 'LICENSE' : `LICENSES/${license.id}.txt`;
}
