import { posix, relative, resolve } from 'node:path';
import { DebugLog } from '../app/debug-log.ts';
import { withBaseline } from '../cli/baseline-file.ts';
import { failed } from '../cli/main.ts';
import { failing, failOnNamed, whyFailing, type FailOn } from '../core/evaluate/fail-on.ts';
import { outgoing } from '../core/text/outgoing.ts';
import { UsageError } from '../core/read/read-error.ts';
import { commandData } from '../core/report/formats/github.ts';
import type { Formatter, Run } from '../core/report/report.ts';
import { totalsOf } from '../core/report/totals.ts';
import { message } from '../core/report/terminal/wrap.ts';
import { withHelp } from '../app/rule-pages.ts';
import { frozenOf, type Request } from '../app/open-run.ts';
import { runLint } from '../app/run-lint.ts';
import type { Host } from '../app/host.ts';
import { isWithin } from '../node/config/find-config.ts';
import { kindAt } from '../node/fs/plain-file.ts';
import type { Disclosing } from './disclosure.ts';

/**
 * What the Action leaves behind: streams, an exit status, and texts for files (appended, or written where
 * `whole`).
 */
export interface ActionOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: 0 | 1 | 2;
  readonly files: readonly { readonly path: string; readonly text: string; readonly whole: boolean }[];
}

type Env = Readonly<Record<string, string | undefined>>;

/** Columns: the log of a runner is as wide as its page. */
const WIDTH = 100;

/** An input as the runner passes it: `max-warnings` is INPUT_MAX-WARNINGS. Blank means not given. */
function input(env: Env, name: string): string | undefined {
  const value = env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** YAML's booleans, as @actions/core reads them. */
function flag(env: Env, name: string, otherwise: boolean): boolean {
  const value = input(env, name);
  if (value === undefined) return otherwise;
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw new UsageError(`Input "${name}" is "${value}"`, 'It takes true or false');
}

const lines = (value: string | undefined) =>
  (value ?? '')
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function count(env: Env, name: string): number | undefined {
  const value = input(env, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value))
    throw new UsageError(`Input "${name}" is "${value}"`, 'It takes a whole number');
  return Number(value);
}

/** The formatters that the Action needs; passed in, so that a test may leave one out. */
export interface ActionFormats {
  readonly annotations: Formatter;
  readonly summary: Formatter;
  readonly sarif: Formatter;
}

/**
 * One run of the Action: annotations to stdout, counts to GITHUB_OUTPUT, a table to GITHUB_STEP_SUMMARY.
 * Never throws.
 */
export async function runAction(env: Env, today: string, formats: ActionFormats): Promise<ActionOutcome> {
  let debug: DebugLog | undefined;
  try {
    debug = debugOf(env);
    return leaving(await run(env, { today, debug }, formats));
  } catch (error) {
    return refused(error, debug);
  }
}

/** A log where the input, or the runner's own debug logging, asks for it. */
function debugOf(env: Env): DebugLog | undefined {
  return flag(env, 'debug', false) || env['RUNNER_DEBUG'] === '1'
    ? new DebugLog(() => performance.now())
    : undefined;
}

/**
 * Takes off what a baseline knows that the workflow names, or that lies beside the frozen config: one in the
 * repository counts only by name.
 */
async function knownOff(
  linted: Run,
  baseline: string | undefined,
  request: Request,
  host: Host,
): ReturnType<typeof withBaseline> {
  const frozen = frozenOf(request, host);
  return baseline === undefined && frozen === undefined
    ? { run: linted, note: '', unwritten: [] }
    : withBaseline(linted, { baseline, frozen }, host);
}

/**
 * What leaves the Action steers nothing: of commands to the runner there are licet's own annotations alone.
 */
function leaving({ stdout, stderr, code, files }: ActionOutcome): ActionOutcome {
  return {
    stdout: outgoing(stdout, { commands: 'own' }),
    stderr: outgoing(stderr),
    code,
    files: files.map((file) => ({ ...file, text: outgoing(file.text) })),
  };
}

/** A run that could not be done: written to the log, and as an annotation, since few open the log. */
export function refused(error: unknown, debug?: DebugLog): ActionOutcome {
  const outcome = failed(error, debug);
  return leaving({
    ...outcome,
    stderr: outcome.stderr + (debug?.text() ?? ''),
    stdout: `::error title=licet::${commandData(outcome.stderr.replace(/^licet: /, '').trimEnd())}\n`,
    files: [],
  });
}

/** When the Action fails, and where it writes SARIF. */
interface Policy {
  readonly failOn: FailOn;
  readonly maxWarnings: number | undefined;
  readonly sarif: string | undefined;
}

function policyOf(env: Env): Policy {
  const failOn = failOnNamed(input(env, 'fail-on'), 'Input "fail-on"');
  const maxWarnings = count(env, 'max-warnings');
  const sarif = input(env, 'sarif-file');
  // A line of its own would be an output of its own.
  if (sarif !== undefined && /[\r\n]/.test(sarif))
    throw new UsageError('Input "sarif-file" has several lines', 'It takes one path');
  return { failOn, maxWarnings, sarif };
}

/** What the Action's process gives: it runs in `working-directory`. */
function hostOf(env: Env, { today, debug }: Pick<Host, 'today' | 'debug'>): Host {
  const token = input(env, 'hf-token');
  return {
    cwd: resolve(workspaceOf(env), workingDirectory(env)),
    env: { ...env, ...(token === undefined ? {} : { HF_TOKEN: token }) },
    terminal: false,
    width: WIDTH,
    today,
    debug,
  };
}

const workspaceOf = (env: Env) => env['GITHUB_WORKSPACE'] ?? '.';

/** The folder of `working-directory`, relative to the workspace; empty for the workspace itself. */
function workingDirectory(env: Env): string {
  const named = input(env, 'working-directory');
  if (named === undefined) return '';
  const workspace = resolve(workspaceOf(env));
  const folder = resolve(workspace, named);
  if (!isWithin(folder, workspace))
    throw new UsageError(`Input "working-directory" is "${named}"`, 'It takes a folder of the workspace');
  if (kindAt(folder) !== 'folder')
    throw new UsageError(
      `Input "working-directory" is "${named}", and there is no such folder`,
      'Name a folder of the workspace; check it out first',
    );
  return relative(workspace, folder).replaceAll('\\', '/');
}

/** A run with its paths from the workspace, as GitHub wants them, wherever in it licet ran. */
function fromWorkspace(run: Run, folder: string): Run {
  if (folder === '') return run;
  // What lies elsewhere, on the Hub say, has no path from the workspace.
  const moved = (path: string) => (/^(?:\/|\w+:)/.test(path) ? path : posix.join(folder, path));
  return {
    ...run,
    reports: run.reports.map(({ suppressed = [], ...report }) => ({
      ...report,
      root: report.root === '' || report.root === '.' ? folder : moved(report.root),
      suppressed: suppressed.map(({ finding, suppression }) => ({
        finding,
        suppression:
          suppression.file === undefined ? suppression : { ...suppression, file: moved(suppression.file) },
      })),
    })),
  };
}

/** What the inputs ask to be linted, and how. */
function requestOf(env: Env): Request {
  const request: Request = {
    paths: lines(input(env, 'paths')),
    name: input(env, 'name'),
    card: input(env, 'card'),
    preset: input(env, 'preset'),
    levels: lines(input(env, 'rules')),
    config: input(env, 'config'),
    online: flag(env, 'online', false),
    lock: input(env, 'lock'),
    frozenLock: flag(env, 'frozen-lock', false),
    frozenConfig: input(env, 'frozen-config'),
    inlineConfig: !flag(env, 'no-inline-config', false),
  };
  if (request.config !== undefined && request.frozenConfig !== undefined)
    throw new UsageError(
      'Inputs "config" and "frozen-config" do not go together',
      '`frozen-config` names the config itself',
    );
  return request;
}

/** The documents that inputs ask for; undefined where they ask for none. */
function disclosingOf(env: Env): Omit<Disclosing, 'request'> | undefined {
  const [bom, dossier, diff] = ['bom', 'dossier', 'diff'].map((name) => {
    const value = input(env, name);
    // A line of its own would be an output of its own.
    if (value !== undefined && /[\r\n]/.test(value))
      throw new UsageError(`Input "${name}" has several lines`, 'It takes one');
    return value;
  });
  if (bom === undefined && dossier === undefined && diff === undefined) return undefined;
  return { bom, dossier, diff, language: input(env, 'dossier-language'), folder: workingDirectory(env) };
}

/** The outputs of the step, as GITHUB_OUTPUT takes them: one line each. */
function outputsOf(
  totals: ReturnType<typeof totalsOf>,
  sarif: string | undefined,
  disclosing: Disclosing | undefined,
): string {
  const outputs = {
    errors: totals.errors,
    warnings: totals.warnings,
    notes: totals.infos,
    fixable: totals.fixable,
    suppressed: totals.suppressed,
    unresolved: totals.unresolved,
    repositories: totals.repositories,
    'sarif-file': sarif ?? '',
    bom: disclosing?.bom ?? '',
    dossier: disclosing?.dossier ?? '',
  };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** A run as code scanning takes it: GitHub opens alerts for suppressed results too. */
function withoutSuppressed(run: Run): Run {
  return { ...run, reports: run.reports.map((report) => ({ ...report, suppressed: [] })) };
}

async function run(
  env: Env,
  from: Pick<Host, 'today' | 'debug'>,
  formats: ActionFormats,
): Promise<ActionOutcome> {
  const { failOn, maxWarnings, sarif } = policyOf(env);
  const host = hostOf(env, from);
  const asked = disclosingOf(env);
  const request = { ...requestOf(env), keepFacts: asked !== undefined };
  const disclosing = asked && { ...asked, request };
  const lint = await runLint(request, host);
  const { run: linted, failures, notes } = lint;
  const { run: held, note } = await knownOff(linted, input(env, 'baseline'), request, host);
  const done = fromWorkspace(held, workingDirectory(env));
  const totals = totalsOf(done);
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings;
  const bad = failing(
    done.reports.flatMap(({ findings }) => findings),
    failOn,
  );
  const why = whyFailing(bad, `fail-on: ${failOn}`);
  const limit = tooMany ? message(`Too many warnings (${totals.warnings}, at most ${maxWarnings})`) : '';
  const dress = { color: false, width: WIDTH };
  const files: ActionOutcome['files'][number][] = [
    { path: env['GITHUB_OUTPUT'] ?? '', text: outputsOf(totals, sarif, disclosing), whole: false },
  ];
  if (flag(env, 'summary', true))
    files.push({
      path: env['GITHUB_STEP_SUMMARY'] ?? '',
      text: formats.summary(done, dress),
      whole: false,
    });
  if (sarif !== undefined)
    files.push({ path: sarif, text: formats.sarif(withHelp(withoutSuppressed(done)), dress), whole: true });
  if (disclosing) {
    const { disclosedBy } = await import('./disclosure.ts');
    const { files: documents, summary } = await disclosedBy(held, lint, disclosing, host);
    files.push(...documents);
    if (summary !== '' && flag(env, 'summary', true))
      files.push({ path: env['GITHUB_STEP_SUMMARY'] ?? '', text: summary, whole: false });
  }
  const told = why === undefined ? '' : message(why);
  return {
    stdout: flag(env, 'annotations', true) ? formats.annotations(done, dress) : '',
    stderr: failures.join('') + notes.join('') + note + told + limit + (host.debug?.text() ?? ''),
    code: failures.length > 0 ? 2 : (bad.length > 0 || tooMany) && failOn !== 'never' ? 1 : 0,
    files,
  };
}
