import { join } from 'node:path';
import { ownFolder } from '../fs/own-folder.ts';
import { userNumber } from '../fs/user-number.ts';
import { replaceFile } from '../fs/write-file.ts';
import { DATA_SCHEMA } from './data-key.ts';
import { dataFolder, pathOf, POINTER, type Current, type Env } from './updated-data.ts';
import { UPDATED, type UpdatedTexts } from './updated-files.ts';

/** Keeps the texts of an update, and then says that they count. Throws what the system throws. */
export function keepUpdate(env: Env, trees: readonly string[], date: string, texts: UpdatedTexts): boolean {
  const wanted = dataFolder(env);
  const folder = wanted === undefined ? undefined : ownFolder(wanted, trees, userNumber());
  if (folder === undefined) return false;
  const mark = `${DATA_SCHEMA}-${date}-${crypto.randomUUID().slice(0, 8)}`;
  const modes = { file: 0o600, folder: 0o700 };
  for (const file of UPDATED) replaceFile(pathOf(folder, mark, file), texts[file], modes);
  const current: Current = { schema: DATA_SCHEMA, date, mark };
  replaceFile(join(folder, POINTER), JSON.stringify(current), modes);
  return true;
}
