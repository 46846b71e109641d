/** The commands that take options of their own and answer a person. */
export const COMMANDS = [
  'tree',
  'licenses',
  'license',
  'compat',
  'notice',
  'bom',
  'dossier',
  'review',
  'diff',
  'resolve',
  'init',
  'explain',
] as const;
