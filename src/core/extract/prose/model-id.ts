import { dataText } from '../../data/data-source.ts';
import { hubPath } from '../../model/hub-address.ts';

/** What somebody wrote where a model is named. */
export type ModelRef =
  | { readonly is: 'hub'; readonly id: string; readonly revision?: string }
  | {
      readonly is: 'invalid';
      readonly why: 'path' | 'url' | 'word' | 'comma-list' | 'bad-id' | 'not-a-string';
      readonly suggests?: string;
    };

const HUB_PATH = /^([\w.-]+\/[\w.-]+)(?:\/(?:tree|blob|resolve|raw)\/([^/?#\s]+))?/;
const BARE_PATH = /^([\w.-]+)\/?$/;
const OTHER_URL = /^[a-z][a-z0-9+.-]*:\/\//i;
/** First parts of Hub addresses that are no owners. */
const NO_OWNER: ReadonlySet<string> = new Set([
  'datasets',
  'spaces',
  'docs',
  'blog',
  'papers',
  'collections',
  'api',
  'join',
  'settings',
  'models',
  'learn',
  'organizations',
]);

let bare: ReadonlySet<string> | undefined;

/** Old one-word ids that the Hub still maps (`gpt2`), from the alias table. */
function bareIds(): ReadonlySet<string> {
  return (bare ??= new Set(
    dataText('data/model-aliases.tsv')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [id = ''] = line.split('\t');
        return id !== '' && !id.includes('/') ? [id.toLowerCase()] : [];
      }),
  ));
}

/** Whether a word is an old one-word id that the Hub still maps. */
export function isBareId(word: string): boolean {
  return bareIds().has(word.toLowerCase());
}

/**
 * The Hub's id syntax (huggingface_hub `_validators.py`): letters, digits, `_ - .`, at most one `/`, no `--`,
 * no `..`.
 */
export function isModelId(text: string): boolean {
  return (
    /^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9_][\w.-]{0,95}$/.test(text) &&
    !/--|\.\.|\.git$/.test(text) &&
    !/[-.]$/.test(text)
  );
}

/** The id in a Hub address, `undefined` for an address of anything but a model. */
export function hubUrlId(url: string): { readonly id: string; readonly revision?: string } | undefined {
  const path = hubPath(url.trim())
    ?.replace(/^models\//i, '')
    .replace(/[?#].*$/, '');
  if (path === undefined) return undefined;
  const one = BARE_PATH.exec(path)?.[1];
  if (one !== undefined) return isBareId(one) ? { id: one } : undefined;
  const found = HUB_PATH.exec(path);
  const id = found?.[1]?.replace(/\.git$/, '');
  if (id === undefined || NO_OWNER.has((id.split('/')[0] ?? '').toLowerCase()) || !isModelId(id))
    return undefined;
  return found?.[2] === undefined ? { id } : { id, revision: found[2] };
}

function fromCache(path: string): string | undefined {
  const folder = /(?:^|[\\/])models--([\w.-]+?)--([\w.-]+?)(?:[\\/]|$)/.exec(path);
  return folder ? `${folder[1] ?? ''}/${folder[2] ?? ''}` : undefined;
}

function looksLocal(text: string): boolean {
  return (
    /^(?:[/~.]|[a-z]:[\\/]|file:)/i.test(text) ||
    text.includes('\\') ||
    text.split('/').length > 2 ||
    /(?:^|\/)checkpoint-\d+$/i.test(text) ||
    /\.(?:safetensors|gguf|bin|pt|ckpt)$/i.test(text)
  );
}

/**
 * Reads a model reference as cards and configs write it (docs/evidence.md, base models): an id, an old
 * one-word id, an address, a path, a word. Total: what names no Hub model says why not, and what was probably
 * meant.
 */
export function parseModelRef(raw: string): ModelRef {
  const text = raw.trim();
  const url = hubUrlId(text);
  if (url)
    return OTHER_URL.test(text) || /^(?:www\.|huggingface\.co|hf\.co)/i.test(text)
      ? { is: 'invalid', why: 'url', suggests: url.id }
      : { is: 'hub', ...url };
  if (OTHER_URL.test(text)) return { is: 'invalid', why: 'url' };
  const cached = fromCache(text);
  if (cached !== undefined) return { is: 'invalid', why: 'path', suggests: cached };
  if (text.includes(',')) return { is: 'invalid', why: 'comma-list' };
  if (looksLocal(text)) return { is: 'invalid', why: 'path' };
  const [id = '', revision] = text.split('@');
  // ModelScope's folders write a dot so; without an owner it is a word.
  if (id.includes('/') && isModelId(id) && id.includes('___'))
    return { is: 'invalid', why: 'path', suggests: id.replaceAll('___', '.') };
  if (!isModelId(id)) return { is: 'invalid', why: /\s/.test(text) ? 'word' : 'bad-id' };
  if (!id.includes('/') && !bareIds().has(id.toLowerCase())) return { is: 'invalid', why: 'word' };
  return revision === undefined ? { is: 'hub', id } : { is: 'hub', id, revision };
}
