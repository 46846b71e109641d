import { isModelId } from '../extract/prose/model-id.ts';
import type { Catalogue } from '../data/catalogue.ts';
import { copyrightLines } from '../license/texts/copyright-lines.ts';
import type { CopyrightLine, Resolution } from '../model/lineage.ts';
import type { HubAnswer, HubClient } from './hub-repo.ts';
import { canonicalId } from '../data/model-aliases.ts';
import { licenseOf, recordFacts, type Declared } from '../resolve/model-record.ts';
import { failed } from './response-status.ts';
import { hashOfText, licenseFileIn, noticeFileIn } from './license-text.ts';
import type { Upstreams } from '../resolve/upstreams.ts';
import { isRecord } from '../model/is-record.ts';

export interface HubLookUp {
  readonly client: HubClient;
  readonly catalogue: Catalogue;
  /**
   * Milliseconds for which a kept record stands without asking again: one hour. 0 asks each time whether it
   * still holds.
   */
  readonly fresh?: number;
  /**
   * Whether a model's license and notice file, at a commit, are read too; the license's hash and their
   * copyright lines then stand in the answer.
   */
  readonly texts?: (model: string, sha: string) => boolean;
}

const RECORD_LIMIT = 4 * 1024 * 1024;
const TEXT_LIMIT = 1024 * 1024;
const HOUR = 3_600_000;

/** The Hub's own records, which are readable for gated models too (hub-docs; `/api/models/{id}?expand=…`). */
export function hub({ client, catalogue, fresh = HOUR, texts }: HubLookUp): Upstreams {
  return {
    async find(model) {
      if (!isModelId(model)) return failed('not-a-hub-id', 'it is no Hub id');
      const id = canonicalId(model);
      const fields = ['cardData', 'tags', 'gated', 'sha', ...(texts ? ['siblings'] : [])];
      const path = id.split('/').map(encodeURIComponent).join('/');
      const answer = await client.get(
        `/api/models/${path}?${fields.map((field) => `expand=${field}`).join('&')}`,
        { limit: RECORD_LIMIT, fresh },
      );
      return answer.is === 'failed' ? answer : resolutionOf(answer, model);
    },
  };

  async function resolutionOf(answer: Extract<HubAnswer, { is: 'ok' }>, asked: string): Promise<Resolution> {
    const record = parsed(answer.body);
    const facts = recordFacts(record);
    if (facts === undefined)
      return failed('unreachable', "the answer is no record of a model, so it is not the Hub's");
    const { declared, bases, moreBases, id, sha, silent } = facts;
    if (silent) return failed('no-license', 'the record holds neither card nor tags');
    const from = answer.host === undefined ? 'Hub' : `Hub (${answer.host})`;
    const read =
      id !== undefined && sha !== undefined && texts?.(asked, sha)
        ? await readTexts(filesOf(record), declared, { id, sha })
        : { lines: [] };
    const copyright = read.lines.map((one): CopyrightLine => ({ ...one, source: from, asOf: answer.date }));
    return {
      is: 'found',
      ...licenseOf(declared, id ?? asked, catalogue),
      bases,
      ...(moreBases === undefined ? {} : { moreBases }),
      from,
      asOf: answer.date,
      ...(declared === undefined ? {} : { declared }),
      ...(id === undefined || id === asked ? {} : { canonical: id }),
      ...(sha === undefined ? {} : { revision: sha }),
      ...(read.hash === undefined ? {} : { textHash: read.hash }),
      ...(copyright.length === 0 ? {} : { copyright }),
    };
  }

  /**
   * What license and notice file say; nothing of a file that is not there or cannot be read: a gated model
   * hides its files.
   */
  async function readTexts(
    files: readonly string[],
    declared: Declared | undefined,
    at: Commit,
  ): Promise<Texts> {
    const [license, notice] = [licenseFileIn(files, declared), noticeFileIn(files)];
    const [text, other] = await Promise.all([textOf(license, at), textOf(notice, at)]);
    const linesOf = (file = '', read = '') => copyrightLines(read).map((line) => ({ line, file }));
    return {
      ...(text === undefined ? {} : { hash: hashOfText(text) }),
      lines: [...linesOf(license, text), ...linesOf(notice, other)],
    };
  }

  async function textOf(file: string | undefined, { id, sha }: Commit): Promise<string | undefined> {
    if (file === undefined) return undefined;
    const path = [...id.split('/'), 'resolve', sha, ...file.split('/')].map(encodeURIComponent).join('/');
    const answer = await client.get(`/${path}`, {
      from: 0,
      limit: TEXT_LIMIT,
      fresh: Number.POSITIVE_INFINITY,
    });
    return answer.is === 'failed' || answer.body.length === 0
      ? undefined
      : new TextDecoder().decode(answer.body);
  }
}

/** undefined for what is not JSON, or nested so deep that it cannot be read. */
function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

interface Commit {
  readonly id: string;
  readonly sha: string;
}

interface Texts {
  readonly hash?: string;
  readonly lines: readonly Pick<CopyrightLine, 'line' | 'file'>[];
}

function filesOf(record: unknown): readonly string[] {
  const siblings: unknown = isRecord(record) ? record['siblings'] : undefined;
  if (!Array.isArray(siblings)) return [];
  return siblings.flatMap((one: unknown) =>
    isRecord(one) && typeof one['rfilename'] === 'string' && !one['rfilename'].split('/').includes('..')
      ? [one['rfilename']]
      : [],
  );
}
