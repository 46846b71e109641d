/** Words that say nothing about which license is meant. */
const FILLER = new Set([
  'the',
  'a',
  'an',
  'license',
  'licenses',
  'licensed',
  'agreement',
  'version',
  'ver',
  'v',
  'clause',
  'international',
  'unported',
  'generic',
  'universal',
  'under',
  'terms',
  'of',
  'for',
  'and',
  'conditions',
]);

/** Words that tell a kind of license, of which each giver has one of his own. */
const KIND = new Set([
  'open',
  'permissive',
  'community',
  'research',
  'academic',
  'model',
  'data',
  'non',
  'commercial',
  'noncommercial',
  'use',
  'only',
  'custom',
  'responsible',
  'ai',
]);

/**
 * Long names to the short ones that ids use; applied in this order, on words parted by single spaces, to
 * names that hold the stem.
 */
const SHORTER: readonly (readonly [stem: string, from: RegExp, to: string])[] = [
  ['creative', /^creative commons/, 'cc'],
  ['cc ', /^cc (?:zero|0)(?= |$)/, 'cc 0'],
  ['public domain', /^cc 0 public domain dedication/, 'cc 0'],
  ['attribution', /^attribution(?= .*\d)/, 'cc by'],
  ['gnu ', /\bgnu (?=a?l?gpl|g?fdl)/, ''],
  ['general public', /^(?:gnu )?affero (?:gnu )?general public/, 'agpl'],
  ['general public', /^(?:gnu )?(?:lesser|library) general public/, 'lgpl'],
  ['general public', /^(?:gnu )?general public/, 'gpl'],
  ['free documentation', /^gnu free documentation/, 'gfdl'],
  [' or ', / or any later$| or (?:later|newer|greater|higher)$/, ' or later'],
  [' +', /^(a?l?gpl \S+) \+$/, '$1 or later'],
  ['apache software', /^apache software/, 'apache'],
  ['asl ', /^asl (?=\d)/, 'apache '],
  ['mozilla', /^mozilla public/, 'mpl'],
  ['eclipse', /^eclipse public/, 'epl'],
  ['european', /^european union public/, 'eupl'],
  ['boost', /^boost software/, 'bsl'],
  ['business', /^business source/, 'busl'],
  ['sil ', /^sil (?=open font|ofl)/, ''],
  ['open font', /^open font/, 'ofl'],
  ['bsd', /^(?:three|3) bsd|^(?:new|revised|modified) bsd|^bsd 3 (?:new|revised)(?: or revised)?/, 'bsd 3'],
  ['bsd', /^(?:two|2) bsd|^(?:simplified|freebsd) bsd|^bsd 2 simplified|^freebsd$/, 'bsd 2'],
  ['bsd', /^(?:four|4) bsd|^bsd 4 original(?: or old)?/, 'bsd 4'],
];

const CREATIVE: readonly (readonly [from: RegExp, to: string])[] = [
  [/ attribution/, ' by'],
  [/ non ?commercial/, ' nc'],
  [/ share ?alike/, ' sa'],
  [/ no ?deriv(?:ative)?s?(?: works?)?/, ' nd'],
];

/** Names longer than this, in characters, are no names. */
export const MAX_NAME = 300;
/** Fillers that join: at an end of a name they join it to what is not there. */
const JOINS = /^and | (?:and|for|under)$/;
/** Signs that part or mark words and say nothing themselves. */
const MARKS = /^[\s\-_.,:'"“”‘’™®©]*$/;
const TOKEN = /\d+(?:\.\d+)*|[a-z]+(?:\+\+)?|\+|[\u0080-\uffff]+/g;
const SYMBOLS = /[™®©“”‘’]/g;
const BEYOND_ASCII = /[\u0080-\uffff]/;
/**
 * The first words of the names that SHORTER speaks of: most names are none, and the index folds thousands.
 */
const LONG = new RegExp(
  `^(?:${[
    'creative|cc|attribution|gnu|affero|lesser|library|general|a?l?gpl',
    'apache|asl|mozilla|eclipse|european|boost|business|bsl|sil|open',
    'three|two|four|[234] bsd|new|revised|modified|simplified|freebsd|bsd',
  ].join('|')})`,
);

/**
 * A name as words parted by single spaces: case, punctuation, and the joint of letters and digits do not
 * count.
 */
export function foldName(name: string): string {
  const short = name.slice(0, MAX_NAME).toLowerCase();
  const text = BEYOND_ASCII.test(short) ? short.normalize('NFKC').toLowerCase().replace(SYMBOLS, ' ') : short;
  const tokens =
    text
      .replaceAll('licence', 'license')
      .replace(/(\d)_(?=\d)/g, '$1.')
      .match(TOKEN) ?? [];
  // "gplv3" comes apart as "gplv" and "3".
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    if (token.length > 2 && token.endsWith('v') && /^\d/.test(tokens[at + 1] ?? ''))
      tokens[at] = token.slice(0, -1);
  }
  return tokens.join(' ');
}

/**
 * The same with filler words and ".0" gone and long names shortened: what several ways of writing one name
 * share.
 */
export function looseName(folded: string): string {
  if (JOINS.test(folded)) return folded;
  let name = '';
  for (const word of folded.split(' ')) {
    if (FILLER.has(word)) continue;
    const kept = word.endsWith('.0') ? word.replace(/(?:\.0)+$/, '') : word;
    name = name === '' ? kept : `${name} ${kept}`;
  }
  if (LONG.test(name))
    for (const [stem, from, to] of SHORTER) if (name.includes(stem)) name = name.replace(from, to);
  if (name.startsWith('cc ')) for (const [from, to] of CREATIVE) name = name.replace(from, to);
  return name.trim();
}

/**
 * Whether folding a name leaves nothing of it out: no sign that may mean something, no word about conditions,
 * no end cut off.
 */
export function foldsWhole(name: string): boolean {
  return (
    name.length <= MAX_NAME &&
    MARKS.test(name.toLowerCase().replace(TOKEN, ' ')) &&
    !/\b(?:and|for|under|terms|conditions)\b/i.test(name)
  );
}

/**
 * Whether a name tells a kind of license and no license: "Non-Commercial License" is the title of one text,
 * and means any.
 */
export function tellsKind(loose: string): boolean {
  return loose.split(' ').every((word) => KIND.has(word));
}

/** The name without its version, or `undefined` where nothing would be left, or it has none. */
export function versionless(loose: string): string | undefined {
  const words = loose.split(' ');
  const kept = words.filter((word) => !/^\d+(?:\.\d+)*$/.test(word));
  return kept.length === words.length || kept.length === 0 ? undefined : kept.join(' ');
}
