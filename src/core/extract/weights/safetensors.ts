import type { Claim } from '../../model/claim.ts';
import type { HeaderSource } from '../../model/source.ts';
import type { Context } from '../context.ts';
import { originOf, originClaims } from '../configs/recorded-origin.ts';

const via = 'safetensors';
const MAX_LISTED = 50;

/**
 * File names under which well-known image checkpoints travel, by stem in lower case. A name can be given to
 * anything: possible only.
 */
const CHECKPOINTS: ReadonlyMap<string, string> = new Map([
  ['sd_xl_base_1.0', 'stabilityai/stable-diffusion-xl-base-1.0'],
  ['sd_xl_base_1.0_0.9vae', 'stabilityai/stable-diffusion-xl-base-1.0'],
  ['sd_xl_turbo_1.0_fp16', 'stabilityai/sdxl-turbo'],
  ['v1-5-pruned', 'stable-diffusion-v1-5/stable-diffusion-v1-5'],
  ['v1-5-pruned-emaonly', 'stable-diffusion-v1-5/stable-diffusion-v1-5'],
  ['v2-1_768-ema-pruned', 'stabilityai/stable-diffusion-2-1'],
  ['sd3_medium', 'stabilityai/stable-diffusion-3-medium'],
  ['sd3.5_large', 'stabilityai/stable-diffusion-3.5-large'],
  ['flux1-dev', 'black-forest-labs/FLUX.1-dev'],
  ['flux1-schnell', 'black-forest-labs/FLUX.1-schnell'],
]);

/** kohya's `ss_base_model_version` tells the shape a run was started for, not which weights it loaded. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['sdxl_base_v1-0', 'stabilityai/stable-diffusion-xl-base-1.0'],
  ['flux1', 'FLUX.1'],
  ['sd_v1', 'Stable Diffusion 1'],
  ['sd_v2', 'Stable Diffusion 2'],
  ['sd3', 'Stable Diffusion 3'],
]);

/**
 * `__metadata__` of a safetensors file: what LoRA trainers and mergers of image models write
 * (docs/evidence.md, weights).
 */
export function safetensorsClaims(source: HeaderSource, context: Context): Claim[] {
  return [
    ...form(source),
    ...license(source, context),
    ...trainedOn(source, context),
    ...mergedFrom(source, context),
  ];
}

function text({ entries }: HeaderSource, key: string): string | undefined {
  const value = entries.get(key);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' || trimmed === 'None' ? undefined : trimmed;
}

function form(source: HeaderSource): Claim[] {
  const { file } = source;
  const base = { kind: 'form', relation: 'adapter', via, confidence: 'certain' } as const;
  if (text(source, 'ss_network_module') !== undefined)
    return [{ ...base, tool: 'kohya-ss', place: { file, key: 'ss_network_module' } }];
  const isLora = /\/(?:lora|lycoris|textual-inversion|controlnet-lora)$/i.test(
    text(source, 'modelspec.architecture') ?? '',
  );
  return isLora ? [{ ...base, tool: 'ModelSpec', place: { file, key: 'modelspec.architecture' } }] : [];
}

function license(source: HeaderSource, context: Context): Claim[] {
  const key = 'modelspec.license';
  const raw = text(source, key);
  if (raw === undefined) return [];
  return [
    {
      kind: 'license',
      identity: context.identify(raw),
      raw,
      about: 'weights',
      form: 'single',
      whose: 'own',
      place: { file: source.file, key },
      via,
      confidence: 'likely',
    },
  ];
}

function trainedOn(source: HeaderSource, context: Context): Claim[] {
  const relation = form(source).length > 0 ? 'adapter' : 'unsaid';
  const named = text(source, 'ss_sd_model_name');
  if (named !== undefined)
    return checkpoint(named, { file: source.file, key: 'ss_sd_model_name' }, relation, context);
  const key = 'ss_base_model_version';
  const version = text(source, key);
  const model = SHAPES.get(version ?? '');
  if (version === undefined || model === undefined) return [];
  const hub = model.includes('/');
  return [
    {
      kind: 'upstream',
      model,
      raw: version,
      hub,
      relation,
      place: { file: source.file, key },
      via,
      confidence: 'possible',
    },
  ];
}

/** A Hub id, or a file somewhere on the trainer's disk whose stem is all that is known. */
function checkpoint(
  raw: string,
  place: { readonly file: string; readonly key: string },
  relation: 'adapter' | 'unsaid' | 'merge',
  context: Context,
): Claim[] {
  const claims = originClaims({ raw, place, via, confidence: 'likely', relation }, context);
  if (claims.length > 0 || originOf(raw, context).is === 'own') return claims;
  const stem = (raw.split(/[\\/]/).at(-1) ?? '').replace(/\.(?:safetensors|ckpt|pt|pth|bin)$/i, '');
  if (
    !/[a-z]{2}/i.test(stem) ||
    /^(?:model|unet|diffusion_pytorch_model|checkpoint|last|final|merged|output|tmp)(?:[-_.]?\d+)*$/i.test(
      stem,
    )
  )
    return [];
  const known = CHECKPOINTS.get(stem.toLowerCase());
  return [
    {
      kind: 'upstream',
      model: known ?? stem,
      raw,
      hub: known !== undefined,
      relation,
      place,
      via,
      confidence: 'possible',
    },
  ];
}

/** ModelSpec: the names of what was merged, with commas between. */
function mergedFrom(source: HeaderSource, context: Context): Claim[] {
  const key = 'modelspec.merged_from';
  const names = (text(source, key) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names
    .slice(0, MAX_LISTED)
    .flatMap((name) => checkpoint(name, { file: source.file, key }, 'merge', context));
}
