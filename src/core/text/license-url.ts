const MAX_URL = 2000;

/** True for what is written as a web address, with or without scheme. */
export function looksLikeUrl(raw: string): boolean {
  return /^(?:https?:)?\/\//i.test(raw) || /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/i.test(raw);
}

/**
 * One spelling for the addresses of one document: no scheme, `www.`, query, fragment or closing slash, host
 * and path in lower case; raw, resolve and blob addresses of a file are the same.
 */
export function foldUrl(raw: string): string {
  const text = raw
    .slice(0, MAX_URL)
    .trim()
    .toLowerCase()
    .replace(/^<|>$/g, '')
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/^www\./, '');
  const path = (text.split(/[?#]/, 1)[0] ?? '').replace(/\/{1,8}$/, '');
  const raws = /^raw\.githubusercontent\.com\/([^/]+\/[^/]+)\/(?:refs\/heads\/)?(.+)$/.exec(path);
  if (raws) return `github.com/${raws[1]}/blob/${raws[2]}`;
  const hub = path.replace(/^hf\.co\//, 'huggingface.co/');
  return hub.replace(
    /^((?:github\.com|huggingface\.co(?:\/datasets|\/spaces)?)\/[^/]+\/[^/]+)\/(?:raw|resolve|tree)\//,
    '$1/blob/',
  );
}

/** GNU's texts, old ones and translations too. */
const GNU_TEXT = new RegExp(
  String.raw`^(?:gnu|fsf)\.org\/(?:licenses|copyleft)\/(?:old-licenses\/)?` +
    String.raw`([a-z]+(?:-\d\.\d)?)(?:-standalone)?(?:\.[a-z-]{2,5})?(?:\.html|\.txt)?$`,
);

/**
 * Addresses that speak of one license by rule: the part in the group is its name. Each under its hosts, for
 * most addresses are of none.
 */
const RULES: readonly (readonly [
  hosts: readonly string[],
  at: RegExp,
  name: (part: string, rest: string) => string,
])[] = [
  [
    ['creativecommons.org'],
    /^creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/(?:deed|legalcode)(?:[.-][a-z.-]+)?)?$/,
    (kind, version) => `cc-${kind}-${version}`,
  ],
  [['creativecommons.org'], /^creativecommons\.org\/licenses\/([a-z-]+)$/, (kind) => `cc-${kind}`],
  [
    ['creativecommons.org'],
    /^creativecommons\.org\/publicdomain\/zero\/(\d\.\d)(?:\/.*)?$/,
    (version) => `cc0-${version}`,
  ],
  [
    ['creativecommons.org'],
    /^creativecommons\.org\/publicdomain\/mark\/(\d\.\d)(?:\/.*)?$/,
    (version) => `cc-pdm-${version}`,
  ],
  [
    ['opensource.org'],
    /^opensource\.org\/licenses?\/([a-z0-9.+-]+?)(?:-license)?(?:\.php|\.html)?$/,
    (id) => id,
  ],
  [['spdx.org'], /^spdx\.org\/licenses\/([a-z0-9.+-]+?)(?:\.html|\.json|\.txt)?$/, (id) => id],
  [['choosealicense.com'], /^choosealicense\.com\/licenses\/([a-z0-9.+-]+)$/, (id) => id],
  [
    ['apache.org'],
    /^apache\.org\/licenses\/license-(\d\.\d)(?:\.html|\.txt)?$/,
    (version) => `apache-${version}`,
  ],
  [['gnu.org', 'fsf.org'], GNU_TEXT, (id) => (id.startsWith('fdl') ? `g${id}` : id)],
  [
    ['mozilla.org'],
    /^mozilla\.org\/(?:[a-z]{2}-[a-z]{2}\/)?mpl\/(\d\.\d)(?:\/.*)?$/,
    (version) => `mpl-${version}`,
  ],
  [
    ['eclipse.org'],
    /^eclipse\.org\/(?:legal|org\/documents)\/epl-(?:v)?(\d)(?:\.)?(\d)(?:\/.*|\.html|\.txt)?$/,
    (major, minor) => `epl-${major}.${minor}`,
  ],
  [
    ['opendatacommons.org'],
    /^opendatacommons\.org\/licenses\/(by|odbl|pddl)(?:\/.*)?$/,
    (kind) => (kind === 'by' ? 'odc-by' : kind),
  ],
  [
    ['cdla.dev', 'cdla.io'],
    /^cdla\.(?:dev|io)\/((?:permissive|sharing)-\d)-(\d)(?:\/.*)?$/,
    (kind, minor) => `cdla-${kind}.${minor}`,
  ],
  [['unlicense.org'], /^unlicense\.org$/, () => 'unlicense'],
  [['wtfpl.net'], /^wtfpl\.net(?:\/.*)?$/, () => 'wtfpl'],
  [['boost.org'], /^boost\.org\/license_1_0\.txt$/, () => 'bsl-1.0'],
];

/**
 * The name that an address of a license steward stands for; `undefined` for an address that follows no such
 * rule.
 */
export function nameInUrl(url: string): string | undefined {
  const folded = foldUrl(url);
  for (const [hosts, at, name] of RULES) {
    const match = hosts.some((host) => folded.startsWith(host)) ? at.exec(folded) : null;
    if (match) return name(match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}

/** The file that a relative link leads to; of bytes that are no UTF-8 stands what listings show. */
export const fileInLink = (link: string): string =>
  link
    .replace(/(?<=.)#.*$/, '')
    .replace(/^\.?\//, '')
    .replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
      new TextDecoder().decode(
        Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16)),
      ),
    );
