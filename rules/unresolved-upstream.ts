import { defineRule, FAILURE_WORDS, type Ancestor } from '../src/core/rule.ts';

/** What an upstream asks cannot be checked while its license is not known: never a pass, never a failure. */
export default defineRule({
  name: 'unresolved-upstream',
  summary: 'Say which upstream terms could not be checked, and why',
  severity: 'warning',

  *check({ upstreams }) {
    for (const ancestor of upstreams.ancestors) {
      const { resolution, model } = ancestor;
      if (resolution.is === 'failed') {
        if (
          upstreams.undeclared.some((one) => one.ancestor === ancestor && one.claim.confidence !== 'certain')
        )
          continue; // undeclared-upstream says so, too
        const family = upstreams.familyGuess(ancestor);
        // The family's terms are asked for.
        if (isJustOffline(resolution) && family && upstreams.obligationsOf(family).length > 0) continue;
        const { why, hint } = whyOf(resolution, upstreams.oldSnapshot);
        yield {
          at: ancestor.claims[0],
          upstream: ancestor,
          message: `Terms of "${model}" are unknown: ${resolution.detail ?? why}`,
          confidence: ancestor.confidence,
          ...(upstreams.mirrorOf(ancestor) ? { severity: 'info' as const } : unnamed(ancestor)),
          fix: { title: hint, safe: false, edits: [] },
        };
      } else if (resolution.license.is === 'unknown' && resolution.bases.length === 0)
        yield {
          at: ancestor.claims[0],
          upstream: ancestor,
          message:
            resolution.raw === 'none'
              ? `Terms of "${model}" are unknown: it declares no license`
              : `Terms of "${model}" are unknown: its license "${resolution.raw}" is not one that ` +
                'licet knows',
          confidence: ancestor.confidence,
          ...unnamed(ancestor),
          fix: { title: 'Read its terms, or ask its owner', safe: false, edits: [] },
        };
      else {
        const found = upstreams.unknownTermsOf(ancestor);
        if (!found) continue;
        const of =
          found.why === 'unread'
            ? `the text of its license ${found.license.id} was not read`
            : `its license "${found.raw}" is the name of several texts`;
        yield {
          at: ancestor.claims[0],
          upstream: ancestor,
          message: `Terms of "${model}" are unknown: ${of}`,
          confidence: ancestor.confidence,
          ...unnamed(ancestor),
          fix: { title: 'Read its terms, or ask its owner', safe: false, edits: [] },
        };
      }
    }
  },
});

/** The author named another model, whose record names this one: no more than a note. */
const unnamed = ({ path }: Ancestor) => (path.length > 1 ? { severity: 'info' as const } : {});

/** Nobody was asked: a lock that lacks it, and an answer of the Hub, are told. */
const isJustOffline = ({ why, detail }: { readonly why: string; readonly detail?: string }) =>
  why === 'offline' && detail === undefined;

/** Why it is not known; where the snapshot that was asked is old, that newer data may know. */
function whyOf(
  { why, detail }: Extract<Ancestor['resolution'], { readonly is: 'failed' }>,
  old: string | undefined,
): { readonly why: string; readonly hint: string } {
  if (old === undefined || why !== 'offline' || detail) return FAILURE_WORDS[why];
  return {
    // The message names no day: a baseline and a review know a finding by its words.
    why: FAILURE_WORDS[why].why,
    hint:
      `Run \`licet update\` for newer data (the snapshot is of ${old}), or run with \`--online\`, or ` +
      'record the fact under `facts` in the config',
  };
}
