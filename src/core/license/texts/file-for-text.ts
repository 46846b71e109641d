import type { License } from '../../model/license.ts';
import { sameText } from './text-id.ts';

/**
 * Where a text goes: LICENSE for the one that is declared, where no LICENSE is there; else a file of its own.
 */
export function fileForText(
  license: License,
  declared: string | undefined,
  files: readonly string[],
): string {
  return declared !== undefined &&
    sameText(license.id, declared) &&
    !files.some((file) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(file))
    ? 'LICENSE'
    : `LICENSES/${license.id}.txt`;
}
