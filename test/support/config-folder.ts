import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadConfig, type LoadOptions } from '../../src/node/config/load-config.ts';
import type { RuleLevel } from '../../src/core/config/presets.ts';

export const RULES: readonly RuleLevel[] = [
  { name: 'missing-license', severity: 'error' },
  { name: 'missing-phrase', severity: 'warning' },
  { name: 'missing-change-note', severity: 'info' },
  { name: 'ambiguous-license', severity: 'warning' },
  { name: 'closed-model-training-data', severity: 'info', strict: 'warning' },
];

/** A folder that is gone after the test. Paths that end in `/` are folders. */
export function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'licet-config-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(name.endsWith('/') ? join(root, name) : dirname(join(root, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(root, name), text);
  }
  return root;
}

/** The config for a part of such a folder. */
export async function configOf(
  files: Readonly<Record<string, string>>,
  part = '',
  options: Partial<LoadOptions> = {},
) {
  const root = folder({ '.git/': '', ...files });
  return loadConfig(join(root, part), { cwd: root, rules: RULES, ...options });
}

/** The refusal of a config: its message, and its hint. */
export async function refusal(
  files: Readonly<Record<string, string>>,
  part = '',
  options: Partial<LoadOptions> = {},
): Promise<readonly [string, string | undefined]> {
  try {
    await configOf(files, part, options);
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError' && 'hint' in error)
      return [error.message, typeof error.hint === 'string' ? error.hint : undefined];
    throw error;
  }
  throw new Error('The config was taken');
}
