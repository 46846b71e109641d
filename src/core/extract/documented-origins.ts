import type { Claim, ClaimOf } from '../model/claim.ts';

type Recorded = ClaimOf<'upstream'>;

/**
 * Where the card says what model a part was taken from, that counts, and not the other that the part's
 * config records: `_name_or_path` is what somebody once loaded, and is copied from file to file. What the
 * card says of a part of which no config says otherwise stays unheard here.
 */
export function withDocumentedOrigins(claims: readonly Claim[]): readonly Claim[] {
  const told = claims.flatMap(originIn);
  if (told.length === 0) return claims;
  return claims.flatMap((claim): Claim[] => {
    if (claim.kind === 'part-origin') return [];
    if (!isRecorded(claim)) return [claim];
    const part = partOf(claim.part);
    const origins = told.filter((one) => one.part === part);
    const [first] = origins;
    if (!first || origins.some(({ model }) => model.toLowerCase() === claim.model.toLowerCase()))
      return [claim];
    const { place, model, raw, via, confidence } = first;
    return [{ ...claim, place, model, raw, via, confidence, hub: true }];
  });
}

/** What a part was taken from, as a sentence or a row of a table of parts says. */
type Told = Pick<Recorded, 'place' | 'via' | 'confidence' | 'model' | 'raw'> & { readonly part: string };

function originIn(claim: Claim): Told[] {
  if (claim.kind === 'part-origin') return [claim];
  if (claim.kind !== 'upstream' || claim.via !== 'prose' || !claim.hub) return [];
  if (claim.relation !== 'component' || claim.part === undefined) return [];
  const [word = ''] = claim.part.split(/\s*[(（]/);
  return [{ ...claim, part: partOf(word.replace(/\s+/g, '_')) }];
}

const isRecorded = (claim: Claim): claim is Recorded & { readonly part: string } =>
  claim.kind === 'upstream' &&
  claim.relation === 'component' &&
  (claim.via === 'config-component' || claim.via === 'tokenizer') &&
  claim.part !== undefined;

/** A part's word, as `data/prose` names parts, for what configs and folders call it: `mm_vision_tower`. */
function partOf(name: string): string {
  const bare = name.toLowerCase().replace(/^mm_|_name_or_path$|_config$/g, '');
  if (/^(?:vae|vqvae|movq)(?:_\d+)?$/.test(bare)) return 'vae';
  if (/^(?:vision|image)(?:_|$)/.test(bare)) return 'vision';
  if (/^(?:audio|speech)(?:_|$)/.test(bare)) return 'audio';
  if (/^(?:language_model|llm|text)$/.test(bare)) return 'language';
  return bare.replace(/^text_encoder/, 'text');
}
