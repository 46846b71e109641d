import { UsageError } from '../../core/model/usage-error.ts';
import { sha256Hex } from '../../core/text/sha256.ts';

/** The part of a batch that one of several processes does. */
export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

const MOST = 1_000_000;

/** `I/N`, from 1 to N. Throws `UsageError`. */
export function readShard(text: string): Shard {
  const [, part, of] = (/^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of || of > MOST)
    throw new UsageError(
      `Option "--shard" takes I/N, such as 3/16, not "${text.slice(0, 40)}"`,
      'I goes from 1 to N',
    );
  return { part, of };
}

/** Whether a line belongs to the part; by SHA-256, so that it stays there when others are added. */
export function isIn({ part, of }: Shard, key: string): boolean {
  return Number.parseInt(sha256Hex(key).slice(0, 12), 16) % of === part - 1;
}
