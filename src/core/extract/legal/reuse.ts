import type { Claim } from '../../model/claim.ts';
import type { TextSource } from '../../model/source.ts';
import type { Context } from '../context.ts';

const via = 'reuse';
const MOST = 200;

/** Weights by their file's ending; `model.safetensors.license` speaks of what stands before its own. */
const WEIGHTS = /\.(?:safetensors|gguf|ggml|onnx|bin|pt|pth|ckpt|h5|msgpack|tflite|nemo)$/i;
/** A pattern that takes in every file of the repository. */
const WHOLE = /^(?:\.\/)?\*\*?(?:\/\*\*?)?$/;

const TAG = /SPDX-License-Identifier:[ \t]*([^\r\n]{1,200})/g;

/** Whether a file `x.license` is a tag file of REUSE (spec 3.3, "Comment headers"), not a license's text. */
export function isTagFile({ file, text }: TextSource): boolean {
  return /[^/]\.license$/i.test(file) && text.includes('SPDX-License-Identifier:');
}

/** `model.safetensors.license`: the license of the one file beside it, where that holds weights. */
export function tagFileClaims({ file, text }: TextSource, context: Context): Claim[] {
  if (!WEIGHTS.test(file.replace(/\.license$/i, ''))) return [];
  return [...text.matchAll(TAG)]
    .slice(0, MOST)
    .flatMap((hit) =>
      licenseAt(file, hit[1] ?? '', hit.index + hit[0].length - (hit[1] ?? '').length, context),
    );
}

/**
 * What `REUSE.toml` says of the weights: annotations of files that hold weights, else of the whole
 * repository. The last one for a file counts (spec 3.3), and annotations of documents or code tell nothing of
 * the model.
 */
export function reuseClaims({ file, text }: TextSource, context: Context): Claim[] {
  const tables = [...text.matchAll(/^[ \t]*\[\[[ \t]*annotations[ \t]*\]\]/gm)].slice(0, MOST);
  const all = tables.flatMap(({ index }, nth) => {
    const end = tables[nth + 1]?.index ?? text.length;
    const [path, license] = ['path', 'SPDX-License-Identifier'].map((key) =>
      stringsOf(text.slice(index, end), key).map((one) => ({ ...one, start: index + one.start })),
    );
    const [first] = license ?? [];
    if (!path || !first) return [];
    const reach = path.some(({ value }) => WEIGHTS.test(value))
      ? 'weights'
      : path.some(({ value }) => WHOLE.test(value))
        ? 'whole'
        : undefined;
    return reach
      ? [
          {
            reach,
            value: (license ?? []).map(({ value }) => value).join(' AND '),
            start: first.start,
            length: first.value.length,
          },
        ]
      : [];
  });
  const weights = all.filter(({ reach }) => reach === 'weights');
  const counted = weights.length > 0 ? weights : all.slice(-1);
  return counted.flatMap(({ value, start }) => licenseAt(file, value, start, context));
}

interface Found {
  readonly value: string;
  readonly start: number;
}

/** The strings of one key in a table, a single one or a list of them, on one line or several. */
function stringsOf(table: string, key: string): readonly Found[] {
  const hit = new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*=[ \\t]*`, 'm').exec(table);
  if (!hit) return [];
  const from = hit.index + hit[0].length;
  const close = table[from] === '[' ? table.indexOf(']', from) : table.indexOf('\n', from);
  const value = table.slice(from, close < 0 ? table.length : close);
  return [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)]
    .slice(0, MOST)
    .map((one) => ({ value: one[1] ?? one[2] ?? '', start: from + one.index + 1 }));
}

function licenseAt(file: string, raw: string, start: number, context: Context): Claim[] {
  const value = raw.replace(/(?:-->|\*\/)\s*$/, '').trim();
  if (value === '') return [];
  return [
    {
      kind: 'license',
      identity: context.identify(value),
      raw: value,
      about: 'weights',
      form: 'single',
      whose: 'own',
      place: { file, start, end: start + value.length },
      via,
      confidence: 'likely',
    },
  ];
}
