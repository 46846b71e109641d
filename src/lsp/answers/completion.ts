import { CompletionItemKind, type CompletionItem, type Position, type TextDocument } from '../protocol.ts';
import { shippedCatalogue } from '../../core/data/catalogue.ts';
import { rules } from '../../../rules/index.ts';

/** Keys of a card that say where a model comes from and what it is under. */
const KEYS: Readonly<Record<string, string>> = {
  license: 'The license of the weights, by its id on the Hub',
  license_name: 'The name of the license, beside `license: other`',
  license_link: 'LICENSE, or the address of the text',
  base_model: 'The models that this one was made from',
  base_model_relation: 'adapter, finetune, merge or quantized',
  datasets: 'The data sets that it was trained on',
  language: 'Languages by their codes',
  library_name: 'The library that loads the weights',
  pipeline_tag: 'The task',
  tags: 'Further words by which it is found',
};
const RELATIONS: Readonly<Record<string, string>> = {
  adapter: 'small weights that work on those of the base',
  finetune: 'trained further from the weights of the base',
  merge: 'joined from the weights of several models',
  quantized: 'the weights of the base with fewer bits',
};

/** What may stand where somebody types: a license, a relation, a key of a card, a rule in a directive. */
export function completionsAt(document: TextDocument, at: Position): CompletionItem[] {
  const line = document.getText({ start: { line: at.line, character: 0 }, end: at });
  if (/licet-(?:disable|enable)(?:-(?:next-)?line)?\s[\w\s,-]*$/.test(line) && !line.includes(' -- '))
    return rules.map(({ name, summary }) => item(name, summary, CompletionItemKind.Value));
  if (!isFrontMatter(document, at)) return [];
  if (/^license:\s*[\w.+-]*$/.test(line)) return licenses();
  if (/^base_model_relation:\s*\w*$/.test(line)) return items(RELATIONS, CompletionItemKind.EnumMember);
  if (/^\w*$/.test(line))
    return items(KEYS, CompletionItemKind.Property).map((one) => ({ ...one, insertText: `${one.label}: ` }));
  return [];
}

const item = (label: string, detail: string, kind: CompletionItemKind): CompletionItem => ({
  label,
  detail,
  kind,
});

function items(of: Readonly<Record<string, string>>, kind: CompletionItemKind): CompletionItem[] {
  return Object.entries(of).map(([label, detail]) => item(label, detail, kind));
}

function licenses(): CompletionItem[] {
  const known = shippedCatalogue().entries.flatMap(({ hub, name }) => hub.map((id) => [id, name] as const));
  return [
    ...known.sort(([one], [other]) => (one < other ? -1 : 1)),
    ['other', 'another license, named in license_name'] as const,
  ].map(([id, name]) => item(id, name, CompletionItemKind.EnumMember));
}

/** Whether a line lies between the two lines of dashes of a Markdown file's front matter. */
function isFrontMatter(document: TextDocument, { line }: Position): boolean {
  if (!/\.(?:md|markdown)$/i.test(document.uri)) return false;
  const lines = document
    .getText({ start: { line: 0, character: 0 }, end: { line, character: 0 } })
    .split('\n');
  return lines[0]?.trimEnd() === '---' && !lines.slice(1).some((one) => one.trimEnd() === '---') && line > 0;
}
