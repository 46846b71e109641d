import type { Reach } from './license.ts';

/** How one model comes from another. The Hub's four, and what files tell beyond them. */
export type Relation =
  'copy' | 'finetune' | 'merge' | 'quantized' | 'adapter' | 'component' | 'outputs' | 'dataset' | 'code';

/** One relation, one class of reach. */
export const REACH: Readonly<Record<Relation, Reach>> = {
  copy: 'copy',
  finetune: 'derivative',
  merge: 'derivative',
  quantized: 'quantized',
  adapter: 'adapter',
  component: 'component',
  outputs: 'output',
  dataset: 'dataset',
  code: 'code',
};
