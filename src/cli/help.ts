/** `licet --help`. */
export const HELP = `licet: a license linter for AI model repositories

  licet [options] [file, folder, glob, hf:org/name …]  lint (default: .)
  licet help COMMAND

Commands
  tree                   draw the lineage of a model, with the findings
  licenses, license X    list licenses; show a license's obligations (X is an
                         id, a name or a file)
  compat UP… DECLARED    whether works under UP may be released under DECLARED
  notice                 print or write the NOTICE file that licenses require
  bom                    write a bill of materials (CycloneDX, SPDX)
  dossier                write the page that discloses a release (en, ko)
  review                 record a review of a release; show what changed since
  diff A [B]             what changed between releases: documents or revisions
  resolve                write licet.lock.json: upstream licenses and sources
  init                   write a commented licet.config.yaml
  explain RULE, FILE     what a rule requires; the effective config of a file
  rules                  list every rule with its severity under each preset
  batch, index           lint a stream of records; make a table of their models
  update                 fetch newer tables of models and data sets
  lsp                    answer an editor (Language Server Protocol)

Input
  --name ORG/MODEL       the model's id on the Hub (default: the git remote,
                         else the folder)
  --card FILE            the model card, if it is not README.md
  --stdin                read the file from stdin, as an editor holds it, and
                         print what is said of that file
  --stdin-filename FILE  which file it is (default: README.md); the files beside
                         it are read from the disk
  --rule 'NAME: LEVEL'   set a rule to off, info, warning or error; repeatable
  --preset NAME          recommended (default), strict, publish or consume
  -c, --config FILE      use only this config; .mjs and .js files are executed
  --no-config            use no config
  --frozen-config FILE   use only this config, or the one in this folder, with
                         the lock and baseline beside it
  --no-inline-config     ignore comments that turn off rules, and report them
  --print-config         print the resolved configuration and exit
  --no-error-on-unmatched-pattern
                         do not fail when no path belongs to a model repository

Upstream lookup (offline by default)
  --online               ask the Hub (HF_ENDPOINT, HF_TOKEN; over plain http the
                         token is sent to this machine only, or anywhere with
                         LICET_HTTP_TOKEN=1)
  --hub-cache            use what huggingface_hub has downloaded to this machine
  --lock FILE            lock file path (default: the nearest licet.lock.json)
  --frozen-lock          use only the lock file

Fixing
  --fix                  apply safe fixes: add required text
  --fix-dry-run          print the fixes as a diff; write nothing
  --fix-type RULE,…      only fix findings of these rules; repeatable
  --fix-unsafe RULE,…    also apply these rules' unsafe suggestions (may change
                         the license)
  --suppress-all         record current findings as a baseline in
                         licet-baseline.json
  --prune-suppressions   remove entries without a finding from the baseline
  --baseline FILE        baseline path (default: licet-baseline.json)

Output
  -f, --format NAME[:FILE]  stylish (default), compact, json, ndjson, sarif,
                         github, summary, markdown, html, gitlab or junit;
                         repeatable
  --quiet                print errors only
  -j, --jobs N           lint many repositories in N threads, or auto (default:
                         1)
  --max-warnings N       exit with 1 if there are more than N warnings
  --fail-on WHAT         exit with 1 on error (default), on what would be an
                         error if it were certain (likely, possible), on
                         warning, or never
  --color, --no-color    force or disable color (also FORCE_COLOR, NO_COLOR)
  --debug                print times, files used and stacks of errors to
                         stderr (also LICET_DEBUG=1)

  -h, --help             this text
  -v, --version          the version

Exit status: 0 no errors, 1 errors or too many warnings, 2 usage or internal
error. licet reports facts and clauses, not legal advice.
`;
