import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { main } from '../../../../src/cli/main.ts';
import type { Host } from '../../../../src/app/host.ts';

/** A repository as people and tools leave it, made of parts. */
interface Made {
  readonly front: readonly string[];
  readonly body: readonly string[];
  readonly end: string;
  readonly notice: readonly string[] | undefined;
  readonly adapter: string | undefined;
  readonly windows: boolean;
  readonly bom: boolean;
}

const UPSTREAMS = [
  'meta-llama/Llama-3.1-8B',
  'google/gemma-3-4b-it',
  'upstage/Solar-Open-100B',
  'naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B',
  'Qwen/Qwen2.5-72B-Instruct',
  'deepseek-ai/DeepSeek-R1-Distill-Llama-8B',
];
const id = fc.constantFrom(...UPSTREAMS);
const quoted = (value: string) => fc.constantFrom(value, `"${value}"`, `'${value}'`);
const behind = fc.constantFrom('', ' # as agreed with "them"', '  ');
const entry = (key: string, value: fc.Arbitrary<string>) =>
  fc.tuple(value.chain(quoted), behind).map(([put, comment]) => `${key}: ${put}${comment}`);
const address = id.map((one) => `https://huggingface.co/${one}`);

const licenseLine = fc.oneof(
  entry('license', fc.constantFrom('llama3.1', 'Apache-2.0', 'apache2.0', 'mit', 'gemma', 'CC BY 4.0')),
  entry('licence', fc.constantFrom('mit', 'llama3.1')),
);
const baseLines = fc.oneof(
  entry('base_model', fc.oneof(id, address)),
  entry('base_models', id),
  fc
    .uniqueArray(fc.oneof(id, address), { minLength: 1, maxLength: 2 })
    .map((ids) => ['base_model:', ...ids.map((one) => `  - ${one} # a base`)].join('\n')),
  fc.uniqueArray(id, { minLength: 1, maxLength: 2 }).map((ids) => `base_model: [ ${ids.join(' , ')} ]`),
  fc.constant('tags: # none yet'),
);
const other = fc.constantFrom(
  '# ours, in this order',
  '',
  'language:   [ en,ko ]',
  "pipeline_tag: 'text-generation'",
  'extra: |\n  license: not this\n\n  base_models: nor that',
  'widget:\n- text: "Hi: \\"you\\""\n\n# a comment between',
  'base_model_relation: finetune',
  'thumbnail: >-\n    folded\n    text',
  'liscense: mit',
  'base-model: acme/none',
  'half: [open',
  '{}',
  '? odd\n: key',
);
const front = fc
  .tuple(licenseLine, baseLines, fc.uniqueArray(other, { maxLength: 4 }), fc.nat(5))
  .map(([license, base, others, turn]) => {
    const all = [license, ...others, base];
    return [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
  });
const body = fc.array(
  fc.constantFrom(
    '# A model\n',
    '',
    'Built from a base.  ',
    '```sh\nlicense: mit\n# Built with Llama\n```',
    '<!-- Built with Llama -->',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '- one\n- two',
    '## License',
    'Setext\n======',
    '~~~\nPowered by HyperCLOVA X\n~~~',
    '\u00a0한국어 설명',
    '    indented code',
  ),
  { maxLength: 5 },
);
const end = fc.constantFrom(
  '',
  '\n',
  '\n\n\n',
  '\n```\nnever closed',
  '\n<!-- never closed\n',
  '\n~~~~md\n```\n',
  '  ',
  '\n- item',
  '\n> quoted',
  '\n<div>\nno blank line behind',
);
const made: fc.Arbitrary<Made> = fc.record({
  front,
  body,
  end,
  notice: fc.option(
    fc.array(fc.constantFrom('Acme', 'Copyright 2026 Acme', '', 'meta-llama/Llama-3.1-8B', 'with thanks  '), {
      minLength: 1,
      maxLength: 4,
    }),
    { nil: undefined },
  ),
  adapter: fc.option(id, { nil: undefined }),
  windows: fc.boolean(),
  bom: fc.boolean(),
});

function filesOf({
  front: keys,
  body: parts,
  end: tail,
  notice,
  adapter,
  windows,
  bom,
}: Made): Record<string, string> {
  const as = (text: string) => (bom ? '\ufeff' : '') + (windows ? text.replaceAll('\n', '\r\n') : text);
  return {
    'README.md': as(`---\n${keys.join('\n')}\n---\n${parts.join('\n')}${tail}`),
    ...(notice ? { NOTICE: as(notice.join('\n')) } : {}),
    ...(adapter === undefined
      ? {}
      : { 'adapter_config.json': JSON.stringify({ base_model_name_or_path: adapter, peft_type: 'LORA' }) }),
  };
}

/** What safe fixes may spell another way: keys, addresses of models, ids of licenses. */
const spelled = (line: string) =>
  line
    .replace(/^(?:licen[cs]e|liscense):/, 'license:')
    .replace(/^base(?:_models|-model):/, 'base_model:')
    .replaceAll('https://huggingface.co/', '')
    .replace(/Apache-2\.0|apache2\.0/, 'apache-2.0')
    .replace('CC BY 4.0', 'cc-by-4.0');

/**
 * How many lines are new, where every old line is there still and in its order; undefined where one is not.
 */
function newLines(before: string, after: string): number | undefined {
  const rest = after.split('\n').map(spelled);
  let at = 0;
  for (const line of before.split('\n').map(spelled)) {
    // The last line may have got the line end that it lacked.
    while (at < rest.length && rest[at] !== line && rest[at] !== `${line}\r`) at += 1;
    if (at === rest.length) return undefined;
    at += 1;
  }
  return rest.length - before.split('\n').length;
}

interface Told {
  readonly repositories: readonly {
    readonly findings: readonly { readonly rule: string; readonly upstream: string | null }[];
  }[];
}
type Finding = Told['repositories'][number]['findings'][number];

/**
 * Findings of a rule about an upstream that there were fewer of before. Their words may change with a value
 * that is spelled as it should be.
 */
function woken(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const count = (all: readonly Finding[], { rule, upstream }: Finding) =>
    all.filter((one) => one.rule === rule && one.upstream === upstream).length;
  return after.filter((finding) => count(after, finding) > count(before, finding));
}

const block = (text: string) => /^\ufeff?---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '';

describe('safe fixes, through the program and on the disk', () => {
  test(
    'add what is owed and leave every byte else, come to rest, and wake nothing',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(made, async (one) => {
          const cwd = mkdtempSync(join(tmpdir(), 'licet-fix-'));
          try {
            const files = filesOf(one);
            for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
            const world: Host = {
              cwd,
              env: { NO_COLOR: '1' },
              terminal: false,
              width: 80,
              today: '2026-11-24',
            };
            const run = (...argv: string[]) =>
              main(['--no-config', '--name', 'acme/Llama-Chat-8B', '--format', 'json', ...argv], world);
            const read = () =>
              Object.fromEntries(
                ['README.md', 'NOTICE', 'adapter_config.json'].flatMap((file) =>
                  existsSync(join(cwd, file)) ? [[file, readFileSync(join(cwd, file), 'utf8')]] : [],
                ),
              );
            const said = (stdout: string) =>
              (JSON.parse(stdout) as Told).repositories.flatMap(({ findings }) => findings);
            const before = said((await run()).stdout);
            const after = said((await run('--fix')).stdout);
            const once = read();
            const again = await run('--fix');

            expect(read()).toEqual(once);
            expect(again.stderr).not.toMatch(/\d+ files? changed/);
            // A key that nobody read says something from now on, and what it says may be amiss.
            if (!/^(?:licence|liscense|base_models|base-model):/m.test(files['README.md'] ?? ''))
              expect(woken(before, after)).toEqual([]);
            expect(said(again.stdout)).toEqual(after);
            for (const [file, text] of Object.entries(once)) {
              const own = files[file];
              if (own === undefined) continue;
              const bare = (one: string) => one.replace(/^\ufeff/, '');
              if (bare(own) !== '')
                expect(
                  newLines(bare(own), bare(text)),
                  `${file} lost or moved a line:\n${JSON.stringify(text)}`,
                ).toBeLessThanOrEqual(12);
              expect(text.startsWith('\ufeff')).toBe(own.startsWith('\ufeff'));
              expect(text.slice(1)).not.toContain('\ufeff');
              if (own.includes('\n')) expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(own));
              if (own.includes('\n')) expect(text.includes('\r\n')).toBe(own.includes('\r\n'));
            }
            expect(once['adapter_config.json']).toBe(files['adapter_config.json']);
            const errors = (text: string) => parseDocument(block(text)).errors.map(({ code }) => code);
            expect(errors(once['README.md'] ?? '')).toEqual(errors(files['README.md'] ?? ''));
          } finally {
            rmSync(cwd, { recursive: true, force: true });
          }
        }),
        { numRuns: Number(process.env['LICET_RUNS'] ?? 150) },
      );
    },
  );
});
