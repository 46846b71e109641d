import { cut, cutPair, defineRule } from '../src/core/rule.ts';

const HOW = {
  copied: 'says it is copied from',
  adapted: 'says it is adapted from',
  generated: 'says it is generated from',
  cited: 'points above its code to',
  named: 'bears names of',
} as const;
/** The same of a file beside whose holder it stands. */
const TAKEN = {
  copied: 'copied from',
  adapted: 'adapted from',
  generated: 'generated from',
  cited: 'that cites',
  named: 'with names of',
} as const;
/** Ways that leave it open whether anything was taken. */
const GUESSED: ReadonlySet<string> = new Set(['named', 'cited']);
const takenCode = (how: keyof typeof TAKEN, [holder, origin]: readonly [string, string]) =>
  `Copyright of "${holder}" in code ${TAKEN[how]} "${origin}" is in neither card nor NOTICE`;

/**
 * Code that others wrote is theirs to be named for. A question for disclosure: code tells nothing of where
 * weights come from.
 */
export default defineRule({
  name: 'uncredited-code',
  summary: 'Credit the authors of code in the repository',
  severity: 'warning',

  *check({ code, complete, owner }) {
    if (!complete) return;
    for (const { claim, taken, holder } of code.uncreditedOrigins)
      yield {
        at: taken.place,
        message:
          `"${cut(base(claim.place.file), 30)}" ${HOW[taken.how]} "${cut(taken.origin, 40)}"` +
          (holder === undefined
            ? taken.how === 'named'
              ? ' and no copyright line'
              : ' and bears no copyright line'
            : `; its header names only "${cut(holder, 20)}"`),
        confidence: GUESSED.has(taken.how) || owner === undefined || !holder ? 'possible' : 'likely',
        fix: {
          title:
            'Say in the header or in NOTICE where the code comes from, with the copyright line of ' +
            'its source, or that it was written from scratch',
          safe: false,
          edits: [],
        },
      };
    for (const { holder, place, moreFiles, licensed, taken } of code.uncreditedHolders)
      yield {
        at: place,
        message:
          taken === undefined
            ? `Copyright of "${cut(holder, 40)}" in ` +
              (moreFiles > 0 ? `${moreFiles + 1} code files` : 'a code file') +
              ' is named in neither card nor NOTICE'
            : takenCode(
                taken.how,
                cutPair(holder, taken.origin, 110 - takenCode(taken.how, ['', '']).length),
              ),
        confidence: 'likely',
        // A header that names holder and license carries both along: what most licenses ask is there.
        ...(licensed ? { severity: 'info' as const } : {}),
        fix: { title: 'Credit it in NOTICE with its copyright line and license', safe: false, edits: [] },
      };
    for (const { holder, place } of code.foreignLicensors)
      yield {
        at: place,
        message: `The license file is given by "${cut(holder, 40)}", whom neither card nor code name`,
        severity: 'info',
        confidence: 'possible',
        fix: {
          title: 'Say in the card what comes from them, or put the own copyright line into the license file',
          safe: false,
          edits: [],
        },
      };
    for (const { claim, license, moreFiles, named, binds } of code.missingLicenses) {
      const files = moreFiles > 0 ? `${moreFiles + 1} code files` : `"${cut(base(claim.place.file), 30)}"`;
      yield {
        at: claim,
        message: named
          ? `Text of license "${license.id}" of ${files} is not in the repository`
          : `License "${license.id}" in the header of ${files} is named by no license file, NOTICE or card`,
        confidence: 'likely',
        ...(binds && !named ? {} : { severity: 'info' as const }),
        fix: {
          title: named
            ? `Copy the text of the ${license.name} into LICENSES/`
            : 'Ship its text in LICENSES/ and say in NOTICE which files it covers, or correct the header',
          safe: false,
          edits: [],
        },
      };
    }
  },
});

const base = (file: string) => file.split('/').at(-1) ?? file;
