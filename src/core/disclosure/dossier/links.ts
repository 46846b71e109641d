import { isRepoId } from '../../model/hub-address.ts';
import type { Spot, Subject } from '../disclosure.ts';

/** An address that a browser takes for a file, never for anything else. */
const encoded = (path: string): string =>
  path
    .split('/')
    .map((one) => encodeURIComponent(one.toWellFormed()).replace(/[!'()*]/g, percent))
    .join('/');
const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

const FOLDERS = { model: '', dataset: 'datasets/', space: 'spaces/' } as const;

/**
 * Where evidence is to be read: under the address that was given; else on the Hub, where its commit is known;
 * else in the repository's folder, from where it lies.
 */
export function linksOf(
  { hub, kind, name, revision }: Subject,
  given: string | undefined,
): (spot: Spot) => string {
  const onHub =
    hub && revision !== null && isRepoId(name)
      ? `https://huggingface.co/${FOLDERS[kind]}${name}/blob/${revision}`
      : '.';
  const base = (given ?? onHub).replace(/\/+$/, '');
  return ({ file, line }) => `${base}/${encoded(file)}${line === null ? '' : `#L${line}`}`;
}
