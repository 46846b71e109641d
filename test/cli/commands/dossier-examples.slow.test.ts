import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { koreanHow } from '../../../src/core/disclosure/dossier/words/korean.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EXAMPLES = Object.entries(
  JSON.parse(readFileSync(`${ROOT}examples/names.json`, 'utf8')) as Record<string, { readonly name: string }>,
);

const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(`${ROOT}schema/dossier.schema.json`, 'utf8')) as object,
);

const licet = async (...args: string[]) =>
  (await main(args, { cwd: ROOT, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: '2026-11-30' }))
    .stdout;
const written = (folder: string, name: string, ...args: string[]) =>
  licet('dossier', `examples/${folder}`, '--name', name, ...args);

/** Of each dossier the first that was written: that a second is the same, one test shows. */
const kept = new Map<string, Promise<string>>();
function dossier(...asked: Parameters<typeof written>): Promise<string> {
  const key = asked.join(' ');
  const one = kept.get(key) ?? written(...asked);
  kept.set(key, one);
  return one;
}

interface Told {
  readonly sha256: string;
  readonly review: { readonly is: string };
  readonly disclosure: {
    readonly works: readonly { readonly guess: boolean; readonly name: string }[];
    readonly statements: readonly object[];
    readonly duties: readonly { readonly how: string | null; readonly state: string }[];
    readonly points: readonly {
      readonly severity: string;
      readonly answer: unknown;
      readonly standsFor: number;
      readonly rule: string;
    }[];
  };
}

test('there are examples', () => expect(EXAMPLES.length).toBeGreaterThan(20));

describe.each(EXAMPLES)('the dossier of examples/%s', (folder, { name }) => {
  test('is the same twice, holds no script and nothing of the machine', async () => {
    for (const args of [[], ['--lang', 'ko'], ['-f', 'markdown'], ['-f', 'json']]) {
      const [one, other] = [await dossier(folder, name, ...args), await written(folder, name, ...args)];
      expect(one).toBe(other);
      expect(one).not.toContain(ROOT);
      expect(one).not.toMatch(/<script|\bon\w+=|src=/i);
    }
  });

  test('has the counts of the report', async () => {
    const report = JSON.parse(await licet(`examples/${folder}`, '--name', name, '-f', 'json')) as {
      readonly summary: Record<'errors' | 'warnings' | 'infos' | 'suppressed', number>;
    };
    const told = JSON.parse(await dossier(folder, name, '-f', 'json')) as Told;
    expect(fits(told), JSON.stringify(fits.errors)).toBe(true);
    const open = told.disclosure.points.filter(({ answer }) => answer === null);
    const count = (severity: string) => open.filter((one) => one.severity === severity).length;
    const { errors, warnings } = report.summary;
    expect([count('error'), count('warning')]).toEqual([errors, warnings]);
    const page = await dossier(folder, name);
    if (open.length > 0)
      expect(page).toMatch(
        new RegExp(`>${errors} errors?, ${warnings} warnings?, ${count('info')} notes?; 0 turned off<`),
      );
    for (const work of told.disclosure.works) if (!work.guess) expect(page).toContain(work.name);
    expect(page).toContain(`sha256 ${told.sha256.slice(0, 8)}…${told.sha256.slice(-4)}`);
    const bom = await licet('bom', `examples/${folder}`, '--name', name);
    expect(bom).toContain(told.sha256);
  });

  test.each([[[]], [['--lang', 'ko']]])(
    'has a row for each fact, and no place or day but theirs: %j',
    async (args) => {
      const told = JSON.parse(await dossier(folder, name, '-f', 'json')) as Told;
      const html = await dossier(folder, name, ...args);
      const { works, duties, points, statements } = told.disclosure;
      const rows = html.split('<section').map((part) => part.split('<th scope="row"').length - 1);
      const used = works.filter(({ guess }) => !guess).length;
      expect(rows.slice(1)).toEqual([used, duties.length, points.length, 0, 3, 4]);
      const spots = new Set(
        [...JSON.stringify(told.disclosure).matchAll(/"file":"([^"]*)","line":(\d+)/g)].map(
          ([, file, line]) => `${file}:${line}`,
        ),
      );
      const placed = [
        ...html.matchAll(/<a href="[^"]*#L\d+">([^<]*)<span class="line">(:\d+)<\/span><\/a>/g),
      ].map(([, file = '', line = '']) => file + line);
      expect(placed.filter((one) => !spots.has(one))).toEqual([]);
      expect(placed.length).toBeGreaterThanOrEqual(Math.min(1, used + statements.length));
    },
  );

  test('says in Korean how each duty is done', async () => {
    const told = JSON.parse(await dossier(folder, name, '-f', 'json')) as Told;
    for (const { how } of told.disclosure.duties) if (how !== null) expect(koreanHow(how)).toBeDefined();
  });
});
