/** What a link carries, all of it behind the `#`, which no browser sends. */
export interface Shared {
  readonly v: 1;
  readonly texts?: Readonly<Record<string, string>>;
  /** A repository on the Hub, which is only read once somebody says so. */
  readonly model?: string;
  readonly name?: string;
  readonly preset?: string;
}

/** Letters of a link that mail and chats still carry. */
export const MOST_LETTERS = 16 * 1024;
/** Bytes that a link may unfold to. */
const MOST_BYTES = 4 * 1024 * 1024;

export async function packed(shared: Shared): Promise<string> {
  const plain = new Blob([JSON.stringify(shared)]).stream();
  const bytes = new Uint8Array(
    await new Response(plain.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** undefined for what is no link of ours; nothing of it is believed beyond its form. */
export async function unpacked(fragment: string): Promise<Shared | undefined> {
  if (!/^[\w-]{1,400000}$/.test(fragment)) return undefined;
  try {
    const binary = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      if (text.length > MOST_BYTES) return undefined;
    }
    return sharedIn(JSON.parse(text + decoder.decode()));
  } catch {
    return undefined;
  }
}

/** The parts of a value that have the form they should have. */
export function sharedIn(value: unknown): Shared | undefined {
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const word = (key: string) => {
    const one = given[key];
    return typeof one === 'string' && one.length <= 300 ? { [key]: one } : {};
  };
  const texts = given['texts'];
  const files =
    typeof texts === 'object' && texts !== null
      ? Object.entries(texts as Readonly<Record<string, unknown>>).filter(
          (entry): entry is [string, string] => isPath(entry[0]) && typeof entry[1] === 'string',
        )
      : [];
  return {
    v: 1,
    ...(files.length === 0 ? {} : { texts: Object.fromEntries(files.slice(0, 50)) }),
    ...word('model'),
    ...word('name'),
    ...word('preset'),
  };
}

const isPath = (path: string) =>
  path.length <= 300 && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
