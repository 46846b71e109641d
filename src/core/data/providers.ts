import { dataText } from './data-source.ts';

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
