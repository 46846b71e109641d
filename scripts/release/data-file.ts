/**
 * Writes the data file that `licet update` fetches, signed, and beside it its SHA-256 for `sha256sum -c`.
 *
 *   LICET_DATA_KEY=… npx tsx scripts/release/data-file.ts [--out licet-data.bin]
 *
 * `LICET_DATA_KEY` is the private key of that in `src/node/data/data-key.ts`: Ed25519, PKCS #8 in PEM. What
 * is to be written is opened before as a user's licet would. Exit 1 where it would be refused, 2 without a
 * key; then nothing is written.
 */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDataFile, sha256Of, signedText } from '../../src/node/data/data-file.ts';
import { UPDATED } from '../../src/node/data/updated-files.ts';
import { DATA_SCHEMA } from '../../src/node/data/data-key.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { out = 'licet-data.bin' } = values;

/** The key of the environment; without one nothing goes out unsigned. */
function privateKey(): KeyObject {
  const pem = process.env['LICET_DATA_KEY'];
  const where = 'how to make one: docs/development.md, Releasing';
  if (!pem) {
    console.error(
      `data-file: the secret LICET_DATA_KEY is missing, and data is not released unsigned; ${where}`,
    );
    process.exit(2);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    console.error(`data-file: LICET_DATA_KEY is no private key in PEM; ${where}`);
    process.exit(2);
  }
}

const key = privateKey();
const texts = Object.fromEntries(UPDATED.map((file) => [file, shippedData.text(file)]));
const body = gzipSync(JSON.stringify(texts), { level: 9 });
const { models: date } = JSON.parse(texts['data/generated/dates.json'] ?? '{}') as {
  readonly models: string;
};
const said = { schema: DATA_SCHEMA, date, sha256: sha256Of(body) };
const signature = sign(null, Buffer.from(signedText(said)), key).toString('base64');
const bytes = Buffer.concat([Buffer.from(`${JSON.stringify({ ...said, signature })}\n`), body]);
const opened = openDataFile(bytes, (file) => shippedData.text(file));
if (opened.is === 'refused') {
  console.error(`data-file: ${out} would be refused: ${opened.what}`);
  process.exit(1);
}
writeFileSync(out, bytes);
writeFileSync(`${out}.sha256`, `${sha256Of(bytes)}  ${out}\n`);
console.log(`${out}: data of ${date}, ${bytes.length} bytes, signed`);
