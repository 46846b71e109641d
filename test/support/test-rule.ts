import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Rule } from '../../src/core/rule.ts';
import { ruleReport, ruleTester, type Cases } from '../../src/rule-tester/rule-tester.ts';

/** The published tester on vitest; a safe fix may wake none of licet's rules. */
const testCases = ruleTester({ describe, it }, rules);

/** Tests a rule on its cases, and its page on the fixes that they show. */
export function testRule(rule: Rule, cases: Cases): void {
  testCases(rule, cases);
  it(`the page of ${rule.name} names the fixes that its cases show`, async () => {
    const reports = await Promise.all(cases.invalid.map((one) => ruleReport(one, rule, rules)));
    const written = reports
      .flatMap(({ findings }) => findings)
      .flatMap(({ fix }) => (fix && fix.edits.length > 0 ? [fix] : []));
    const ways = [
      ...(written.some(({ safe }) => safe) ? ['safe (`--fix`)'] : []),
      ...(written.some(({ safe }) => !safe) ? [`unsafe (\`--fix-unsafe ${rule.name}\`)`] : []),
    ];
    const page = readFileSync(new URL(`../../docs/rules/${rule.name}.md`, import.meta.url), 'utf8');
    expect(/ Fix: (.*)\.$/m.exec(page)?.[1]).toBe(ways.join(' or ') || 'manual');
  });
}
