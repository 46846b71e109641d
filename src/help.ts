/** `licet --help`. */
export const HELP = `licet: a license linter for AI model repositories

  licet [options] [file, folder, glob …]   lint; no argument means the current folder
  licet <command> [options]

What is checked
  --name ORG/MODEL       the repository's id on the Hub (else the git remote, else the folder's name)
  --card FILE            the model card where it is not README.md
  --rule 'NAME: LEVEL'   set a rule to off, info, warn or error; may be repeated
  --preset NAME          recommended (default) or strict

What is shown
  -f, --format NAME      stylish (default), json
  --quiet                errors only
  --max-warnings N       exit 1 when there are more than N warnings
  --color, --no-color    force or forbid colour (also FORCE_COLOR, NO_COLOR)

  -h, --help             this text
  -v, --version          the version

Exit status: 0 clean or warnings only, 1 errors or too many warnings, 2 a wrong call or an internal error.
licet reports facts and clauses. It is not legal advice.
`;
