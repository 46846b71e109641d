/** `licet --help`. */
export const HELP = `licet: a license linter for AI model repositories

  licet [options] [file, folder, glob, hf:org/name …]  lint; no argument means .
  licet <command> --help

Commands
  tree                   draw where the model comes from and what is wrong there
  licenses, license X    what licensing texts ask; X is an id, a name or a file
  compat UP… DECLARED    whether works under UP may go out under DECLARED
  notice                 print or write the NOTICE that is owed
  resolve                write licet.lock.json: what upstreams say, read once
  init                   write a commented licet.config.yaml
  explain RULE, FILE     what a rule asks and why; what holds for a file
  rules                  list every rule with its level under each preset

What is checked
  --name ORG/MODEL       the id on the Hub (else the git remote or the folder)
  --card FILE            the model card where it is not README.md
  --rule 'NAME: LEVEL'   set a rule to off, info, warning or error; may be repeated
  --preset NAME          recommended (default), strict, publish or consume
  -c, --config FILE      this config and no other; run where it is .mjs or .js
  --no-config            no config at all
  --frozen-config FILE   this config, or the one in this folder, with lock and
                         baseline beside it; none of what is linted counts
  --no-inline-config     comments in files turn nothing off; each is a note
  --print-config         print what the configuration comes to, and end
  --no-error-on-unmatched-pattern  pass where nothing named is of a model

Where upstreams are looked up (offline unless asked)
  --online               ask the Hub (HF_ENDPOINT, HF_TOKEN; over plain http the
                         token goes to this machine alone; LICET_HTTP_TOKEN=1)
  --hub-cache            use what huggingface_hub has downloaded to this machine
  --lock FILE            another lock file than licet.lock.json
  --frozen-lock          nothing but the lock

What is mended
  --fix                  make the safe changes: add what is owed
  --fix-dry-run          show them as a diff, write nothing
  --fix-type RULE,…      only those of these rules; may be repeated
  --fix-unsafe RULE,…    what these rules suggest too, such as another license
  --suppress-all         write licet-baseline.json: what is there today is known
  --prune-suppressions   take out of it what is no longer found
  --baseline FILE        another baseline file

What is shown
  -f, --format NAME[:FILE]  stylish (default), compact, json, ndjson, sarif,
                         github, gitlab, junit, markdown, html; may be repeated
  --quiet                errors only
  --max-warnings N       exit 1 when there are more than N warnings
  --color, --no-color    force or forbid color (also FORCE_COLOR, NO_COLOR)

  -h, --help             this text
  -v, --version          the version

Exit status: 0 clean or warnings only, 1 errors or too many warnings, 2 a wrong
call or an internal error. licet reports facts and clauses, not legal advice.
`;
