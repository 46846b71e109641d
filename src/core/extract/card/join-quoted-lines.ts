/** A value in quotes that is not closed on its line, behind a key or the dashes of a list. */
const OPENS = /^[ \t]*(?:-[ \t]+)*(?:[\w.-]+:[ \t]+)?(["'])/gm;
/** Longer stretches between two quotes are no value. */
const LONGEST = 50_000;

/**
 * Puts each quoted value of a YAML text on one line, by blanks in place of its line breaks, so that every
 * offset stays. Python's reader and older ones of JavaScript take such values however their lines are
 * indented; newer ones refuse lines that begin at the margin. Undefined where no value runs over lines.
 */
export function onOneLine(yaml: string): string | undefined {
  let joined = '';
  let from = 0;
  OPENS.lastIndex = 0;
  for (let hit = OPENS.exec(yaml); hit; hit = OPENS.exec(yaml)) {
    const start = hit.index + hit[0].length;
    const end = closing(yaml, start, hit[1] ?? '"');
    if (end === undefined) continue;
    const inner = yaml.slice(start, end);
    if (/[\r\n]/.test(inner)) {
      joined += yaml.slice(from, start) + inner.replace(/[\r\n]/g, ' ');
      from = end;
    }
    OPENS.lastIndex = end + 1;
  }
  return from === 0 ? undefined : joined + yaml.slice(from);
}

function closing(yaml: string, start: number, quote: string): number | undefined {
  for (let at = start; at < Math.min(yaml.length, start + LONGEST); at += 1) {
    if (quote === '"' && yaml[at] === '\\') at += 1;
    else if (yaml[at] === quote) {
      if (quote === "'" && yaml[at + 1] === "'") at += 1;
      else return at;
    }
  }
  return undefined;
}
