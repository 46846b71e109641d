import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { identityLabel } from '../../src/core/license/names/identity-label.ts';
import { fixAll } from '../../src/app/fix.ts';
import { runLint } from '../../src/app/run-lint.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { Host } from '../../src/app/host.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/labelled', import.meta.url));
const holds = existsSync(join(FOLDER, 'labels.jsonl'));
const labels = holds
  ? readFileSync(join(FOLDER, 'labels.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly dir: string; readonly repo_id: string | null })
  : [];
const copy = mkdtempSync(join(tmpdir(), 'licet-corpus-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** How many repositories a fix changed: of none this would tell nothing. */
let changed = 0;
const said = ({ findings }: Report) => findings.map(({ rule, message: what }) => `${rule}: ${what}`);
const broken = ({ findings }: Report) => findings.filter(({ rule }) => rule === 'broken-front-matter').length;

describe.skipIf(!holds)('fixes on repositories as people publish them', () => {
  test.each(labels)(
    '$dir comes to rest, reads as before, and hears nothing new',
    async ({ dir, repo_id: id }) => {
      const folder = join(copy, dir);
      cpSync(join(FOLDER, dir), folder, { recursive: true });
      const world: Host = { cwd: folder, env: {}, terminal: false, width: 80, today: '2026-11-24' };
      const request = { paths: [], name: id ?? undefined, config: false as const };
      const [before] = (await runLint(request, world)).run.reports;
      await fixAll(request, world, { dry: false, unsafe: [] });
      const once = filesIn(folder);
      if (JSON.stringify(once) !== JSON.stringify(filesIn(join(FOLDER, dir)))) changed += 1;
      const [after] = (await runLint(request, world)).run.reports;
      await fixAll(request, world, { dry: false, unsafe: [] });
      expect(filesIn(folder)).toEqual(once);
      if (!before || !after) return expect(after).toBe(before);
      expect(broken(after)).toBeLessThanOrEqual(broken(before));
      if (before.declared)
        expect(after.declared && identityLabel(after.declared.identity)).toBe(
          identityLabel(before.declared.identity),
        );
      expect(said(after).filter((one) => !said(before).includes(one))).toEqual([]);
    },
  );

  test('some of them were changed', () => expect(changed).toBeGreaterThan(3));
});
