import type { Catalogue } from '../data/catalogue.ts';
import type { Identity } from '../model/license.ts';
import type { TextMatch } from '../model/text-match.ts';
import type { Memory } from './memory.ts';

/** What extractors know besides the file in hand: names of licenses, model families and cues of prose. */
export interface Context {
  readonly catalogue: Catalogue;
  /** A license name, id, expression or address as somebody wrote it. */
  identify(
    raw: string,
    hints?: { readonly name?: string | undefined; readonly link?: string | undefined },
  ): Identity;
  /** What a license text is; loads the fingerprint index at the first call. */
  matchText(file: string, text: string): TextMatch;
  /** The repository's own id, where known: a file that names it names no upstream. */
  readonly self: string | undefined;
  /** What the repository is called where its id is not known, such as its folder: a guess at its name. */
  readonly called?: string | undefined;
  /** Ids that the card's front matter declares as bases: what its text says of these is of no first step. */
  readonly bases?: readonly string[] | undefined;
  /** What blocks of cards said in runs before, where there are such. */
  readonly memory?: Memory | undefined;
}
