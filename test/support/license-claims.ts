import { cardClaims } from '../../src/core/extract/card/card.ts';
import { loadMarkdown } from '../../src/core/extract/card/markdown.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import type { ClaimOf } from '../../src/core/model/claim.ts';

await loadMarkdown();

const catalogue = shippedCatalogue();

/** What the text of a card says of licenses. */
export async function licenseClaims(body: string, self = 'acme/parrot-7b'): Promise<ClaimOf<'license'>[]> {
  const claims = await cardClaims(
    { kind: 'text', file: 'README.md', text: `---\ntags: [x]\n---\n# Parrot 7B\n\n${body}\n`, bom: false },
    createContext(catalogue, self),
  );
  return claims.filter((claim): claim is ClaimOf<'license'> => claim.kind === 'license');
}
