import { CYCLONEDX_VERSIONS, cycloneDx } from '../../../core/disclosure/bom/cyclonedx/cyclonedx.ts';
import { spdx3 } from '../../../core/disclosure/bom/spdx/spdx.ts';
import type { Disclosure } from '../../../core/disclosure/disclosure.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import { jsonText } from '../../../core/text/outgoing.ts';
import type { Host } from '../../../app/host.ts';
import { FORMAT, formatOf, LINTED_HELP, readOptions, type CommandHost, type Outcome } from '../command.ts';
import { DISCLOSED, disclosuresOf, reviewsIn } from './disclosures.ts';
import { dateOf, delivered } from './documents.ts';

export const help = `Usage: licet bom [options] [file, folder, glob, hf:org/name …]

Writes a bill of materials: every upstream, data set, closed model and copied
code file that the repository names, its license, who says so and when, the
duties that follow, and where each is met. What is not known is said to be not
known; nothing is concluded unless a reviewed fact stands in the config.

  -f, --format NAME  cyclonedx (default) or spdx (SPDX 3.0.1, JSON-LD)
  --spec-version N   of CycloneDX: 1.6 (default) or 1.7
  -o, --output FILE  write to this file; with several repositories, or where it
                     ends in "/", to a folder. On stdout several are one line
                     each
  --date DATE        the time to write into it: a day, a time in UTC, or now
                     (default: SOURCE_DATE_EPOCH, else none)
  --revision SHA     the commit of the folder; the Hub tells its own
${LINTED_HELP}

The same facts give the same bytes. Findings do not fail it: lint for that.

Exit status: 0 done, 2 usage or internal error, or a file could not be written.
`;

const OPTIONS = {
  ...DISCLOSED,
  format: FORMAT,
  'spec-version': { type: 'string' },
  output: { type: 'string', short: 'o' },
  date: { type: 'string' },
} as const;

interface Written {
  readonly write: (disclosure: Disclosure, made: Parameters<typeof spdx3>[1]) => object;
  /** Behind the name of a file in a folder. */
  readonly ending: string;
}

/** `licet bom`: a bill of materials for each repository. */
export async function run(
  args: readonly string[],
  host: CommandHost & Host & { readonly now?: () => Date },
): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'bom');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const form = formOf(values.format, values['spec-version']);
  const date = dateOf(values.date, host);
  const { disclosures, version, data, told, failed } = await disclosuresOf(positionals, values, host);
  const indent = values.output === undefined && disclosures.length > 1 ? undefined : 2;
  const documents = disclosures.map((one) => ({
    root: one.root,
    text:
      jsonText(form.write(one.disclosure, { version, data, date, reviews: reviewsIn(one) }), indent) + '\n',
  }));
  return delivered({ documents, ending: form.ending, output: values.output, told, failed }, host);
}

/** The form that was asked for. Throws `UsageError` where there is none such. */
function formOf(format: string | undefined, version: string | undefined): Written {
  if (formatOf(format, ['cyclonedx', 'spdx']) === 'spdx') {
    if (version !== undefined && version !== '3.0.1')
      throw new UsageError(
        `Option "--spec-version" is "${version}", and SPDX is written as 3.0.1`,
        'Leave it out, or use `--format cyclonedx`',
      );
    return { write: spdx3, ending: '.spdx3.json' };
  }
  const known = CYCLONEDX_VERSIONS.find((one) => one === (version ?? '1.6'));
  if (known === undefined)
    throw new UsageError(
      `Option "--spec-version" is "${version ?? ''}", which is no version of CycloneDX that licet writes`,
      `Use one of ${CYCLONEDX_VERSIONS.join(', ')}`,
    );
  return { write: (facts, made) => cycloneDx(facts, made, known), ending: '.cdx.json' };
}
