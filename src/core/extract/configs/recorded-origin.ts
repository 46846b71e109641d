import type { Claim, Via } from '../../model/claim.ts';
import { weakest, type Confidence } from '../../model/confidence.ts';
import type { Relation } from '../../model/relation.ts';
import type { Place } from '../../model/place.ts';
import type { Context } from '../context.ts';
import { hubUrlId, parseModelRef } from '../prose/model-id.ts';
import { guessed, modelCalled, modelInPath, withDots } from '../prose/named-model.ts';

/** What the string that somebody once gave to `from_pretrained` tells. */
export type Origin =
  | { readonly is: 'hub'; readonly id: string }
  /** The repository itself. */
  | { readonly is: 'own' }
  /** A folder or file of the machine that wrote it; `suggests` is the id that its name hints at. */
  | { readonly is: 'local'; readonly suggests?: string }
  /** A word or an address that names no Hub model. */
  | { readonly is: 'other'; readonly why: 'url' | 'word' | 'comma-list' | 'bad-id' };

/** First folders of relative paths that look like `owner/name` and are not. */
const LOCAL_FOLDERS = new Set(
  (
    'output outputs out model models checkpoint checkpoints ckpt ckpts result results run runs save ' +
    'saves saved saved_model saved_models ' +
    'exp experiment experiments tmp temp data weights logs cache workspace content root home mnt ' +
    'local merged merge train training ' +
    'finetuned finetune pretrained pretrained_models pretrained_model lora loras adapter adapters ' +
    'hf_models hub src scripts artifacts dist build'
  ).split(' '),
);

const WEIGHT_FILE = /\.(?:safetensors|ckpt|bin|pt|pth|gguf|ggml|onnx|zip|json)$/i;

/**
 * Reads a recorded name or path (docs/evidence.md, configs and recipes): cache folders give the id away,
 * other local paths give nothing.
 */
export function originOf(raw: string, context: Context): Origin {
  const cached = fromCacheFolder(raw);
  const name = cached ?? withDots(raw);
  if (cached === undefined && isLocal(raw)) return { is: 'local', ...suggestion(raw) };
  // Headers and Modelfiles give addresses by design; the parser minds them, for in a card they are a mistake.
  const address = hubUrlId(name);
  const ref = address === undefined ? parseModelRef(name) : { is: 'hub' as const, id: address.id };
  if (ref.is === 'hub') return sameId(ref.id, context.self) ? { is: 'own' } : { is: 'hub', id: ref.id };
  if (ref.why === 'path')
    return { is: 'local', ...(ref.suggests === undefined ? {} : { suggests: ref.suggests }) };
  return { is: 'other', why: ref.why === 'not-a-string' ? 'word' : ref.why };
}

export function sameId(a: string, b: string | undefined): boolean {
  return b !== undefined && a.toLowerCase() === b.toLowerCase();
}

/**
 * `…/models--org--name/snapshots/<sha>` is how the Hub's cache spells `org/name` (docs/evidence.md, configs
 * and recipes).
 */
function fromCacheFolder(raw: string): string | undefined {
  const folder = raw.split(/[\\/]/).find((part) => part.startsWith('models--'));
  const parts = folder?.slice('models--'.length).split('--') ?? [];
  return parts.length === 1 || parts.length === 2 ? parts.join('/') : undefined;
}

/** True for what can only be a path on somebody's machine. */
export function isLocal(raw: string): boolean {
  if (/^https?:\/\//i.test(raw)) return false;
  if (/^(?:[/~.]|[a-z]:|file:|s3:|gs:)/i.test(raw) || raw.includes('\\')) return true;
  const parts = raw.split('/');
  if (parts.length > 2 && !/^(?:hf\.co|huggingface\.co)$/i.test(parts[0] ?? '')) return true;
  if (parts.some((part) => /^(?:checkpoint|step|epoch)[-_]\d+$/i.test(part))) return true;
  return (parts.length === 2 && LOCAL_FOLDERS.has((parts[0] ?? '').toLowerCase())) || WEIGHT_FILE.test(raw);
}

/** Download scripts name folders `Owner--Name`. */
function suggestion(raw: string): { readonly suggests?: string } {
  const last = raw.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  const pair = /^([\w.-]+?)--([\w.-]+)$/.exec(last);
  const ref = pair ? parseModelRef(`${pair[1]}/${pair[2]}`) : undefined;
  return ref?.is === 'hub' ? { suggests: ref.id } : {};
}

/**
 * What a path, or a name without an owner, is called after; not where that is this repository's own name. A
 * word without a number is an architecture's name as often as a model's.
 */
function namedAfter(raw: string, { is }: Origin, { self }: Context) {
  if (is !== 'local' && (is !== 'other' || !/^[\w.-]*\d[\w.-]*$/.test(raw))) return undefined;
  const guess = is === 'local' ? modelInPath(raw) : modelCalled(withDots(raw));
  const own = self?.slice(self.indexOf('/') + 1).toLowerCase();
  const isOwn = own !== undefined && raw.toLowerCase().split(/[\\/]/).includes(own);
  if (guess === undefined || isOwn) return undefined;
  return guessed(guess);
}

/** A recorded name, and what a claim on it would be worth. */
export interface Recorded {
  readonly raw: string;
  readonly place: Place;
  readonly via: Via;
  readonly confidence: Confidence;
  readonly relation: Relation | 'unsaid';
  readonly part?: string | undefined;
  /** True where a local path is itself worth saying: the file names the upstream by duty. */
  readonly owesId?: boolean;
}

/** The upstream that a recorded name gives, if any; a claim that it is no Hub id where the file owes one. */
export function originClaims(recorded: Recorded, context: Context): Claim[] {
  const { raw, place, via, confidence, relation, part, owesId = false } = recorded;
  const origin = originOf(raw, context);
  if (origin.is === 'hub')
    return [
      {
        kind: 'upstream',
        model: origin.id,
        raw,
        hub: true,
        relation,
        place,
        via,
        confidence,
        ...(part === undefined ? {} : { part }),
      },
    ];
  if (origin.is === 'own') return [];
  const told = namedAfter(raw, origin, context);
  const guesses: Claim[] = told
    ? [
        {
          kind: 'upstream',
          raw,
          relation,
          place,
          via,
          confidence: weakest(confidence, 'likely'),
          ...told,
          ...(part === undefined ? {} : { part }),
        },
      ]
    : [];
  if (!owesId) return guesses;
  const why = origin.is === 'local' ? 'path' : origin.why;
  const suggests =
    (origin.is === 'local' ? origin.suggests : undefined) ?? (told?.hub ? told.model : undefined);
  return [
    ...guesses,
    {
      kind: 'invalid-upstream',
      raw,
      why,
      place,
      via,
      confidence,
      ...(suggests === undefined ? {} : { suggests }),
    },
  ];
}
