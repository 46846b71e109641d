import fc from 'fast-check';

/**
 * Every run tries the same worlds, so that a red suite means a change; `LICET_SEED=…` tries others, and what
 * it finds is worth an issue.
 */
fc.configureGlobal({ seed: Number(process.env['LICET_SEED'] ?? 20261126) });
