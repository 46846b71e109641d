import { computedOnce } from './computed-once.ts';
import type { LicenseFacts } from './license-facts.ts';
import { claimsOf, type Material } from './material.ts';
import { dataTerms, providerNotes, type DataTerms, type ProviderNote } from './terms/training-data.ts';

/** The data that the model was trained on, as far as it has terms of its own. */
export interface TrainingDataFacts {
  /** Data sets with terms that the declared license does not carry; none for a quantized model. */
  readonly missingTerms: readonly DataTerms[];
  /**
   * Closed models that the card names as a source of data, or that made a data set which it names, with the
   * clause that speaks of their outputs; for a quantized model the named ones alone.
   */
  readonly closedModels: readonly ProviderNote[];
}

/** Relations that say how weights came about. */
const OF_WEIGHTS: ReadonlySet<string> = new Set(['finetune', 'merge', 'quantized', 'adapter']);

/** Compares the terms of the data with the license of the repository. */
export function trainingDataFacts(
  { claims, data, providers, ancestors }: Material,
  { declared }: LicenseFacts,
): TrainingDataFacts {
  // Whoever quantizes a model trained nothing. Where no relation is known, the form of the files tells it.
  const isQuantized = () => {
    const told = ancestors.map(({ path: [step] }) => step.relation).filter((one) => OF_WEIGHTS.has(one));
    return told.length > 0
      ? told.every((one) => one === 'quantized')
      : claimsOf(claims, 'form').some(({ relation }) => relation === 'quantized');
  };
  return computedOnce<TrainingDataFacts>({
    missingTerms: () =>
      declared && !isQuantized() ? dataTerms(claimsOf(claims, 'dataset'), data, declared) : [],
    closedModels: () => {
      const told = claimsOf(claims, 'provider');
      const own = isQuantized() ? told.filter(({ dataset }) => dataset === undefined) : told;
      return providerNotes(own, providers);
    },
  });
}
