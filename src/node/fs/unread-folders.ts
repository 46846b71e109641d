import type { Repo } from '../../core/model/repo.ts';
import { MAX_DEPTH, MAX_FILES, type Beyond } from './walk.ts';

type Unread = NonNullable<Repo['unread']>[number];

interface Words {
  /** Of one folder, and of several. */
  readonly one: string;
  readonly more: string;
  readonly hint: string;
}

const WORDS: Readonly<Record<Beyond['why'], Words>> = {
  depth: {
    one: `lies more than ${MAX_DEPTH} folders deep and was not read`,
    more: `lie more than ${MAX_DEPTH} folders deep and were not read`,
    hint: 'Name the folder to lint what is in it, or leave it out with `ignores`',
  },
  number: {
    one: `was not read to its end: there are more than ${MAX_FILES} files or folders`,
    more: `were not read to their end: there are more than ${MAX_FILES} files or folders`,
    hint: 'Name the folders of the models, or leave out the others with `ignores`',
  },
  closed: {
    one: 'could not be opened, so nothing in it was read',
    more: 'could not be opened, so nothing in them was read',
    hint: 'Let this user read it, or leave it out with `ignores`',
  },
  tools: {
    one: 'is tracked by Git and was not read: it is the folder of a tool',
    more: 'are tracked by Git and were not read: they are folders of tools',
    hint: 'Name the folder to lint what is in it, or leave it out with `ignores`',
  },
};

/**
 * What a walk left unread, one sentence for each reason: silence would look like a clean run. Paths are shown
 * behind `above`.
 */
export function unreadOf(beyond: readonly Beyond[], above = ''): readonly Unread[] {
  return (['depth', 'number', 'closed', 'tools'] as const).flatMap((why) => {
    const [first, ...others] = beyond.filter((one) => one.why === why);
    if (first === undefined) return [];
    const { one, more, hint } = WORDS[why];
    const name = `"${above}${first.at === '' && above === '' ? '.' : first.at}"`;
    const what =
      others.length === 0
        ? `${name} ${one}`
        : `${name} and ${others.length} other folder${others.length === 1 ? '' : 's'} ${more}`;
    return [{ file: first.at === '' ? '.' : `${first.at}/`, problem: { what, hint } }];
  });
}
