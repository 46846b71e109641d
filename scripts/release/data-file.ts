/**
 * Writes the data file that `licet update` fetches, signed, and beside it its SHA-256 for `sha256sum -c`.
 *
 *   LICET_DATA_KEY=… npx tsx scripts/release/data-file.ts [--out licet-data.bin]
 *
 * `LICET_DATA_KEY` is the private key of that in `src/node/data/data-key.ts`: Ed25519, PKCS #8 in PEM. What
 * was written is opened again as a user's licet would. Exit 1 where it would be refused, 2 without a key.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDataFile, sha256Of, signedText } from '../../src/node/data/data-file.ts';
import { UPDATED } from '../../src/node/data/updated-files.ts';
import { DATA_SCHEMA } from '../../src/node/data/data-key.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const { out = 'licet-data.bin' } = values;
const pem = process.env['LICET_DATA_KEY'];
if (!pem) {
  console.error('data-file: no key in LICET_DATA_KEY');
  process.exit(2);
}
const texts = Object.fromEntries(UPDATED.map((file) => [file, shippedData.text(file)]));
const body = gzipSync(JSON.stringify(texts), { level: 9 });
const { models: date } = JSON.parse(texts['data/generated/dates.json'] ?? '{}') as {
  readonly models: string;
};
const said = { schema: DATA_SCHEMA, date, sha256: sha256Of(body) };
const signature = sign(null, Buffer.from(signedText(said)), createPrivateKey(pem)).toString('base64');
const bytes = Buffer.concat([Buffer.from(`${JSON.stringify({ ...said, signature })}\n`), body]);
writeFileSync(out, bytes);
const opened = openDataFile(readFileSync(out), (file) => shippedData.text(file));
if (opened.is === 'refused') {
  console.error(`data-file: ${out} would be refused: ${opened.what}`);
  process.exit(1);
}
writeFileSync(`${out}.sha256`, `${sha256Of(bytes)}  ${out}\n`);
console.log(`${out}: data of ${date}, ${bytes.length} bytes, signed`);
