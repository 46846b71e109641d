import type { RepoKind, RepoName } from '../model/repo.ts';
import { isDay } from '../config/check-content.ts';
import { isRecord } from '../model/is-record.ts';

/** One line of a batch, understood: a model repository as a table of the Hub tells of it. */
export interface BatchRecord {
  /** Undefined where the table names none: then the line's number stands for it. */
  readonly id: string | undefined;
  /** How the id is known; `hub` where nothing is said. */
  readonly nameFrom: RepoName['from'];
  /** Contents of files by path. `README.md` is among them where `card` was given. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Files that are there, and whose contents nobody gave. */
  readonly listed: readonly string[];
  /** Whether a file that is not named is not there. */
  readonly complete: boolean;
  /** The front matter as an object, where there is no card. */
  readonly cardData: Readonly<Record<string, unknown>> | undefined;
  /** The Hub's own reading of what the model is built on. */
  readonly baseModels: HubBases | undefined;
  readonly sha: string | undefined;
  readonly kind: RepoKind | undefined;
  /** ISO 8601, to the day. */
  readonly modified: string | undefined;
  /** Given back as it came; undefined where the line has no `x`. */
  readonly x: unknown;
}

/** `baseModels` of the Hub's record. */
export interface HubBases {
  readonly relation: string | undefined;
  readonly models: readonly string[];
}

export type RefusalCode = 'bad-json' | 'bad-record' | 'too-large' | 'internal';

/** A line that is no record, or no longer one. */
export interface Refusal {
  readonly code: RefusalCode;
  /** What is wrong and where, without a full stop. */
  readonly message: string;
}

export type LineRead =
  | { readonly is: 'record'; readonly record: BatchRecord }
  | { readonly is: 'refused'; readonly refusal: Refusal; readonly id?: string; readonly x?: unknown };

const MIB = 1024 * 1024;
/** Bytes of one line; a longer one is not held. */
export const LONGEST_LINE = 8 * MIB;
/** UTF-16 units, or bytes, of all files of one record. */
const LARGEST_RECORD = 16 * MIB;
/** Entries of `files` and of `siblings`. */
const MOST_FILES = 50_000;
const MOST_BASES = 64;
const LONGEST_ID = 200;
/** Levels of lists and objects in each other: what is written back is written by recursion. */
const MOST_LEVELS = 100;

/** The names that tables give to a field, the first that is there counts. */
const NAMES = {
  id: ['id', 'modelId', 'repo_id', 'name'],
  card: ['card', 'readme', 'README', 'text', 'content'],
  siblings: ['siblings', 'tree'],
  cardData: ['cardData', 'card_data', 'metadata'],
  sha: ['sha', 'revision'],
  kind: ['kind', 'type', 'repo_type'],
  modified: ['lastModified', 'last_modified'],
} as const;

class BadRecord extends Error {
  readonly code: RefusalCode;
  constructor(message: string, code: RefusalCode = 'bad-record') {
    super(message);
    this.code = code;
  }
}

/** Understands one line. Never throws: what is no record is refused with a reason. */
export function readLine(line: string): LineRead {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The reason that an engine gives differs from version to version, and an answer does not.
    return refused('bad-json', `the line is no JSON: it begins with ${beginning(line)}`);
  }
  if (!isRecord(value)) return refused('bad-record', `a line holds an object, not ${kindOf(value)}`);
  try {
    checkLevels(value, 'a line');
    return { is: 'record', record: recordIn(value) };
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error;
    const id = field(value, NAMES.id)?.value;
    return {
      ...refused(error.code, error.message),
      ...(typeof id === 'string' ? { id: id.slice(0, LONGEST_ID) } : {}),
      ...(value['x'] === undefined || isTooDeep(value['x']) ? {} : { x: value['x'] }),
    };
  }
}

const refused = (code: RefusalCode, message: string) =>
  ({ is: 'refused', refusal: { code, message } }) as const;
const LONGEST_BEGINNING = 80;
const beginning = (line: string) =>
  JSON.stringify([...line.trim().slice(0, 2 * LONGEST_BEGINNING)].slice(0, LONGEST_BEGINNING).join(''));

type Fields = Readonly<Record<string, unknown>>;

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether lists and objects lie deeper in each other than is read; found level by level, at any depth. */
function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1)
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  return level.length > 0;
}

function checkLevels(value: unknown, what: string): void {
  if (isTooDeep(value)) throw new BadRecord(`${what} is nested deeper than ${MOST_LEVELS} levels`);
}

function recordIn(value: Fields): BatchRecord {
  const files = filesIn(value);
  const card = textOf(value, NAMES.card);
  if (card !== undefined && !files.has('README.md')) files.set('README.md', card);
  const siblings = siblingsIn(value);
  const cardData = files.has('README.md') ? undefined : cardDataIn(value);
  if (files.size === 0 && siblings === undefined && cardData === undefined)
    throw new BadRecord('nothing to lint: give `card`, `files`, `siblings` or `cardData`');
  const listed = (siblings ?? []).filter((path) => !files.has(path));
  const covered = siblings !== undefined && listed.length === 0 && siblings.length >= files.size;
  const id = textOf(value, NAMES.id);
  if (id !== undefined && id.length > LONGEST_ID)
    throw new BadRecord(`\`id\` has ${id.length} characters, and at most ${LONGEST_ID} are read`);
  return {
    id: id === '' ? undefined : id,
    nameFrom: oneOf(value, ['name_from'], ['flag', 'remote', 'hub', 'card', 'folder']) ?? 'hub',
    files,
    listed,
    complete: flagOf(value, 'complete') ?? covered,
    cardData,
    baseModels: basesIn(value),
    sha: textOf(value, NAMES.sha),
    kind: oneOf(value, NAMES.kind, ['model', 'dataset', 'space']),
    modified: dayOf(value),
    x: value['x'],
  };
}

/** The first of some names under which a table has a value; null is none. */
function field(value: Fields, names: readonly string[]) {
  const name = names.find(
    (one) => Object.hasOwn(value, one) && value[one] !== null && value[one] !== undefined,
  );
  return name === undefined ? undefined : { name, value: value[name] };
}

function textOf(value: Fields, names: readonly string[]): string | undefined {
  const found = field(value, names);
  if (found === undefined || typeof found.value === 'string') return found?.value as string | undefined;
  throw new BadRecord(`\`${found.name}\` is a text, not ${kindOf(found.value)}`);
}

function flagOf(value: Fields, name: string): boolean | undefined {
  const found = field(value, [name]);
  if (found === undefined || typeof found.value === 'boolean') return found?.value as boolean | undefined;
  throw new BadRecord(`\`${name}\` is true or false, not ${kindOf(found.value)}`);
}

function oneOf<T extends string>(
  value: Fields,
  names: readonly string[],
  known: readonly T[],
): T | undefined {
  const word = textOf(value, names);
  if (word === undefined || word === '') return undefined;
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new BadRecord(`\`${names[0] ?? ''}\` is one of ${known.join(', ')}, not "${word.slice(0, 40)}"`);
}

/** `files`: contents by path, as text or as `{"base64": …}`. */
function filesIn(value: Fields): Map<string, string | Uint8Array> {
  const found = field(value, ['files'])?.value;
  const files = new Map<string, string | Uint8Array>();
  if (found === undefined) return files;
  if (!isRecord(found))
    throw new BadRecord(`\`files\` is an object of contents by path, not ${kindOf(found)}`);
  let size = 0;
  for (const [path, content] of Object.entries(found)) {
    const held = contentOf(path, content);
    size += held.length;
    if (size > LARGEST_RECORD)
      throw new BadRecord(`\`files\` holds more than ${LARGEST_RECORD / MIB} MiB`, 'too-large');
    files.set(checkedPath(path, 'files'), held);
    if (files.size > MOST_FILES)
      throw new BadRecord(`\`files\` has more than ${MOST_FILES} entries`, 'too-large');
  }
  return files;
}

function contentOf(path: string, content: unknown): string | Uint8Array {
  if (typeof content === 'string') return content;
  const coded = isRecord(content) ? content['base64'] : undefined;
  const what = `\`files\` at "${path.slice(0, 100)}"`;
  if (typeof coded !== 'string')
    throw new BadRecord(`${what} is a text or an object with \`base64\`, not ${kindOf(content)}`);
  try {
    return Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
  } catch {
    throw new BadRecord(`${what} is not base64`);
  }
}

/** A path as repositories have it: relative, `/` between folders, within the repository. */
function checkedPath(path: string, where: string): string {
  const parts = path.split('/');
  if (
    path !== '' &&
    !path.includes('\\') &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..')
  )
    return path;
  throw new BadRecord(`\`${where}\` names "${path.slice(0, 100)}", which is no path within a repository`);
}

/** `siblings`: names of files, or the Hub's objects that hold them. */
function siblingsIn(value: Fields): readonly string[] | undefined {
  const found = field(value, NAMES.siblings);
  if (found === undefined) return undefined;
  if (!Array.isArray(found.value))
    throw new BadRecord(`\`${found.name}\` is a list, not ${kindOf(found.value)}`);
  const all: readonly unknown[] = found.value;
  if (all.length > MOST_FILES)
    throw new BadRecord(`\`${found.name}\` has more than ${MOST_FILES} entries`, 'too-large');
  return all.map((one) => {
    const name = isRecord(one) ? (one['rfilename'] ?? one['path']) : one;
    if (typeof name !== 'string')
      throw new BadRecord(`\`${found.name}\` holds names, or objects with \`rfilename\` or \`path\``);
    return checkedPath(name, found.name);
  });
}

/** `cardData`: an object, or the JSON of one. */
function cardDataIn(value: Fields): Fields | undefined {
  const found = field(value, NAMES.cardData);
  if (found === undefined) return undefined;
  if (isRecord(found.value)) return found.value;
  if (typeof found.value !== 'string')
    throw new BadRecord(`\`${found.name}\` is an object or its JSON, not ${kindOf(found.value)}`);
  if (found.value.trim() === '') return undefined;
  const parsed = parsedOf(found.value);
  if (parsed === null) return undefined;
  checkLevels(parsed, `\`${found.name}\``);
  if (isRecord(parsed)) return parsed;
  throw new BadRecord(`\`${found.name}\` is a text that is no JSON object`);
}

/** Undefined for what is no JSON. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function basesIn(value: Fields): HubBases | undefined {
  const found = field(value, ['baseModels'])?.value;
  if (found === undefined) return undefined;
  if (!isRecord(found)) throw new BadRecord(`\`baseModels\` is an object, not ${kindOf(found)}`);
  const { relation, models = [] } = found;
  if (!Array.isArray(models)) throw new BadRecord(`\`baseModels.models\` is a list, not ${kindOf(models)}`);
  const ids = models.slice(0, MOST_BASES).flatMap((one: unknown) => {
    const id = isRecord(one) ? one['id'] : one;
    return typeof id === 'string' && id !== '' ? [id.slice(0, LONGEST_ID)] : [];
  });
  return { relation: typeof relation === 'string' ? relation : undefined, models: ids };
}

/** Tables have a time, or its text; licet tells days, and those alone that a calendar has. */
function dayOf(value: Fields): string | undefined {
  const found = field(value, NAMES.modified)?.value;
  const day = typeof found === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(found)?.[0] : undefined;
  return day !== undefined && isDay(day) ? day : undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
