import type { Claim } from '../model/claim.ts';
import type { Repo, RepoName } from '../model/repo.ts';
import { parseModelRef } from '../extract/prose/model-id.ts';
import { memoryRepo } from '../read/memory-repo.ts';
import { relationOf } from '../resolve/snapshot.ts';
import type { BatchRecord } from './record.ts';

const CARD = 'README.md';

/** What stands in the messages for an id that nobody gave. */
const NAMELESS = 'this-model';

/** The repository that a record tells of. */
export function repoOf(record: BatchRecord): Repo & { readonly name: RepoName } {
  const { files, listed, complete, cardData, id, nameFrom, kind } = record;
  const contents = Object.fromEntries(files);
  if (cardData !== undefined) contents[CARD] = cardFrom(cardData);
  return {
    ...memoryRepo(contents, {
      complete,
      listed: listed.filter((file) => cardData === undefined || file !== CARD),
    }),
    name: { value: id ?? NAMELESS, from: id === undefined ? 'folder' : nameFrom },
    ...(kind === undefined ? {} : { kind }),
  };
}

/** A card of metadata alone; JSON is YAML too. */
const cardFrom = (cardData: object) => `---\n${JSON.stringify(cardData, undefined, 1)}\n---\n`;

/** What the Hub's own record says of bases: it stands in no file, and is never certain. */
export function hubClaims({ baseModels }: BatchRecord): readonly Claim[] {
  if (baseModels === undefined) return [];
  return baseModels.models.flatMap((raw): Claim[] => {
    const ref = parseModelRef(raw);
    if (ref.is !== 'hub') return [];
    return [
      {
        kind: 'upstream',
        place: { file: CARD, start: 0, end: 0 },
        via: 'hub-record',
        confidence: 'likely',
        model: ref.id,
        raw,
        hub: true,
        // `finetune` is the Hub's word where it saw nothing special.
        relation: baseModels.relation === 'finetune' ? 'unsaid' : relationOf(baseModels.relation ?? ''),
      },
    ];
  });
}
