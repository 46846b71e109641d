import { makerNamed, makerOfAccount } from '../../../data/code-makers.ts';
import { holdersIn } from '../../../extract/code/copyright-holders.ts';
import { copyrightLines } from '../../../license/texts/copyright-lines.ts';
import type { ClaimOf } from '../../../model/claim.ts';
import type { Source } from '../../../model/source.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';
import { sameParty } from './code-credits.ts';

type Code = ClaimOf<'code'>;

/** Who publishes the repository, under the account's name and under those in its files. */
export interface Publisher {
  /** Whether a holder is the publisher. */
  is(holder: string): boolean;
  /** Holders of the license file that lies at the top. */
  readonly licensors: readonly string[];
}

const LICENSE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt|rst))?$/i;

/** Holders that the license file at the top names, each once. */
function licensorsIn(sources: readonly Source[]): readonly string[] {
  const found = sources.flatMap((source) =>
    source.kind === 'text' && LICENSE.test(source.file)
      ? copyrightLines(source.text).flatMap((text) =>
          holdersIn(source.file, { text, start: 0, end: 0, header: true, above: false }),
        )
      : [],
  );
  return [...new Set(found.map(({ name }) => name))];
}

/**
 * The account's name and the legal name often differ: "K-intelligence" and "KT Corporation". The one holder
 * that the license file names, or that every code file with a holder bears (two files at least), is the
 * publisher, unless it is known as the maker of another account's code.
 */
export function publisherOf(
  codes: readonly Code[],
  sources: readonly Source[],
  owner: string | undefined,
): Publisher {
  const licensors = licensorsIn(sources);
  const own = makerOfAccount(owner);
  const elsewhere = (name: string) => {
    const maker = makerNamed(name);
    return owner !== undefined && maker !== undefined && maker !== own;
  };
  const bearing = codes.filter(({ holders }) => holders.length > 0);
  const borne = new Map(
    bearing.flatMap(({ holders }) => holders.map(({ name }) => [lettersAndDigits(name), name] as const)),
  );
  const everywhere = bearing.length > 1 && borne.size === 1 ? [...borne.values()] : [];
  const legal = licensors.length === 1 ? licensors : [];
  const names = new Set(
    [...legal, ...(owner === undefined ? [] : everywhere)]
      .filter((name) => !elsewhere(name))
      .map(lettersAndDigits),
  );
  return {
    licensors,
    is: (holder) => names.has(lettersAndDigits(holder)) || (owner !== undefined && sameParty(owner, holder)),
  };
}
