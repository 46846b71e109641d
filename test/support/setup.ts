import fc from 'fast-check';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

/**
 * Every run tries the same worlds, so that a red suite means a change; `LICET_SEED=…` tries others, and what
 * it finds is worth an issue.
 */
fc.configureGlobal({ seed: Number(process.env['LICET_SEED'] ?? 20261126) });
