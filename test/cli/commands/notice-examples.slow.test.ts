import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Host } from '../../../src/app/host.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
  Record<string, { readonly name: string }>
>;
const folders: readonly (readonly [folder: string, name: string])[] = [
  ...readdirSync(join(ROOT, 'examples'))
    .filter((one) => one.endsWith('-bad'))
    .map((one) => [`examples/${one}`, names[one]?.name ?? ''] as const),
  ['test/fixtures/copied-code/bad', 'acme-lab/Harbor-Open-100B'],
  ['test/fixtures/relicensed-distill/bad', 'acme-lab/Thinker-Distill-Llama-8B'],
  ['test/fixtures/unfilled-notice/bad', 'acme-lab/Mirinae-112B'],
  ['test/fixtures/unnamed-towers/bad', 'acme-lab/Sori-Omni-8B'],
  ['test/fixtures/unnamed-upstream/bad', 'acme-lab/Hinode-700B'],
];
/**
 * What a notice can give: nothing of it may be left over. The rest is a name, a phrase for the card, a
 * license, a text.
 */
const GIVEN = /\b(?:missing-notice|missing-credit|missing-copyright|uncredited-component)\b/;

describe('licet notice --write on the bad examples', () => {
  test('there are some', () => expect(folders.length).toBeGreaterThan(15));

  test.each(folders)(
    '%s owes what a notice can give no more, and hears nothing new',
    async (folder, name) => {
      const cwd = tempFolder();
      cpSync(join(ROOT, folder), cwd, { recursive: true });
      rmSync(join(cwd, 'expected.txt'), { force: true });
      const world: Host = { cwd, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: '2026-11-24' };
      const told = async () =>
        (await main(['--no-config', '--name', name, '--format', 'compact'], world)).stdout
          .split('\n')
          .filter((line) => line !== '');
      const notice = async (...args: string[]) => main(['notice', '--name', name, ...args], world);
      const read = () =>
        readdirSync(cwd)
          .filter((file) => /^notice/i.test(file))
          .map((file) => readFileSync(join(cwd, file), 'utf8'))
          .join('');
      const [before, own] = [await told(), read()];
      await notice('--write');

      const written = read();
      expect(written.startsWith(own)).toBe(true);
      expect([(await notice('--write')).stdout, read()]).toEqual(['', written]);
      expect((await notice('--check')).code).toBe(0);
      expect((await notice()).stdout).toBe(written);

      const left = await told();
      expect(left.filter((line) => !before.includes(line))).toEqual([]);
      expect(left.filter((line) => GIVEN.test(line))).toEqual([]);
      await expect(
        `${written}${written === '' ? '' : '\n'}--- left ---\n${left.join('\n')}\n`,
      ).toMatchFileSnapshot(
        join(
          ROOT,
          'test/fixtures/noticed',
          `${folder.replace(/^(?:examples|test\/fixtures)\//, '').replace(/\/bad$/, '')}.txt`,
        ),
      );
    },
  );

  test('the other formats tell the same works', async () => {
    const world: Host = {
      cwd: ROOT,
      env: { NO_COLOR: '1' },
      terminal: false,
      width: 80,
      today: '2026-11-24',
    };
    for (const [folder, name] of folders) {
      const args = ['notice', folder, '--name', name];
      const [{ stdout: markdown }, { stdout: json }] = [
        await main([...args, '--format', 'markdown'], world),
        await main([...args, '--format', 'json'], world),
      ];
      const [{ upstreams }] = JSON.parse(json) as [
        {
          readonly upstreams: readonly {
            readonly model: string;
            readonly link: string;
            readonly required: readonly string[];
          }[];
        },
      ];
      expect(upstreams.map(({ model }) => model)).toEqual(
        [...markdown.matchAll(/^- \[([^\]]+)\]/gm)].map(([, model]) => model),
      );
      for (const { link, required } of upstreams)
        for (const text of [link, ...required]) expect(markdown).toContain(text);
    }
  });
});
