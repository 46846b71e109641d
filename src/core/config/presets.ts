import type { Severity } from '../model/finding.ts';
import type { RuleName } from './rule-names.ts';

export type Level = Severity | 'off';

/** A level as people write it: `warn` is ESLint's word for `warning`. */
export type LevelName = Level | 'warn';

/** The level that a name means. */
export const levelNamed = (name: LevelName): Level => (name === 'warn' ? 'warning' : name);

/** What a preset needs to know of a rule. */
export interface RuleLevel extends RuleName {
  readonly severity: Severity;
  /** The rule's own word on `strict`. */
  readonly strict?: Severity;
  /** It speaks only where a preset or a config says so. */
  readonly optIn?: boolean;
}

/** The level of a rule where nothing sets one. */
export const ownLevel = ({ severity, optIn }: Pick<RuleLevel, 'severity' | 'optIn'>): Level =>
  optIn === true ? 'off' : severity;

export const PRESETS = ['recommended', 'strict', 'publish', 'consume'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a releaser owes of their own: raised by `publish`. */
const RELEASE: ReadonlySet<string> = new Set([
  'missing-card',
  'missing-license-text',
  'missing-notice',
  'missing-phrase',
  'other-license-without-name',
  'other-license-without-link',
  'default-license-from-template',
  'undeclared-upstream',
  'placeholder-text',
  'missing-change-note',
  'missing-review',
  'stale-review',
]);
/** Rules about what one publishes: quiet where somebody else's model is only looked at. */
const OWN_ACTS: ReadonlySet<string> = new Set([
  'missing-card',
  'missing-name-prefix',
  'missing-phrase',
  'missing-notice',
  'missing-license-text',
  'missing-use-restrictions',
  'missing-copyright',
  'missing-credit',
  'missing-change-note',
  'uncredited-code',
  'uncredited-component',
  'shared-code',
  'default-license-from-template',
  'misspelled-key',
  'stale-review',
]);

/** The levels of a preset; a rule that it does not name keeps its own. */
export function presetLevels(preset: Preset, rules: readonly RuleLevel[]): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const rule of rules) {
    const { name, severity, strict, optIn } = rule;
    // Spoken out, so that a preset can be taken back by the next in a list.
    if (preset === 'recommended') levels.set(name, ownLevel(rule));
    if (
      preset === 'strict' &&
      !optIn &&
      (strict !== undefined || (name.startsWith('missing-') && severity !== 'info'))
    )
      levels.set(name, strict ?? 'error');
    if (preset === 'publish' && RELEASE.has(name))
      levels.set(name, severity === 'info' ? 'warning' : 'error');
    if (preset === 'consume' && OWN_ACTS.has(name))
      levels.set(name, severity === 'error' ? 'warning' : 'info');
  }
  return levels;
}

export function isPreset(word: string): word is Preset {
  return (PRESETS as readonly string[]).includes(word);
}
