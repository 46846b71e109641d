import type { Repo } from '../model/repo.ts';

/** A repository as it would be with some texts, or bytes, written into it; nothing is written. */
export function overlaid(repo: Repo, texts: ReadonlyMap<string, string | Uint8Array>): Repo {
  if (texts.size === 0) return repo;
  const encoder = new TextEncoder();
  const contents = new Map(
    [...texts].map(([file, text]) => [file, typeof text === 'string' ? encoder.encode(text) : text]),
  );
  return {
    ...repo,
    files: [...new Set([...repo.files, ...contents.keys()])].sort(),
    async bytes(file, from, limit) {
      return contents.get(file)?.subarray(from, from + limit) ?? repo.bytes(file, from, limit);
    },
    async size(file) {
      return contents.get(file)?.length ?? repo.size(file);
    },
  };
}
