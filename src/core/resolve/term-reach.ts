import type { Reach } from '../model/license.ts';
import type { Step } from '../model/lineage.ts';
import { REACH } from '../model/relation.ts';

type Reaches = readonly [Reach, ...Reach[]];

/** What a step may be when nobody said it: `base_model` alone tells that weights came from there, not how. */
const UNSAID: Reaches = ['derivative', 'quantized', 'adapter'];

/** `wide`: with what is possible beside the relation that is likely. */
function reachesOf({ relation, among }: Step, wide: boolean): Reaches {
  if (relation === 'unsaid') return among ?? UNSAID;
  return wide && among ? among : [REACH[relation]];
}

/**
 * The class of a way of two steps: near is how this repository stands to its upstream, far how that one
 * stands to its own. Once only outputs, a part or code pass on, no later step brings the weights back; a
 * delta stays a delta.
 */
function along(near: Reach, far: Reach): Reach {
  for (const thin of ['code', 'dataset', 'output', 'component'] as const)
    if (near === thin || far === thin) return thin;
  if (near === 'adapter') return 'adapter';
  if (near === 'derivative' || far === 'derivative' || far === 'adapter') return 'derivative';
  return near === 'quantized' || far === 'quantized' ? 'quantized' : 'copy';
}

/** Every class in which the start of a way may stand to its end, by what is said of its steps. */
export function reachAlong(path: readonly [Step, ...Step[]], wide = false): Reaches {
  const [first, ...rest] = path;
  let all: ReadonlySet<Reach> = new Set(reachesOf(first, wide));
  for (const step of rest)
    all = new Set([...all].flatMap((near) => reachesOf(step, wide).map((far) => along(near, far))));
  return [...all] as unknown as Reaches;
}
