import { dataText } from './data-source.ts';
import { normalizeSpacing } from '../text/normalize-spacing.ts';

/** The terms of a closed model's API, as far as they speak of outputs. */
export interface Provider {
  readonly id: string;
  readonly provider: string;
  readonly document: string;
  readonly section: string;
  readonly summary: string;
  readonly dated?: string;
}

let shipped: ReadonlyMap<string, Provider> | undefined;

/** Provider terms by id. */
export function providers(): ReadonlyMap<string, Provider> {
  return (shipped ??= new Map(
    (JSON.parse(dataText('data/generated/providers.json')) as Provider[]).map((one) => [one.id, one]),
  ));
}

/** What the data's build makes of `data/providers/*.yml` for telling closed models by their names. */
export interface ProviderNames {
  /** Ids by spelling, the longest first. */
  readonly spelled: Readonly<Record<string, string>>;
  /** Words of which a text that names one holds all of some list. */
  readonly words: readonly (readonly string[])[];
}

let names: ProviderNames | undefined;

/** The names of closed models, each with the id of the terms that it is offered under. */
export function providerNames(): ProviderNames {
  return (names ??= JSON.parse(dataText('data/generated/provider-names.json')) as ProviderNames);
}

/** The id of the terms that a closed model is offered under; undefined for any other name. */
export function providerOf(model: string): string | undefined {
  const { spelled } = providerNames();
  const spelling = normalizeSpacing(model);
  return Object.hasOwn(spelled, spelling) ? spelled[spelling] : undefined;
}
