import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { DATA_FILES } from '../../src/core/data/data-source.ts';
import { rowOrder } from '../../src/core/data/sorted-table.ts';
import type { PieceIndex, Pieces } from '../../src/core/data/sources/pieced-data.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NAME = 'licet-data';
/** Bytes of a piece before it is packed: a look-up of a model brings one or two, of some 5 KB packed. */
const PIECE = 40_000;
const TABLES: ReadonlySet<string> = new Set(['data/models.tsv', 'data/datasets.tsv']);
const CUT: ReadonlySet<string> = new Set([...TABLES, 'data/generated/licenses.json']);

const read = (file: string) => readFileSync(ROOT + file);

/** Where the pieces of a file begin: with a line, so that no letter is cut. */
export function cut(file: string, bytes: Uint8Array): Pieces {
  const size = bytes.length;
  if (!CUT.has(file)) return { size, starts: [0] };
  const starts = [0];
  for (let at = PIECE; at < size; at += PIECE) {
    const start = bytes.indexOf(10, at) + 1;
    if (start > 0 && start < size) starts.push((at = start));
  }
  if (!TABLES.has(file)) return { size, starts };
  const idAt = (start: number) => new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(9, start)));
  return { size, starts, keys: starts.map((start) => (start === 0 ? '' : rowOrder(idAt(start)))) };
}

/**
 * The shipped data in packed pieces, under `data/` of the page, and a module `licet-data` that says where
 * they begin. A piece is named after its bytes, so that an old copy is never taken for a new one.
 */
export function dataPieces(): Plugin {
  const pieces = new Map<string, Uint8Array>();
  const index: Record<string, Pieces> = {};
  const names: Record<string, string[]> = {};
  const make = () => {
    for (const file of DATA_FILES) {
      const bytes = new Uint8Array(read(file));
      const made = cut(file, bytes);
      index[file] = made;
      names[file] = made.starts.map((start, nth) => {
        const packed = gzipSync(bytes.subarray(start, made.starts[nth + 1] ?? made.size), { level: 9 });
        const name = `data/${createHash('sha256').update(packed).digest('hex').slice(0, 16)}.bin`;
        pieces.set(name, packed);
        return name;
      });
    }
  };
  return {
    name: NAME,
    buildStart() {
      if (pieces.size === 0) make();
    },
    resolveId: { filter: { id: /^licet-data$/ }, handler: () => `\0${NAME}` },
    load: {
      filter: { id: /^\0licet-data$/ },
      handler() {
        if (pieces.size === 0) make();
        const told: PieceIndex = index;
        const say = (name: string, value: object) => `export const ${name} = ${JSON.stringify(value)};`;
        return say('index', told) + say('names', names);
      },
    },
    generateBundle() {
      for (const [fileName, source] of pieces) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const packed = pieces.get((request.url ?? '').replace(/^\//, ''));
        if (packed === undefined) next();
        else response.end(packed);
      });
    },
  };
}

/** What a licet page of this tree is called by: that of the package. */
export const version = (JSON.parse(read('package.json').toString()) as { version: string }).version;

if (!existsSync(`${ROOT}node_modules/yaml`))
  throw new Error('Run `npm ci` in the root of the repository first: the engine is built from its sources');
