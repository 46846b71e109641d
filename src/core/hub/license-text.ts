import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Declared } from '../resolve/model-record.ts';

const LICENSE_NAME = /^(?:model[_-])?(?:licen[cs]e|copying)(?:[._-][\w.-]*)?$/i;
const NO_TEXT = /\.(?:py|json|ya?ml|pdf|png|jpe?g|docx?|zip)$/i;

/**
 * The file at a repository's top that holds its license: the one that `license_link` names, else the plainest
 * name.
 */
export function licenseFileIn(files: readonly string[], declared: Declared | undefined): string | undefined {
  const linked = declared?.link?.replace(/^\.?\//, '');
  if (linked !== undefined && files.includes(linked)) return linked;
  const candidates = files.filter((file) => LICENSE_NAME.test(file) && !NO_TEXT.test(file));
  return candidates.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** The notice file at a repository's top. */
export function noticeFileIn(files: readonly string[]): string | undefined {
  return files
    .filter((file) => /^notice(?:[._-][\w.-]*)?$/i.test(file) && !NO_TEXT.test(file))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/**
 * sha256, in hex, of a license text without what editors change: byte order mark, line ends, blanks and lines
 * at the ends.
 */
export function hashOfText(text: string): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
  return bytesToHex(digest(utf8ToBytes(`${lines.join('\n').trim()}\n`)));
}
