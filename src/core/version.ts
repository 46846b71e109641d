declare const LICET_VERSION: string | undefined;

/** Under which each rule has its page; `package.json` names the same home. */
export const RULE_PAGES = 'https://github.com/licet/licet/blob/main/docs/rules';

/** Where editors find the schema of a config. */
export const CONFIG_SCHEMA = 'https://raw.githubusercontent.com/licet/licet/main/schema/config.schema.json';

/** Where errors of licet's own are reported; `bugs` of `package.json`. */
export const ISSUES = 'https://github.com/licet/licet/issues';

/** licet's version; the build defines it, a source tree has none. */
export const VERSION = typeof LICET_VERSION === 'string' ? LICET_VERSION : '0.0.0-source';
