import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The same JSON or code in ASCII: Node reads and keeps a text of one-byte letters several times faster. */
export function inAscii(text: string): string {
  return text.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Writes a generated file of the repository; under `--check` it writes nothing and says where the file
 * differs.
 */
export function generated(path: string, text: string, command: string): void {
  const target = new URL(path, new URL('../../', import.meta.url));
  if (!process.argv.includes('--check')) {
    mkdirSync(new URL('.', target), { recursive: true });
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${path} is stale: run \`${command}\``);
    process.exitCode = 1;
  }
}
