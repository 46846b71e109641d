import { describe, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { ruleTester } from '../../src/rule-tester/rule-tester.ts';

/** The published tester on vitest; a safe fix may wake none of licet's rules. */
export const testRule = ruleTester({ describe, it }, rules);
