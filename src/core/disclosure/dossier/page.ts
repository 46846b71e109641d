/** A stretch of text in a cell. Letters of a repository are escaped by whoever writes the page. */
export interface Piece {
  readonly text: string;
  readonly link?: string;
  /** What must not be overlooked. */
  readonly isLoud?: boolean;
  /** English within a page of another language. */
  readonly isEnglish?: boolean;
}

export type Cell = readonly Piece[];

export interface Column {
  readonly title: string;
  /** Percent of the width. */
  readonly share: number;
}

export interface Table {
  readonly columns: readonly Column[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Cell[])[];
  /** Lines to write on. */
  readonly isForm?: boolean;
}

export interface Part {
  readonly title: string;
  /** Paragraphs before and behind the table. */
  readonly before: readonly Cell[];
  readonly table?: Table | undefined;
  readonly after: readonly Cell[];
}

/** A dossier in one language, before it is HTML or Markdown. */
export interface Page {
  readonly language: string;
  readonly title: string;
  readonly about: string;
  readonly badge: string;
  readonly isReviewed: boolean;
  readonly head: readonly { readonly title: string; readonly cell: Cell }[];
  readonly parts: readonly Part[];
  readonly foot: readonly string[];
}

export const plain = (text: string): Piece => ({ text });
export const loud = (text: string): Piece => ({ text, isLoud: true });
export const english = (text: string): Piece => ({ text, isEnglish: true });
export const NOTHING: Cell = [];
export const DASH: Cell = [plain('—')];

/** Texts with something between them. */
export function joined(pieces: readonly Cell[], between: string): Cell {
  return pieces
    .filter((one) => one.length > 0)
    .flatMap((one, at) => (at === 0 ? one : [plain(between), ...one]));
}
