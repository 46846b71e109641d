import type { ClaimOf } from '../../model/claim.ts';
import { familyOf } from './code-families.ts';
import type { PythonText, Remark } from './python-text.ts';

/** What a file says or shows that it was taken from, once. */
export type Taken = ClaimOf<'code'>['takenFrom'][number];

const MODULE = /transformers[./]models[./](\w{1,60})/;
/** A module of a library that is copied from: `peft.utils.get_peft_model_state_dict`. */
const LIBRARY =
  /^`?(peft|timm|diffusers|fairseq|vllm|megatron|flash_attn|xformers|detectron2|accelerate|open_clip)\.\w/;
const ADDRESS = /(?:github\.com|huggingface\.co|hf\.co)\/([\w.-]{1,100}\/[\w.-]{1,100})/;
/** A remark that is an address and nothing else: of a source file, of any page. */
const SOURCE_FILE = /^(?:[-*:]\s*)?<?https?:\/\/\S{1,400}\/(?:blob|tree|raw|resolve)\/\S{1,400}\.py\b\S*>?$/;
const ONLY_ADDRESS = /^<?https?:\/\/\S{1,500}>?$/;
/** A project's own path to a file: `vllm/model_executor/models/deepseek_v2.py`. */
const PATH = /^(?:the )?`?([A-Za-z]\w{2,40})(?:\/\w{1,80}){1,8}\.py\b/;
/** First folders of paths that tell no project. */
const ANY_FOLDER = /^(?:src|lib|models?|modules?|code|scripts?|examples?|utils|python|core)$/i;
/** `owner/name` right behind the cue, in any case, as long as it is no pair of words: "encoder/decoder". */
const ID = /^(?:the )?(?=[\w./-]*[-.\dA-Z])([\w.-]{2,100}\/[\w.-]{2,100}?)(?=[.,;:)]?(?:\s|$))/;
const CLASS = /^(?:the )?([A-Z]\w{2,60})\b/;

const TAKEN = [
  'cop(?:ied|y)|adapt(?:ed|ation)?|modif(?:ied|ication)|borrow(?:ed)?|taken|derived|ported|inspired|based',
  'generated|adopt(?:ed)?|extract(?:ed)?|lifted|forked',
].join('|');
const CUE = new RegExp(
  String.raw`\b(${TAKEN})(?: and (?:adapted|modified))?` +
    String.raw`(?: (?:heavily|largely|mostly|directly|these|this|them|it|verbatim|almost))*` +
    String.raw` (?:from|on|by)\b|\b(?:code|implementation) (?:is|was|comes) from\b`,
  'i',
);
/** "Closely follows the implementation: …" */
const FOLLOWS =
  /\bfollow(?:s|ing|ed)? (?:the |that of |their )?(?:[\w-]+ ){0,3}(?:implementation|code)\b[^:]{0,60}:?/i;
/** What a sentence says was taken, where no holder tells that the header is about the file. */
const OF_CODE = /\b(?:code|file|implementation|module|script|portions?)\b/i;
/** A label of a header: "Source: https://…". */
const LABEL = /^(?:original )?(?:source|reference|origin|original code|code source)s?(?: code)?\s*:/i;

/**
 * "Copied from …", "adapted from …", "based on …", "generated from …": in any remark where a module, a class
 * of a family or an address is named, in words only in the header. A source file's bare address in the header
 * or above a class is how people cite. `signed`: the header names a holder; where it names none, words
 * tell of
 * methods as often as of code, unless they say that it is code.
 */
export function statedOrigins(file: string, { remarks }: PythonText, signed: boolean): Taken[] {
  return remarks.flatMap((remark, index): Taken[] => {
    const next = remarks[index + 1];
    const told = toldIn(remark, next, signed);
    const cited = told === undefined ? citedIn(remark, remarks[index - 1]) : undefined;
    const found = told ?? cited;
    return found === undefined ? [] : [{ ...found, place: { file, start: remark.start, end: remark.end } }];
  });
}

function toldIn(remark: Remark, next: Remark | undefined, signed: boolean): Omit<Taken, 'place'> | undefined {
  const cue =
    CUE.exec(remark.text) ?? FOLLOWS.exec(remark.text) ?? (remark.header ? LABEL.exec(remark.text) : null);
  if (cue === null) return undefined;
  const verb = cue[1]?.toLowerCase() ?? '';
  const ofCode = signed || OF_CODE.test(remark.text.slice(0, cue.index));
  const words = ofCode && remark.header && verb !== '';
  if (verb === 'inspired') return undefined;
  const rest = remark.text.slice(cue.index + cue[0].length).trim();
  const origin = originIn(targetOf(rest, next) ?? '', words) ?? (words ? originIn(rest, true) : undefined);
  return origin === undefined ? undefined : { origin, how: howOf(verb) };
}

/** What stands behind a cue; long addresses are put on the line after it. */
function targetOf(rest: string, next: Remark | undefined): string | undefined {
  const behind = next !== undefined && ONLY_ADDRESS.test(next.text.replace(/^(?:source|see)?\s*:?\s*/i, ''));
  return rest === '' || rest === ':' || (behind && repository(rest) === undefined) ? next?.text : rest;
}

/** Whose module, repository, file or class a text names first; in `words` too where these may stand. */
function originIn(target: string, words: boolean): string | undefined {
  const path = PATH.exec(target)?.[1];
  return (
    MODULE.exec(target)?.[1] ??
    LIBRARY.exec(target)?.[1] ??
    repository(target) ??
    (path !== undefined && !ANY_FOLDER.test(path) ? path : undefined) ??
    familyOf(CLASS.exec(target)?.[1] ?? '') ??
    (words ? (ID.exec(target)?.[1] ?? phrase(target)) : undefined)
  );
}

/** An address of a source file alone on its line, in the header or directly above a class or function. */
function citedIn(remark: Remark, before: Remark | undefined): Omit<Taken, 'place'> | undefined {
  if (!SOURCE_FILE.test(remark.text) || !(remark.header || remark.above)) return undefined;
  // What stands behind "see also" or a heading of references is read there.
  if (before?.text.endsWith(':') === true && /\b(?:see|refer|paper|issue|docs?)\b/i.test(before.text))
    return undefined;
  const origin = repository(remark.text);
  return origin === undefined || /^(?:pytorch|python)\//i.test(origin) ? undefined : { origin, how: 'cited' };
}

function howOf(verb: string): Taken['how'] {
  if (verb === 'generated') return 'generated';
  return /^(?:cop|taken|borrow|extract|lifted)/.test(verb) ? 'copied' : 'adapted';
}

function repository(target: string): string | undefined {
  return ADDRESS.exec(target)?.[1]?.replace(/\.git$|[.]+$/, '');
}

/** A name in words: it begins with a capital and ends with its sentence. */
function phrase(target: string): string | undefined {
  const words = /^(?:the )?([A-Z][^.;:()[\]]{1,80})/
    .exec(target)?.[1]
    ?.replace(/\s+and the .*$/, '')
    .trim();
  return words === undefined || /^(?:This|These|That|It|You|An?)\b/.test(words) ? undefined : words;
}
