import { dossierOf } from '../../../core/disclosure/dossier/dossier.ts';
import { dossierWriter, FORMS, type Form } from '../../../core/disclosure/dossier/writers.ts';
import { LANGUAGES, type Language } from '../../../core/disclosure/dossier/words/words.ts';
import { UsageError } from '../../../core/model/usage-error.ts';
import type { Host } from '../../../app/host.ts';
import { FORMAT, formatOf, LINTED_HELP, readOptions, type CommandHost, type Outcome } from '../command.ts';
import { DISCLOSED, disclosuresOf } from './disclosures.ts';
import { dateOf, delivered } from './documents.ts';

export const help = `Usage: licet dossier [options] [file, folder, glob, hf:org/name …]

Writes the origin and license disclosure of a release, one page of A4 for up
to six works: what was used and under which license, what that asks and where
it is done, open points, what the paper does not say, statements of the team,
and the reviews of licet.review.yaml.

  --lang CODE        en (default) or ko
  -f, --format NAME  html (default), markdown or json; json has no language
                     (schema: schema/dossier.schema.json)
  -o, --output FILE  write to this file; with several repositories, or where it
                     ends in "/", to a folder
  --links URL        where the repository's files are to be read, for links to
                     evidence (default: the Hub, where the commit is known;
                     else the file beside the page)
  --date DATE        the day to write on it: a day, a time in UTC, or now
                     (default: SOURCE_DATE_EPOCH, else none)
  --revision SHA     the commit of the folder; the Hub tells its own
${LINTED_HELP}

The same facts give the same bytes, and the hash of \`licet bom\`. Findings do
not fail it: lint for that.

Exit status: 0 done, 2 usage or internal error, or a file could not be written.
`;

const OPTIONS = {
  ...DISCLOSED,
  format: FORMAT,
  lang: { type: 'string' },
  output: { type: 'string', short: 'o' },
  links: { type: 'string' },
  date: { type: 'string' },
} as const;

/** `licet dossier`: the disclosure of each repository, for people. */
export async function run(
  args: readonly string[],
  host: CommandHost & Host & { readonly now?: () => Date },
): Promise<Outcome> {
  const read = readOptions(args, OPTIONS, 'dossier');
  if (read.is === 'refused') return read.outcome;
  const { values, positionals } = read;
  if (values.help) return { stdout: help, stderr: '', code: 0 };
  const format = formatOf(values.format, FORMS);
  const language = languageOf(values.lang);
  const links = linksOf(values.links);
  const date = dateOf(values.date, host);
  const { disclosures, version, data, told, failed } = await disclosuresOf(positionals, values, host);
  const write = await dossierWriter(format, language);
  const documents = disclosures.map(({ root, disclosure, reviews }) => ({
    root,
    text: write(dossierOf(disclosure, { version, data, date, links }, reviews)),
  }));
  if (values.output === undefined && format === 'html' && documents.length > 1)
    throw new UsageError(
      `${documents.length} pages do not make one`,
      'Name one repository, or a folder to write to: `-o dossiers/`',
    );
  return delivered({ documents, ending: ENDINGS[format], output: values.output, told, failed }, host);
}

const ENDINGS: Readonly<Record<Form, string>> = {
  html: '.dossier.html',
  markdown: '.dossier.md',
  json: '.dossier.json',
};

/** The language that was asked for. Throws `UsageError` where licet has no words in it. */
function languageOf(asked: string | undefined): Language {
  const found = LANGUAGES.find((one) => one === (asked ?? 'en'));
  if (found === undefined)
    throw new UsageError(
      `Option "--lang" is "${(asked ?? '').slice(0, 60)}"`,
      `A dossier is written in ${LANGUAGES.join(' or ')}`,
    );
  return found;
}

/** An address for links. Throws `UsageError` for what a browser would do more with than read. */
function linksOf(asked: string | undefined): string | undefined {
  if (asked === undefined || /^https?:\/\/[^\s"'<>\\]+$/.test(asked)) return asked;
  throw new UsageError(
    `Option "--links" is "${asked.slice(0, 60)}"`,
    'It takes an address: `--links https://github.com/acme/model/blob/main`',
  );
}
