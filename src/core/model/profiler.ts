/** The stages of a run, in the order in which data goes through them. */
export const STAGES = ['config', 'discover', 'read', 'extract', 'resolve', 'evaluate', 'report'] as const;
export type Stage = (typeof STAGES)[number];

/** What is counted in a run: files are those that a repository has, of which some are read. */
export const COUNTED = ['repositories', 'files', 'read', 'claims'] as const;
export type Counted = (typeof COUNTED)[number];

/** Measures a run for whoever asked for it. Core has no clock: without a profiler nothing is measured. */
export interface Profiler {
  /** Starts to measure a stage, or one rule in it; what it returns ends the measurement. */
  start(stage: Stage, rule?: string): () => void;
  count(what: Counted, number: number): void;
}
