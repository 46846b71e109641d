declare const LICET_VERSION: string | undefined;

/** licet's version; the build defines it, a source tree has none. */
export const VERSION = typeof LICET_VERSION === 'string' ? LICET_VERSION : '0.0.0-source';
