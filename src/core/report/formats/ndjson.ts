import { jsonText } from '../../text/outgoing.ts';
import { repositoryDocument } from './json.ts';
import { whole, type Formatter, type StreamFormatter } from '../report.ts';

/**
 * One JSON object per line and finding: the fields of `json`, with the repository's path and name before
 * them.
 */
export const ndjsonStream: StreamFormatter = () => ({
  add(report) {
    const { path, name, findings } = repositoryDocument(report);
    return findings.map((finding) => `${jsonText({ repository: path, name, ...finding })}\n`).join('');
  },
  end: () => '',
});

export const ndjson: Formatter = whole(ndjsonStream);
