import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../bench/hostile-cards.ts';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { lint } from '../../src/core/lint.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';

const catalogue = shippedCatalogue();
const lintCard = (text: string) =>
  lint(
    memoryRepo({ 'README.md': text }, { complete: false }),
    { value: 'hostile', from: 'folder' },
    { catalogue, upstreams: snapshot(catalogue), rules },
  );

/**
 * Only against what hangs: what is super-linear takes minutes. `bench/hostile.ts` and `bench/growth.ts` have
 * the figures.
 */
const NOT_HANGING = 60_000;

describe('a hostile card', () => {
  it.each(Object.keys(HOSTILE))(
    'ends the run in time, and fails no rule: %s',
    async (name) => {
      const { failed } = await lintCard(HOSTILE[name]?.() ?? '');
      expect(failed).toEqual([]);
    },
    NOT_HANGING,
  );

  it.each(['flow nesting 2,000 deep', 'block nesting 900 deep', '10 MB of front matter'])(
    'that cannot be read is said to be so: %s',
    async (name) => {
      const { findings } = await lintCard(HOSTILE[name]?.() ?? '');
      expect(findings.map(({ rule }) => rule)).toContain('broken-front-matter');
    },
    NOT_HANGING,
  );

  it('keeps what few aliases say', async () => {
    const { declared } = await lintCard('---\nx: &x mit\nlicense: *x\n---\n');
    expect(declared?.identity.is).toBe('known');
  });
});
