import { shippedCatalogue, type Catalogue } from '../data/catalogue.ts';
import { identify } from '../license/names/identify.ts';
import { isSpdx } from '../license/names/spdx.ts';
import { isModelId } from '../model/hub-address.ts';
import type { Policy, Written, WrittenLevel } from './config.ts';
import type { RuleLevel } from './presets.ts';
import { hasTooMany, MOST_ALTERNATIVES } from './path-patterns.ts';
import { renamedRule } from './rule-names.ts';
import type { Trouble } from './schema.ts';

/**
 * The first thing in a config that has the right form and still means nothing: a rule, a license or a day
 * that is none.
 */
export function troubleInContent(
  written: Written,
  rules: readonly RuleLevel[],
  plugins: boolean,
): Trouble | undefined {
  return (
    (plugins ? troubleInFormerNames(written, rules) : troubleInRules(written, rules)) ??
    troubleInLicenses(written, plugins) ??
    troubleInDays(written) ??
    troubleInNames(written) ??
    troubleInGlobs(written)
  );
}

/** Every level of a rule, and the way of keys to it. */
function levelsIn({ rules = {}, overrides = [] }: Written) {
  return [
    ...Object.entries(rules).map(([name, level]) => ({ path: ['rules', name], name, level })),
    ...overrides.flatMap((one, index) =>
      Object.entries(one.rules ?? {}).map(([name, level]) => ({
        path: ['overrides', index, 'rules', name],
        name,
        level,
      })),
    ),
  ];
}

/** A former name is no plugin's: a plugin cannot take it. */
function troubleInFormerNames(written: Written, shipped: readonly RuleLevel[]): Trouble | undefined {
  for (const { path, name } of levelsIn(written)) {
    const renamed = renamedRule(name, shipped);
    if (renamed !== undefined)
      return { path, what: 'is no rule', word: '', known: [], hint: `It is now "${renamed}"` };
  }
  return undefined;
}

function troubleInRules(written: Written, shipped: readonly RuleLevel[]): Trouble | undefined {
  const known = shipped.map(({ name }) => name);
  const former = troubleInFormerNames(written, shipped);
  if (former) return former;
  for (const { path, name, level } of levelsIn(written)) {
    if (!known.includes(name))
      return {
        path,
        what: 'is an unknown rule',
        word: name,
        known,
        hint: 'The rules are those of `licet rules`',
      };
    if (hasOptions(level)) return { path, what: 'takes a level and no options', word: '', known: [] };
  }
  return undefined;
}

function hasOptions(level: WrittenLevel): boolean {
  const options: readonly unknown[] = typeof level === 'object' ? level.slice(1) : [];
  return options.some((one) => typeof one !== 'object' || one === null || Object.keys(one).length > 0);
}

/** Names of licenses: a misspelled one in a list would let through, or stop, what nobody meant. */
function troubleInLicenses({ policy = {}, facts = [] }: Written, plugins: boolean): Trouble | undefined {
  const all = [
    ...(['allow', 'deny'] as const).flatMap((list) =>
      (policy[list] ?? []).map((word, index) => ({ path: ['policy', list, index], word })),
    ),
    ...facts.map(({ license }, index) => ({ path: ['facts', index, 'license'], word: license })),
  ];
  if (all.length === 0 || plugins) return categoryTrouble(policy);
  const catalogue = shippedCatalogue();
  const strange = all.find(({ word }) => !isLicense(word, catalogue));
  if (strange)
    return {
      ...strange,
      what: `is "${strange.word}", which is no license`,
      known: catalogue.entries.flatMap(({ id, spdx }) => [spdx, id]),
      hint: 'It takes SPDX ids, choices (`MIT OR ISC`), and the ids of `licet licenses`',
    };
  const mixed = all.find(({ path, word }) => path[0] === 'policy' && /[\s)]and[\s(]/i.test(word));
  return mixed
    ? {
        path: mixed.path,
        what: 'joins licenses with AND',
        word: '',
        known: [],
        hint: 'Name one license an entry, or a choice (`MIT OR ISC`)',
      }
    : categoryTrouble(policy);
}

function isLicense(word: string, catalogue: Catalogue): boolean {
  if (isSpdx(word) || /^https?:\/\//.test(word)) return true;
  return identify(word, undefined, catalogue).is !== 'unknown';
}

function categoryTrouble(policy: Policy): Trouble | undefined {
  const lists = (['allowCategories', 'denyCategories'] as const).flatMap((list) =>
    (policy[list] ?? []).map((word, index) => ({ path: ['policy', list, index], word })),
  );
  if (lists.length === 0) return undefined;
  const known = [...new Set(shippedCatalogue().entries.flatMap(({ category }) => category ?? []))].sort();
  const strange = lists.find(({ word }) => !known.includes(word));
  return strange && { ...strange, what: `is "${strange.word}", which is no category`, known };
}

function troubleInDays({ facts = [], overrides = [] }: Written): Trouble | undefined {
  const days = [
    ...facts.map(({ date }, index) => ({ path: ['facts', index, 'date'], day: date })),
    ...overrides.flatMap((one, index) =>
      (['date', 'until'] as const).map((key) => ({ path: ['overrides', index, key], day: one[key] })),
    ),
  ];
  const strange = days.find(({ day }) => day !== undefined && !isDay(day));
  return strange && { path: strange.path, what: `is "${strange.day}", which is no day`, word: '', known: [] };
}

/** Names of models: each an id of the form owner/name, and each for one folder, whatever a run looks at. */
function troubleInNames({ name, overrides = [] }: Written): Trouble | undefined {
  const names = [
    ...(name === undefined ? [] : [{ path: ['name'], id: name }]),
    ...overrides.flatMap((one, index) =>
      one.name === undefined ? [] : [{ path: ['overrides', index, 'name'], id: one.name }],
    ),
  ];
  const strange = names.find(({ id }) => !isModelId(id));
  if (strange)
    return {
      path: strange.path,
      what: `is "${strange.id.slice(0, 80)}", which is no id of the form owner/name`,
      word: '',
      known: [],
      hint: 'Write the id that the model has on the Hub',
    };
  const nothing = overrides.findIndex((one) => one.rules === undefined && one.name === undefined);
  if (nothing >= 0)
    return { path: ['overrides', nothing], what: 'lacks "rules" or "name"', word: '', known: [] };
  const wide = overrides.findIndex(
    (one) => one.name !== undefined && ([one.files].flat().length !== 1 || /[*?{]/.test(String(one.files))),
  );
  return wide < 0
    ? undefined
    : {
        path: ['overrides', wide, 'files'],
        what: 'names more than one folder, and a name belongs to one model',
        word: '',
        known: [],
        hint: 'Write an override with the folder of each model',
      };
}

/** A glob of which only a part would be tried. */
function troubleInGlobs({ ignores = [], overrides = [] }: Written): Trouble | undefined {
  const all = [
    ...ignores.map((glob, index) => ({ path: ['ignores', index], glob })),
    ...overrides.flatMap(({ files }, nth) =>
      [files].flat().map((glob, index) => ({ path: ['overrides', nth, 'files', index], glob })),
    ),
  ];
  const strange = all.find(({ glob }) => hasTooMany(glob));
  return (
    strange && {
      path: strange.path,
      what: `has braces for more than ${MOST_ALTERNATIVES} alternatives`,
      word: '',
      known: [],
      hint: 'Write several globs',
    }
  );
}

/** Whether a text is a day of the calendar, ISO 8601. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
