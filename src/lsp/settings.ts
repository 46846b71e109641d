/** Settings of a client, by their names under `licet`, and what each is. */
export const SETTINGS = { preset: 'string', inlayHints: 'boolean' } as const;

export interface Settings {
  /** Goes before the preset of the config, as `--preset` does. */
  readonly preset?: string;
  /** False for nothing behind upstreams. */
  readonly inlayHints?: boolean;
}

/**
 * The settings that a client sends: under `licet`, or bare, as some send what they sent at the start.
 * Undefined where it sends none, but only that they changed.
 */
export function settingsIn(sent: unknown): Settings | undefined {
  if (!isObject(sent)) return undefined;
  const given = isObject(sent['licet']) ? sent['licet'] : sent;
  const known = Object.entries(SETTINGS).filter(([name, type]) => typeof given[name] === type);
  return Object.fromEntries(known.map(([name]) => [name, given[name]]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
