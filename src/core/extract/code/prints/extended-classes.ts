import { lettersAndDigits } from '../../../text/normalize-spacing.ts';

/** Lines of a file, from 1, both included. */
export type Lines = readonly [from: number, to: number];

/** As which module a project is imported, where its name is no module's. */
const MODULES: Readonly<Record<string, string>> = {
  'flash-attention': 'flash_attn',
  'licet-example': 'licet_example',
};
const IMPORT = /^from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|(?:[^\n\\]|\\\r?\n)*)/gm;
const WHOLE = /^import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?/gm;
/** Under which of a project's modules its models lie: what else it has is its frame. */
const MODELS: Readonly<Record<string, string>> = {
  transformers: String.raw`transformers\.models\.\w+\.modeling_\w+`,
  timm: String.raw`timm\.models\.\w+`,
  vllm: String.raw`vllm\.model_executor\.models\.\w+`,
  'flash-attention': String.raw`flash_attn\.(?:models|modules)\.\w+`,
  'licet-example': String.raw`licet_example\.\w+`,
};

/** Whether a file imports code of a project's models by its full path, at the margin or within a block. */
export function importsModels(text: string, project: string): boolean {
  const path = MODELS[project];
  return path !== undefined && new RegExp(String.raw`^[ \t]*(?:from|import)[ \t]+${path}\b`, 'm').test(text);
}

/** A line of code that is indented by nothing. */
const MARGIN = /(?<=\n)[^\s#)\]}]/g;
const CLASS = /^class[ \t]+\w+[ \t]*\(([^)]*)\)/gm;

/**
 * Where a file extends a class of the project's families that it imports from the project. The line of
 * such a class says whose it is, and whoever overrides a method has to write again what stands around the
 * change. Bases that are the project's frame and of no family (`PreTrainedModel`) tell nothing: every file
 * for the project has them, also one whose code is another's under new names.
 */
export function extendedClasses(
  text: string,
  project: string,
  families: ReadonlySet<string>,
): readonly Lines[] {
  const module = MODULES[project] ?? project;
  const names = namesFrom(text, module);
  if (names.size === 0) return [];
  const stems = [...families].map(lettersAndDigits);
  const extended = (base: string) => {
    const [first = '', ...rest] = base.trim().split('.');
    const last = lettersAndDigits(rest.at(-1) ?? names.get(first) ?? first);
    return names.has(first) && stems.some((stem) => last.startsWith(stem));
  };
  const found: Lines[] = [];
  let [line, from] = [1, 0];
  for (const { 0: head, 1: bases = '', index } of text.matchAll(CLASS)) {
    line += newlines(text.slice(from, index));
    from = index;
    if (!bases.split(',').some(extended)) continue;
    MARGIN.lastIndex = index + head.length;
    const end = MARGIN.exec(text)?.index ?? text.length;
    found.push([line, line + newlines(text.slice(index, end).trimEnd())]);
  }
  return found;
}

const newlines = (text: string) => text.split('\n').length - 1;

/** What a file imports from a module and those within it: by the name here, the name there. */
function namesFrom(text: string, module: string): ReadonlyMap<string, string> {
  const isOf = (path: string) => path === module || path.startsWith(`${module}.`);
  const found = new Map<string, string>();
  for (const [, path = '', listed = ''] of text.matchAll(IMPORT))
    if (isOf(path))
      for (const [, name = '', other] of listed.replace(/#[^\n]*/g, '').matchAll(/(\w+)(?:\s+as\s+(\w+))?/g))
        found.set(other ?? name, name);
  for (const [, path = '', other] of text.matchAll(WHOLE))
    if (isOf(path)) found.set(other ?? path.split('.')[0] ?? '', '');
  return found;
}
