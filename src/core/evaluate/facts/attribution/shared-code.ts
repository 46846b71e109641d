import { makerNamed, makerOfAccount } from '../../../data/code-makers.ts';
import { codeIndex } from '../../../extract/code/prints/code-index.ts';
import { sharedPrints, type SharedPrints } from '../../../extract/code/prints/shared-prints.ts';
import type { Claim, ClaimOf } from '../../../model/claim.ts';
import type { Place } from '../../../model/place.ts';
import type { Source, TextSource } from '../../../model/source.ts';
import { kept } from '../../../text/kept.ts';
import type { CodeCredits } from './code-credits.ts';
import type { SaidOfCode } from './said-of-code.ts';

type Code = ClaimOf<'code'>;

/** A code file that has much in common with a project on record that nothing here names. */
export interface SharedCode extends SharedPrints {
  readonly file: string;
  /** The stretch that has most in common. */
  readonly place: Place;
  /** Whom the header names; undefined where it names nobody. */
  readonly holder: string | undefined;
  /** The framework that the file is written for, where that is not the project's own. */
  readonly port: string | undefined;
}

/**
 * By what each project on record is named, beside its own name: a holder, where that is no word of everyday
 * use ("run it with vLLM" credits no code), an account.
 */
const PROJECTS: Readonly<
  Record<string, { readonly names: RegExp; readonly holder: string | undefined; readonly account: string }>
> = {
  transformers: {
    names: /hugging ?face|(?<![\w.-])transformers(?![\w-])/i,
    holder: 'HuggingFace',
    account: 'huggingface',
  },
  timm: {
    names: /(?<!\w)timm(?!\w)|pytorch-image-models|Ross Wightman/i,
    holder: 'Ross Wightman',
    account: 'rwightman',
  },
  'licet-example': { names: /licet/i, holder: undefined, account: 'licet' },
  vllm: { names: /(?<!\w)vllm(?!\w)/i, holder: undefined, account: 'vllm-project' },
  'flash-attention': {
    names: /flash[-_ ]?attn|flash[-_ ]?attention|Tri Dao/i,
    holder: 'Tri Dao',
    account: 'dao-ailab',
  },
};

const FRAMEWORKS: readonly (readonly [imported: RegExp, name: string])[] = [
  [/^\s*(?:import|from) mlx\b/m, 'MLX'],
  [/^\s*(?:import|from) (?:jax|flax)\b/m, 'JAX'],
  [/^\s*(?:import|from) tensorflow\b/m, 'TensorFlow'],
  [/^\s*(?:import|from) keras\b/m, 'Keras'],
  [/^\s*(?:import|from) paddle\b/m, 'Paddle'],
  [/^\s*(?:import|from) mindspore\b/m, 'MindSpore'],
  [/^\s*(?:import|from) tinygrad\b/m, 'tinygrad'],
];
const TORCH = /^\s*(?:import|from) torch\b/m;

/** What a file has in common with a project: most runs of an editor ask of files that nobody has changed. */
const printsOf = kept((text): { readonly shared: SharedPrints | undefined } => ({
  shared: sharedPrints(text, codeIndex()),
}));

/** A line of a header that speaks to licet, and not of the code. */
const DIRECTIVE = /^\s*#\s*licet-.*$/gm;
/** Before the first line of code: comments, a doc string. */
const HEADER = /^(?:\s*(?:#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?''')?\n)*/;

interface Scene {
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly credits: CodeCredits;
  readonly said: SaidOfCode;
  readonly owner: string | undefined;
}

/**
 * Files above the measured limits (`extract/code/prints`) whose header, and card, NOTICE and license files,
 * name neither the project nor its holder nor the family; not those of the project itself or of the family's
 * maker, nor any of which the file itself or NOTICE says where it comes from, or that it was written
 * independently. The index is read only where there is such a file.
 */
export function sharedCode({ claims, sources, credits, said, owner }: Scene): readonly SharedCode[] {
  const codes = new Map(
    claims.flatMap((claim) => (claim.kind === 'code' ? [[claim.place.file, claim] as const] : [])),
  );
  const files = sources.filter(
    (source): source is TextSource =>
      source.kind === 'text' &&
      source.file.endsWith('.py') &&
      !codes.get(source.file)?.takenFrom.some(({ how }) => how !== 'cited'),
  );
  if (files.length === 0) return [];
  return files.flatMap((source): SharedCode[] => {
    const { file, text } = source;
    const header = (HEADER.exec(text)?.[0] ?? '').replace(DIRECTIVE, '');
    const found = printsOf(text).shared;
    const silent =
      found === undefined ||
      isNamed(found, header, codes.get(file), owner, credits) ||
      said.independent(file, header) ||
      said.sourced(file);
    return silent
      ? []
      : [
          {
            ...found,
            file: source.file,
            place: placeOf(source, found.stretch.lines[0]),
            holder: codes.get(source.file)?.holders[0]?.name,
            port: TORCH.test(source.text)
              ? undefined
              : FRAMEWORKS.find(([imported]) => imported.test(source.text))?.[1],
          },
        ];
  });
}

function isNamed(
  { project, family }: SharedPrints,
  header: string,
  code: Code | undefined,
  owner: string | undefined,
  credits: CodeCredits,
): boolean {
  const maker = makerOfAccount(owner);
  const known = PROJECTS[project];
  if (
    known === undefined ||
    known.names.test(header) ||
    code?.takenFrom.some(({ origin }) => known.names.test(origin))
  )
    return true;
  const own = makerOfAccount(known.account) ?? makerNamed(known.holder ?? project);
  return (
    (own !== undefined && own === maker) ||
    owner === known.account ||
    (known.holder !== undefined && credits.holder(known.holder)) ||
    credits.project(known.names) ||
    (family !== undefined &&
      (credits.origin(family) ||
        (maker?.families.some((one) => one !== '' && family.startsWith(one)) ?? false)))
  );
}

/** The beginning of a line, from 1, without its indentation, to its end. */
function placeOf({ file, text }: TextSource, line: number): Place {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  const indented = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { file, start: start + indented, end };
}
