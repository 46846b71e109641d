import { CompletionItemKind, type CompletionItem, type Position, type TextDocument } from '../protocol.ts';
import { shippedCatalogue } from '../../core/data/catalogue.ts';
import { CARD_KEYS, CARD_RELATIONS, NO_LICENSES } from '../../core/model/card-key.ts';
import { rules } from '../../../rules/index.ts';
import { metadataIn } from './front-matter.ts';

/** What may stand where somebody types: a license, a relation, a key of a card, a rule in a directive. */
export function completionsAt(document: TextDocument, at: Position): CompletionItem[] {
  const line = document.getText({ start: { line: at.line, character: 0 }, end: at });
  if (/licet-(?:disable|enable)(?:-(?:next-)?line)?\s[\w\s,-]*$/.test(line) && !line.includes(' -- '))
    return rules.map(({ name, summary }) => item(name, summary, CompletionItemKind.Value));
  const metadata = metadataIn(document.uri, document.getText());
  const offset = document.offsetAt(at);
  if (!metadata || offset < metadata.start || offset > metadata.end) return [];
  if (/^license:\s*[\w.+-]*$/.test(line)) return licenses();
  if (/^base_model_relation:\s*\w*$/.test(line)) return items(CARD_RELATIONS, CompletionItemKind.EnumMember);
  if (/^\w*$/.test(line))
    return items(CARD_KEYS, CompletionItemKind.Property).map((one) => ({
      ...one,
      insertText: `${one.label}: `,
    }));
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
  return [...known.sort(([one], [other]) => (one < other ? -1 : 1)), ...Object.entries(NO_LICENSES)].map(
    ([id, name]) => item(id, name, CompletionItemKind.EnumMember),
  );
}
