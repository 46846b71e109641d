/** The list of license texts that the fingerprint index is made from: `data/license-texts.tsv`. */
import { readFileSync } from 'node:fs';

export interface ListedText {
  /** The name of the copy: `NAME.txt` in the folder of texts. */
  readonly name: string;
  /** What the text is recognized as: the id of a license file, or `policy:`, `terms:`, `text:` and a name. */
  readonly id: string;
  /** SHA-256 of the copy, 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  /**
   * `whole`: the file at the address. `body`: without its YAML front matter and the white space around the
   * rest.
   */
  readonly part: 'whole' | 'body' | '';
  /** An address that always gives the same bytes; empty where none is known. */
  readonly address: string;
  /** Where the text is from; where there is no address, how to get it. */
  readonly source: string;
}

export const TEXT_FOLDER = '.cache/license-texts';
export const TEXT_LIST = 'data/license-texts.tsv';

const COLUMNS = 'name id sha256 bytes part address source';

/** The rows of the list. Throws an error with file and line where a row is not as it must be. */
export function listedTexts(file: string | URL, shown: string = TEXT_LIST): readonly ListedText[] {
  const [header, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  if (header !== COLUMNS.replaceAll(' ', '\t'))
    throw new Error(`${shown}:1: the columns must be ${COLUMNS}, separated by tabs`);
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    const at = `${shown}:${index + 2}`;
    const cells = line.split('\t');
    const [name = '', id = '', sha256 = '', bytes = '', part = '', address = '', source = ''] = cells;
    if (cells.length !== 7) throw new Error(`${at}: ${cells.length} cells instead of 7`);
    if (!/^[\w.+-]+$/.test(name)) throw new Error(`${at}: "${name}" cannot be the name of a file`);
    if (seen.has(name)) throw new Error(`${at}: ${name} has a row already`);
    seen.add(name);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${at}: sha256 must be 64 hex digits`);
    if (!/^[1-9]\d*$/.test(bytes)) throw new Error(`${at}: bytes must be a number`);
    if (address === '' ? part !== '' : part !== 'whole' && part !== 'body')
      throw new Error(`${at}: part must be "whole" or "body" with an address, and empty without one`);
    if (address !== '' && !URL.canParse(address)) throw new Error(`${at}: "${address}" is not an address`);
    if (source === '') throw new Error(`${at}: no source`);
    return [{ name, id, sha256, bytes: Number(bytes), part: part as ListedText['part'], address, source }];
  });
}
