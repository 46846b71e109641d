import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Policy } from '../../src/core/config/config.ts';
import { lines, ruleReport, type Case, type Upstream } from '../../src/rule-tester/rule-tester.ts';
import { spdxText } from '../support/license-texts.ts';

const folder = new URL('../../docs/rules/', import.meta.url);
const read = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8');

interface Fence {
  /** The words behind the language: `file=README.md`, `report`. */
  readonly info: ReadonlyMap<string, string>;
  readonly body: string;
}

interface Section {
  readonly title: string;
  readonly fences: readonly Fence[];
}

/** The fences of a page, by the heading under which they stand. A heading inside a fence is none. */
function sectionsOf(page: string): Section[] {
  const found: { title: string; fences: Fence[] }[] = [{ title: '', fences: [] }];
  let open: { ticks: string; info: ReadonlyMap<string, string>; body: string[] } | undefined;
  for (const line of page.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0];
    if (open && ticks === open.ticks) {
      found.at(-1)?.fences.push({ info: open.info, body: `${open.body.join('\n')}\n` });
      open = undefined;
    } else if (open) open.body.push(line);
    else if (ticks)
      open = {
        ticks,
        info: new Map(
          line
            .split(' ')
            .slice(1)
            .map((word) => [word.split('=')[0] ?? '', word.split('=')[1] ?? '']),
        ),
        body: [],
      };
    else if (line.startsWith('## ')) found.push({ title: line.slice(3), fences: [] });
  }
  return found;
}

function caseOf(section: Section, upstreams: Readonly<Record<string, Upstream>>, policy: Policy): Case {
  const files = section.fences.flatMap(({ info, body }) => {
    const file = info.get('file');
    const spdx = info.get('spdx');
    return file === undefined ? [] : [[file, spdx === undefined ? body : spdxText(spdx)] as const];
  });
  const repo = section.fences.map(({ info }) => info.get('repo')).find((one) => one !== undefined);
  return {
    name: section.title,
    files: Object.fromEntries(files),
    upstreams,
    policy,
    ...(repo === undefined ? {} : { repo }),
  };
}

const KINDS: Readonly<Record<string, string>> = { model: 'models', dataset: 'data sets', space: 'Spaces' };
const listed = (words: readonly string[]) => words.join(', ').replace(/, ([^,]*)$/, ' and $1');

test('every rule has a page and every page a rule', () => {
  const pages = readdirSync(folder)
    .filter((file) => file !== 'README.md')
    .sort();
  expect(pages).toEqual(rules.map(({ name }) => `${name}.md`).sort());
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('the page of %s', (name, rule) => {
  const page = existsSync(new URL(`${name}.md`, folder)) ? read(name) : '';
  const sections = sectionsOf(page);
  const known = sections.flatMap(({ fences }) => fences).find(({ info }) => info.has('upstreams'));
  const upstreams = (known ? parse(known.body) : {}) as Readonly<Record<string, Upstream>>;
  const written = sections.flatMap(({ fences }) => fences).find(({ info }) => info.has('policy'));
  const policy = written ? (parse(written.body) as { readonly policy: Policy }).policy : {};
  const examples = sections.filter(({ fences }) => fences.some(({ info }) => info.has('file')));

  test('says what the rule says of itself', () => {
    const kinds = listed((rule.kinds ?? ['model']).map((kind) => KINDS[kind] ?? kind));
    const [heading, , summary, , level = ''] = page.split('\n');
    expect([heading, summary]).toEqual([`# ${name}`, `${rule.summary}.`]);
    // Which of the fixes it is, the rule's own test says from all its cases.
    const [own = '', fix = ''] = level.split(/(?<=\.) (?=Fix: )/);
    expect(own).toBe(`Severity: ${rule.severity}. Applies to: ${kinds}.`);
    const unsafe = `unsafe (\`--fix-unsafe ${name}\`)`;
    const fixes = ['manual', 'safe (`--fix`)', unsafe, `safe (\`--fix\`) or ${unsafe}`];
    expect(fixes.map((one) => `Fix: ${one}.`)).toContain(fix);
  });

  test('has every part that a reader looks for', () => {
    expect(sections.map(({ title }) => title).filter((title) => title !== '')).toEqual([
      'Why',
      'Wrong',
      'Right',
      'When it is downgraded or not reported',
      'What to do',
      'Turn it off',
    ]);
    expect(page).toContain(`licet --rule '${name}: off'`);
  });

  test('links only to pages that are there', () => {
    for (const [, target = ''] of page.matchAll(/\]\((?!https:)([^)#]+)\)/g))
      expect(existsSync(new URL(target, folder)), target).toBe(true);
  });

  test.each(examples.map((one) => [one.title, one] as const))(
    'shows under "%s" what licet says',
    async (_, section) => {
      const report = section.fences.find(({ info }) => info.has('report'));
      expect(lines(await ruleReport(caseOf(section, upstreams, policy), rule, rules))).toEqual(
        report ? report.body.trimEnd().split('\n') : [],
      );
      expect(report !== undefined).toBe(section.title === 'Wrong');
    },
  );
});
