import { dataText } from './data-source.ts';

/** The dates of the newest rows, ISO 8601: a year, a month or a day. */
export interface DataDates {
  readonly models: string;
  readonly datasets: string;
}

/** How old the snapshot may be before what it lacks is worth a newer one, in days. */
const OLD = 30;

/** When the tables of models and data sets that are in use were last added to. */
export function dataDates(): DataDates {
  return JSON.parse(dataText('data/generated/dates.json')) as DataDates;
}

/** The date of the snapshot where it is older than 30 days at `today`; undefined where no day is given. */
export function oldSnapshot(today: string): string | undefined {
  if (today === '') return undefined;
  const { models } = dataDates();
  return Date.parse(today) - Date.parse(models) > OLD * 86_400_000 ? models : undefined;
}
