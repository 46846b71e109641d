import type { Identity, License } from '../../model/license.ts';
import type { Catalogue } from '../../data/catalogue.ts';
import { identifyName, identifyUrl, namesNothing } from './identify-name.ts';
import { looksLikeUrl } from '../../text/license-url.ts';
import { foldName } from '../../text/normalize-name.ts';

export { identityLabel, spdxOf } from './identity-label.ts';
export { isHubSpelling, suggestHubId } from './hub-id-suggestion.ts';

/** What stands beside `license:`: `license_name` and `license_link`. */
export interface Hints {
  readonly name?: string | undefined;
  readonly link?: string | undefined;
  /** The Hub id of the model whose record says so: a link without a host, and its license file, lie there. */
  readonly of?: string | undefined;
}

const MAX_RAW = 2000;

/**
 * What a license name, id, expression or address means. Total: whatever is not known comes back as `unknown`,
 * a name that several texts bear as `unclear`. For `other` and `unknown`, the name beside it decides; its
 * link confirms, or settles a name that is unclear. Where the catalogue knows the license file of the model
 * itself, that settles an unclear name too.
 */
export function identify(raw: string, hints: Hints | undefined, catalogue: Catalogue): Identity {
  const value = raw.slice(0, MAX_RAW).trim();
  // What begins as a name and goes on for pages is no name.
  if (raw.trim().length > MAX_RAW) return { is: 'unknown', raw: value };
  if (/^(?:other|custom|unknown)$/i.test(value)) return behindOther(value, hints, catalogue);
  const found = identifyName(value, catalogue);
  // A family on the Hub's list ("cc") beside a name of one of its members is what the name says.
  return found.is === 'unclear' && hints ? settled(found, hints, catalogue) : found;
}

function behindOther(value: string, hints: Hints | undefined, catalogue: Catalogue): Identity {
  const name = hints?.name?.slice(0, MAX_RAW).trim() ?? '';
  const nameless = namesNothing(name);
  const byName: Identity = nameless ? { is: 'unknown', raw: value } : identifyName(name, catalogue);
  if (byName.is === 'unclear') return settled(byName, { link: hints?.link, of: hints?.of }, catalogue);
  const byLink = identifyLink(hints, catalogue);
  if (byName.is === 'known' && byLink?.is === 'known' && bears(byLink.license, name, catalogue))
    return byLink;
  if (byName.is !== 'unknown') return byName;
  if (byLink === undefined) return byName;
  if (nameless || byLink.is !== 'known') return byLink;
  // A name that nobody knows beside a text that we know: the name may stand for additions to it.
  return { is: 'unclear', raw: name, oneOf: [byLink.license] };
}

/** Whether a license goes by a name that is another one's id: a later text under the name of the first. */
function bears({ id }: License, name: string, catalogue: Catalogue): boolean {
  const folded = foldName(name);
  return catalogue.byId(id)?.names.some((one) => foldName(one) === folded) === true;
}

/**
 * The one of several that a name or link beside it points to; as before where they point nowhere or
 * elsewhere.
 */
function settled(
  unclear: Extract<Identity, { is: 'unclear' }>,
  hints: Hints,
  catalogue: Catalogue,
): Identity {
  const named =
    hints.name === undefined ? undefined : identifyName(hints.name.slice(0, MAX_RAW).trim(), catalogue);
  for (const hint of [named, identifyLink(hints, catalogue)])
    if (hint?.is === 'known' && unclear.oneOf.some(({ id }) => id === hint.license.id)) return hint;
  return unclear;
}

function identifyLink(hints: Hints | undefined, catalogue: Catalogue): Identity | undefined {
  const link = hints?.link?.trim() ?? '';
  const found = looksLikeUrl(link)
    ? [identifyUrl(link, catalogue)]
    : filesOf(hints?.of, link).map((url) => identifyUrl(url, catalogue));
  return found.find(({ is }) => is !== 'unknown');
}

/**
 * Where the license file of a model lies on the Hub: the one that a link names, else those of the usual
 * names.
 */
function filesOf(model: string | undefined, link: string): string[] {
  if (model === undefined) return [];
  const names = link === '' ? ['LICENSE', 'LICENSE.md', 'LICENSE.txt'] : [link.replace(/^\.?\//, '')];
  return names.map((name) => `https://huggingface.co/${model}/blob/main/${name}`);
}
