/**
 * What is not the text but its dress: HTML tags and entities. Placeholders in angle brackets (`<year>`,
 * `<name of author>`) and addresses are words of the text and stay; so does what a comment holds, which is
 * often the license itself.
 */
const TAG = new RegExp(
  String.raw`<\/?(?:html|head|body|title|meta|link|main|article|section|header|footer|nav|div|` +
    String.raw`span|p|br|hr|pre|code|tt|blockquote|center|font|h[1-6]|ul|ol|li|dl|dt|dd|table|` +
    String.raw`thead|tbody|tr|td|th|a|b|i|u|em|strong|small|big|sup|sub|abbr|cite|address|details|` +
    String.raw`summary|img|style|script)(?:\s[^<>]{0,2000})?\s?\/?>|<!doctype[^<>]{0,400}>`,
  'gi',
);
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    sect: '§',
    para: '¶',
    middot: '·',
    bull: '•',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    ndash: '–',
    mdash: '—',
    shy: '',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
  }),
);

/** The text without tags, entities read. Line breaks stay where they are, so lines keep their numbers. */
export function withoutMarkup(text: string): string {
  const untagged = text.includes('<') ? text.replace(TAG, (tag) => ` ${tag.replace(/[^\n]+/g, '')}`) : text;
  return untagged.includes('&') ? untagged.replace(ENTITY, read) : untagged;
}

function read(
  entity: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  // A line break spelled as an entity would shift the lines.
  return code < 32 || code > 0xffff ? ' ' : String.fromCharCode(code);
}
