import {
  applyFixes,
  dataDates,
  disclose,
  dossierOf,
  dossierWriter,
  findingViews,
  hubRepo,
  hubUpstreams,
  isRead,
  knownOf,
  lineageOf,
  lineagePicture,
  lint,
  loadFormat,
  lockFile,
  parseLock,
  placeOf,
  presetLevels,
  presets,
  remoteTarget,
  reviewCheck,
  reviewsOf,
  rulePages,
  rules,
  shippedCatalogue,
  shippedUpstreams,
  version,
  type Finding,
  type FindingView,
  type HubClient,
  type Repo,
  type Report,
  type Resolution,
  type Run,
} from 'licet/core';
import type { Asked, Changed, Engine, HubGet, Opened, Refused, Shown, Told } from '../protocol.ts';
import { openData, withData } from './data.ts';
import { kept, openedRepo, shownRepo, type Base } from './repository.ts';

/** Models that one click asks for. */
const MOST_ASKED = 20;
/** Rounds of fixes: each may uncover another. */
const MOST_ROUNDS = 40;
const LOCK_LIMIT = 8 * 1024 * 1024;

let base: Base;
/** What the Hub said of upstreams in this visit, by lower-case id. */
const heard = new Map<string, Resolution>();
/** The last run, of which fixes, reports and dossiers are made. */
let last: { readonly repo: Repo; readonly report: Report } | undefined;

async function lintOnce(asked: Asked): Promise<{ repo: Repo; report: Report }> {
  const repo = shownRepo(base, asked);
  const catalogue = shippedCatalogue();
  const preset = presets.find((one) => one === asked.preset);
  const levels = preset === undefined ? new Map() : presetLevels(preset, rules);
  const text = repo.files.includes(lockFile)
    ? new TextDecoder().decode(await repo.bytes(lockFile, 0, LOCK_LIMIT))
    : '';
  const read = text === '' ? undefined : parseLock(text);
  const { failed, ...report } = await lint(
    repo,
    repo.name && (asked.name === '' || asked.name === repo.name.value)
      ? repo.name
      : asked.name === ''
        ? { value: 'model', from: 'folder' }
        : { value: asked.name, from: 'flag' },
    {
      catalogue,
      rules,
      levels,
      upstreams: shippedUpstreams(catalogue, {
        lock: read?.is === 'read' ? read.lock : undefined,
        others: [{ find: (model) => Promise.resolve(heard.get(model.toLowerCase()) ?? UNASKED) }],
      }),
      today: asked.today,
      keepFacts: true,
      ofReport: await reviewCheck(repo, levels, rules),
    },
  );
  const [first] = failed;
  if (first) throw new Error(`${first.rule}: ${first.message}`);
  return { repo, report };
}

/** Why a model is not known that the Hub may tell of yet. */
const MAY_ANSWER: ReadonlySet<string> = new Set(['offline', 'rate-limited', 'unreachable']);
const UNASKED: Resolution = { is: 'failed', why: 'offline' };

function told(report: Report): Told {
  const unknown = report.ancestors.filter(
    ({ resolution }) => resolution.is === 'failed' && MAY_ANSWER.has(resolution.why),
  );
  return {
    findings: findingViews(report).map(shown),
    suppressed: report.suppressed?.length ?? 0,
    picture: report.ancestors.length === 0 ? '' : lineagePicture(lineageOf(report), 'lineage'),
    upstreams: new Set(report.ancestors.map(({ model }) => model)).size,
    unknown: [...new Set(unknown.map(({ model }) => model))],
  };
}

function shown({ finding, span, from, whys, todo }: FindingView): Shown {
  const { fix } = finding;
  return {
    file: placeOf(finding).file,
    from: span?.start,
    to: span?.end,
    severity: finding.severity,
    rule: finding.rule,
    page: `${rulePages}/${finding.rule}.md`,
    message: finding.message,
    isCertain: finding.confidence === 'certain',
    confidence: finding.confidence,
    way: from,
    whys: whys.map(({ title, section, says, url }) => ({
      what: `${`${title} ${section}`.trim()}: ${says}`,
      url,
    })),
    todo: todo?.title,
    fix: fix === undefined || fix.edits.length === 0 ? undefined : fix.safe ? 'safe' : 'choice',
  };
}

/** Texts as offsets count them; what was cut or is no UTF-8 is never touched. */
const textsOf = (report: Report): Map<string, string> =>
  new Map(
    report.sources.flatMap((source) =>
      source.kind === 'text' && !source.problem ? [[source.file, source.text] as const] : [],
    ),
  );

/** What fixes make of the texts; a file that is there and is no such text stays as it is. */
function mended(report: Report, findings: readonly Finding[], wanted?: () => boolean): readonly Changed[] {
  const texts = textsOf(report);
  const closed = new Set(report.sources.flatMap(({ file }) => (texts.has(file) ? [] : [file])));
  const open = findings.filter(({ fix }) => !fix?.edits.some(({ file }) => closed.has(file)));
  return [...applyFixes(texts, open, wanted).files]
    .map(([file, after]) => ({ file, before: texts.get(file) ?? '', after }))
    .filter(({ before, after }) => before !== after);
}

async function allMended(asked: Asked): Promise<readonly Changed[]> {
  const first = new Map<string, string>();
  let now = asked;
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { report } = await lintOnce(now);
    const changed = mended(report, report.findings);
    for (const { file, before } of changed) if (!first.has(file)) first.set(file, before);
    const next = Object.fromEntries(changed.map(({ file, after }) => [file, after]));
    now = { ...now, texts: { ...now.texts, ...next } };
    const state = JSON.stringify(now.texts);
    if (changed.length === 0 || seen.has(state)) break;
    seen.add(state);
  }
  return [...first].map(([file, before]) => ({ file, before, after: now.texts[file] ?? before }));
}

/** A client over the page's way to the Hub, and the first refusal of it. */
function clientOver(get: HubGet): HubClient & { refused: () => Refused | undefined } {
  let first: Refused | undefined;
  return {
    async get(path, wish) {
      const answer = await get(path, wish);
      if (answer.is === 'failed') first ??= { is: 'refused', why: answer.why, detail: answer.detail };
      return answer;
    },
    refused: () => first,
  };
}

async function opened(next: Exclude<Base, undefined>, today: string): Promise<Omit<Opened, 'refused'>> {
  base = next;
  const name = next.name?.value ?? '';
  const { report } = await lintOnce({ texts: {}, gone: [], name, preset: '', today });
  return {
    is: 'opened',
    texts: Object.fromEntries(textsOf(report)),
    files: next.files.length,
    at: next.revision === undefined ? undefined : `${name}@${next.revision}`,
    id: next.name?.value,
  };
}

const today = () => new Date().toISOString().slice(0, 10);

function made(): { readonly repo: Repo; readonly report: Report } {
  if (last === undefined) throw new Error('Nothing was linted yet');
  return last;
}

const STYLE = { color: false, width: 80, terminal: false };

export const engine: Engine = {
  async start() {
    await openData();
    return { version, data: shippedCatalogue().date, models: dataDates().models };
  },
  lint: (asked) =>
    withData(async () => {
      last = await lintOnce(asked);
      return told(last.report);
    }),
  async fix(nth) {
    const { report } = made();
    const finding = report.findings[nth];
    return finding === undefined ? [] : mended(report, [finding], () => true);
  },
  fixAll: (asked) => withData(() => allMended(asked)),
  report: (name) =>
    withData(async () => {
      const run: Run = {
        version,
        docs: rulePages,
        data: shippedCatalogue().date,
        lookup: 'offline',
        models: dataDates().models,
        reports: [made().report],
        rules,
      };
      return (await loadFormat(name))(run, STYLE);
    }),
  dossier: (form, language) =>
    withData(async () => {
      const { repo, report } = made();
      if (!isRead(report)) return '';
      const reviews = await reviewsOf(repo);
      const known = { ...(await knownOf(repo, undefined)), answers: reviews.answers };
      const write = await dossierWriter(form, language);
      const making = { version, data: shippedCatalogue().date };
      return write(dossierOf(disclose(report, known), making, reviews));
    }),
  openFiles: (files) =>
    withData(async () => ({ ...(await opened(kept(openedRepo(files)), today())), refused: undefined })),
  async openHub(target, get) {
    const client = clientOver(get);
    try {
      const named = remoteTarget(target) ?? remoteTarget(`hf:${target}`);
      const repo = kept(await hubRepo(named ?? target, client));
      return await withData(async () => ({ ...(await opened(repo, today())), refused: client.refused() }));
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return client.refused() ?? { is: 'refused', why: 'not-a-hub-id', detail };
    }
  },
  async askHub(models, get) {
    const client = clientOver(get);
    const hub = hubUpstreams({ client, catalogue: shippedCatalogue() });
    await withData(async () => {
      for (const model of models.slice(0, MOST_ASKED)) {
        const found = await hub.find(model);
        heard.set(model.toLowerCase(), found);
        // Each further request would meet the same: nobody is asked again.
        if (found.is === 'failed' && (found.why === 'rate-limited' || found.why === 'unreachable')) break;
      }
    });
    return client.refused();
  },
  async clear() {
    base = undefined;
  },
};
