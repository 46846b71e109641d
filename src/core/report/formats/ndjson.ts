import { jsonText } from '../../text/outgoing.ts';
import { documentOf } from './json.ts';
import type { Formatter } from '../report.ts';

/**
 * One JSON object per line and finding: the fields of `json`, with the repository's path and name before
 * them.
 */
export const ndjson: Formatter = (run) =>
  documentOf(run)
    .repositories.flatMap(({ path, name, findings }) =>
      findings.map((finding) => `${jsonText({ repository: path, name, ...finding })}\n`),
    )
    .join('');
