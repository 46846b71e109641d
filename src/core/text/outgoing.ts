import { latePattern } from './patterns/late-pattern.ts';

/**
 * Words of others stay words: what a repository, a config, a lock, a file's name or the Hub says may be
 * shown, and steers nothing. Every text that leaves licet passes here, to a stream, to a log or to a file.
 */

/** DEL and C1, and what turns the reading direction (UAX #9) or ends a line unseen. */
const UNSEEN = String.raw`\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069`;
/** With these, C0 but for the tab and ends of lines. */
const STEERING = new RegExp(String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f${UNSEEN}]|\r(?!\n)`, 'g');
/** What within one line steers, hides or is no character: all of C0, and what has no width. */
const NOT_PRINTABLE = new RegExp(
  String.raw`[\u0000-\u001f${UNSEEN}\u200b\u2060-\u2065\ufeff\ufff9-\ufffb\ufffe\uffff]`,
  'g',
);
/** The colors of `paint`, alone in their sequence as it writes them. */
const STEERING_OR_COLOR = new RegExp(`\\u001b\\[(?:[0-4]|2[2-4]|3[0-79]|9[0-7])m|${STEERING.source}`, 'g');

/**
 * What a runner takes for a command: `::name …::` (GitHub, first in a line), `##[name]` (GitHub, Azure) and
 * `##vso[name]` (Azure), the last two anywhere in a line. Runners compare as their culture does, which passes
 * over characters that are not seen.
 */
const COMMAND = latePattern(
  () => /(:\p{DI}*):(?=\S[^\n]*?:\p{DI}*:)|(#\p{DI}*)#(?=\p{DI}*(?:v\p{DI}*s\p{DI}*o\p{DI}*)?\[)/giu,
);
/** What every text with a command holds: most have none, and need not have the expression made. */
const MAY_COMMAND = /[:#](?:[:#]|[\u0080-\uffff])/;
/** An annotation as the format `github` writes it; its properties hold no colon. */
const ANNOTATION = /^(::(?:error|warning|notice) [^:\n]*::)?(.*)$/gm;

const SIGN = '\ufffd';

/** What of a text is licet's own, or a plugin's, and stays. */
export interface Keeps {
  readonly color?: boolean;
  /**
   * `own`: the annotations of the format `github`; `all`: a patch that has to fit its file, or a plugin's
   * format.
   */
  readonly commands?: 'own' | 'all';
}

const withoutCommands = (text: string) =>
  MAY_COMMAND.test(text) ? text.replace(COMMAND(), `$1$2${SIGN}`) : text;

/** A text with lines as it may leave. Every UTF-16 code unit stays one, so that columns still hold. */
export function outgoing(text: string, { color = false, commands }: Keeps = {}): string {
  const still = text.replace(color ? STEERING_OR_COLOR : STEERING, (found) =>
    found.length > 1 ? found : SIGN,
  );
  if (commands === 'all') return still;
  return commands === 'own'
    ? still.replace(
        ANNOTATION,
        (_, own: string | undefined, rest: string) => (own ?? '') + withoutCommands(rest),
      )
    : withoutCommands(still);
}

/**
 * Untrusted text as it may stand within a line: characters that steer a terminal, turn the reading direction,
 * break lines or hide become replacement signs, tabs one space, and no runner takes it for a command. Every
 * UTF-16 code unit stays one.
 */
export function printable(text: string): string {
  const shown = text
    .replace(/[\t\u00a0\u202f]/g, ' ')
    .replace(NOT_PRINTABLE, SIGN)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, SIGN)
    .replace(/\udb40[\udc00-\udfff]/g, SIGN + SIGN);
  return withoutCommands(shown);
}

/** A value as JSON that steers nothing where it is printed and reads back the same. `indent`: spaces. */
export function jsonText(value: unknown, indent?: number): string {
  const still = JSON.stringify(value, undefined, indent).replace(STEERING, escaped);
  if (!MAY_COMMAND.test(still)) return still;
  return still.replace(
    COMMAND(),
    (found, colon: string | undefined, hash: string | undefined) =>
      `${colon ?? hash ?? ''}${escaped(found.slice(-1))}`,
  );
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
