import { UsageError } from '../model/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { troubleInContent } from './check-content.ts';
import { NO_CONFIG, over, type Config, type Written } from './config.ts';
import { levelsIn, overridesIn } from './levels.ts';
import { isPreset, presetLevels, PRESETS, type RuleLevel } from './presets.ts';
import { isWritten, troubleIn, type Trouble } from './schema.ts';

/** Where a key of a config stands, in the words of a message. */
export type Spot = (path: Trouble['path']) => string;

/**
 * A value that has the form of a config. Throws `UsageError` with the place of the first thing that has not.
 */
export function writtenIn(value: unknown, spot: Spot): Written {
  if (isWritten(value)) return value;
  throw refusal(troubleIn(value) ?? { path: [], what: 'cannot be read', known: [], word: '' }, spot);
}

function refusal({ path, what, word, known: words, hint }: Trouble, spot: Spot): UsageError {
  const subject = path.length === 0 ? 'The config' : `"${path.join('.')}"`;
  return new UsageError(
    `${spot(path)}: ${subject} ${what}`,
    didYouMean(word, words) ??
      ((hint ?? (words.length > 0 ? `Known here: ${words.join(', ')}` : '')) || undefined),
  );
}

/** Throws `UsageError` for a rule, license or day that is none; plugins bring names of their own. */
export function checkContent(written: Written, spot: Spot, rules: readonly RuleLevel[]): void {
  const trouble = troubleInContent(written, rules, (written.plugins ?? []).length > 0);
  if (trouble) throw refusal(trouble, spot);
}

/** What a config says itself, without what it extends. */
export function ownConfig(written: Written, at: Pick<Config, 'files' | 'folder'>): Config {
  return {
    ...NO_CONFIG,
    ...at,
    name: written.name,
    levels: levelsIn(written.rules),
    overrides: overridesIn(written, at.files.at(-1)),
    ignores: written.ignores ?? [],
    policy: written.policy ?? {},
    facts: written.facts ?? [],
    reviewRoles: written.review?.roles ?? [],
    requireReason: written.settings?.requireReason ?? false,
    updateFrom: written.settings?.updateFrom,
    plugins: written.plugins ?? [],
  };
}

/** The levels of a preset as a config to put others on; undefined where a word is no preset. */
export function presetConfig(name: string, rules: readonly RuleLevel[]): Config | undefined {
  return isPreset(name) ? { ...NO_CONFIG, levels: presetLevels(name, rules) } : undefined;
}

/**
 * A config from a value, where there is no disk: it may extend presets, and no files. `spot` tells where a
 * key stands, as `parseConfig` does for text. Throws `UsageError` for what is not understood.
 */
export function configFrom(value: unknown, rules: readonly RuleLevel[], spot: Spot = () => 'config'): Config {
  const written = writtenIn(value, spot);
  if ((written.plugins ?? []).length > 0)
    throw new UsageError(
      `${spot(['plugins'])}: plugins are not read here`,
      'Hand their rules and licenses to `lint` yourself',
    );
  checkContent(written, spot, rules);
  const under = [written.extends ?? []].flat().map((name, nth) => {
    const preset = presetConfig(name, rules);
    if (preset) return preset;
    throw new UsageError(
      `${spot(typeof written.extends === 'string' ? ['extends'] : ['extends', nth])}: no preset ` +
        `named "${name}"`,
      didYouMean(name, PRESETS) ?? `Presets are ${PRESETS.join(', ')}; no file is read here`,
    );
  });
  return [...under, ownConfig(written, { files: [], folder: '' })].reduce(over, NO_CONFIG);
}
