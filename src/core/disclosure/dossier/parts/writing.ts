import { cut as cutText } from '../../../text/cut.ts';
import type { Spot } from '../../disclosure.ts';
import type { Acceptance } from '../../review/standing.ts';
import type { Dossier } from '../dossier.ts';
import { english, plain, type Piece } from '../page.ts';
import type { Words } from '../words/words.ts';

/** What the parts of a page need to be written. */
export interface Writing {
  readonly dossier: Dossier;
  readonly words: Words;
  readonly linkTo: (spot: Spot) => string;
  readonly accepted: ReadonlyMap<string, readonly Acceptance[]>;
  /** The names of works by their keys, as short as they stay unique to the eye. */
  readonly nameOf: (key: string) => string;
}

/** A place as a link: `README.md:5`, `config.json vision_config`. */
export function placed({ linkTo }: Writing, spot: Spot): Piece {
  const { file, line, key } = spot;
  const said = key !== null ? `${file} ${key}` : line === null ? file : `${file}:${line}`;
  return { text: said, link: linkTo(spot) };
}

/** Words that are English in every language; marked as such where the page is in another. */
export function inEnglish({ words }: Writing, text: string): Piece {
  return words.language === 'en' ? plain(text) : english(text);
}

/** A text of others, cut where it would take over the page. */
export const cut = (text: string, most: number): string => cutText(text.replace(/\s+/g, ' ').trim(), most);
