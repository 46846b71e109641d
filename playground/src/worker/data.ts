import { piecedData, useDataSource, type Piece, type PiecedData } from 'licet/core';
import { index, names } from 'licet-data';

/** What every card asks: brought at the start, all at once. The rest comes when something asks for it. */
const ALWAYS = [
  'data/generated/dates.json',
  'data/generated/families.json',
  'data/generated/family-names.json',
  'data/generated/mirrors.json',
  'data/generated/names.jsonl',
  'data/generated/owners.json',
  'data/generated/prose.jsonl',
  'data/model-aliases.tsv',
] as const;

const data: PiecedData = piecedData(index);

/** Brings the pieces that the engine cannot do without. Throws where the page's own files are not there. */
export async function openData(): Promise<void> {
  useDataSource(data);
  await bring(ALWAYS.flatMap((file) => (index[file]?.starts ?? []).map((_, nth) => ({ file, nth }))));
}

/** Runs a piece of work, again for as long as it asked for data that is not here yet. */
export async function withData<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    const done = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    const lacking = data.lacking();
    if (lacking.length > 0) {
      await bring(lacking);
      continue;
    }
    if ('error' in done) throw done.error;
    return done.value;
  }
}

async function bring(pieces: readonly Piece[]): Promise<void> {
  await Promise.all(
    pieces.map(async (piece) => {
      const name = names[piece.file]?.[piece.nth] ?? '';
      // The worker lies in `assets/`, the data beside it.
      const response = await fetch(new URL(`../${name}`, self.location.href));
      if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
      const plain = response.body.pipeThrough(new DecompressionStream('gzip'));
      data.put(piece, new Uint8Array(await new Response(plain).arrayBuffer()));
    }),
  );
}
