import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';

/** The package as a stranger's program sees it, by its own name: packed, in no folder of ours. */
const ROOT = inject('packed');
const FILE = join(ROOT, 'consumer.mts');

const CONSUMER = `
import { describe, it } from 'node:test';
import { catalogueOf, defineLicense, defineRule, lint, memoryRepo, rules, shippedCatalogue } from 'licet';
import { snapshot, version, type Facts, type Formatter, type Plugin, type Problem } from 'licet';
import type { Report, Rule } from 'licet';
import { ruleTester, type Case, type Invalid } from 'licet/rule-tester';

const missingContact: Rule = defineRule({
  name: 'missing-contact',
  summary: 'Name somebody who answers for the model',
  severity: 'warning',
  *check({ files: { card, cardShows } }: Facts): Iterable<Problem> {
    if (!card || cardShows('Contact:')) return;
    yield { at: { file: card.file, start: 0, end: 0 }, message: \`No line "Contact:" in "\${card.file}"\` };
  },
});
const eula = defineLicense({ id: 'acme-eula', name: 'Acme Model EULA', spdx: 'LicenseRef-acme-eula' });
const count: Formatter = (run, { color }) => \`\${run.reports.length} \${color}\\n\`;
export const plugin: Plugin = { name: 'acme', rules: [missingContact], licenses: [eula], formats: { count } };

const catalogue = catalogueOf([...shippedCatalogue().entries, eula]);
const base = 'base_model: meta-llama/Llama-3.1-8B\\nbase_model_relation: finetune';
const repo = memoryRepo({ 'README.md': \`---\\nlicense: acme-eula\\n\${base}\\n---\\n# Tide\\n\` });
const name = { value: 'acme/Llama-Tide-7B', from: 'flag' } as const;
const options = { catalogue, rules: [...rules, missingContact], upstreams: snapshot(catalogue) };
const report: Report = await lint(repo, name, options);
const found = report.findings.map(({ rule, severity, message, confidence }) =>
  [rule, severity, message, confidence].join(' '),
);
console.log(version, found.filter((line) => /contact|unresolved/.test(line)).join());

const silent: Case = {
  name: 'somebody is named',
  files: { 'README.md': '---\\nlicense: mit\\n---\\nContact: jo@acme.example\\n' },
};
const speaks: Invalid = {
  name: 'nobody is named',
  files: { 'README.md': '---\\nlicense: mit\\n---\\n# A\\n' },
  problems: ['README.md:1:1 warning No line "Contact:" in "README.md"'],
};
ruleTester({ describe, it }, rules)(missingContact, { valid: [silent], invalid: [speaks] });
`;

test.each([
  ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
  ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
  ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
])(
  'a program in strict TypeScript finds its types by %s',
  { timeout: 120_000 },
  (_, module, moduleResolution) => {
    const options: ts.CompilerOptions = {
      module,
      moduleResolution,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      noEmit: true,
    };
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (name) => name === FILE || fileExists(name);
    host.readFile = (name) => (name === FILE ? CONSUMER : readFile(name));
    host.getSourceFile = (name, language, ...more) =>
      name === FILE ? ts.createSourceFile(name, CONSUMER, language) : getSourceFile(name, language, ...more);
    const program = ts.createProgram([FILE], options, host);
    expect(
      ts
        .getPreEmitDiagnostics(program)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ).toEqual([]);
    // Of types that were not found everything would do.
    expect(
      program
        .getSourceFiles()
        .map(({ fileName }) => fileName)
        .filter((name) => /dist\/types\/src\/(?:index|core|rule-tester\/rule-tester)\.d\.ts$/.test(name)),
    ).toHaveLength(2);
  },
);

test('and its code by its name', { timeout: 120_000 }, () => {
  const { outputText } = ts.transpileModule(CONSUMER, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', outputText], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  expect(stdout).toMatch(
    /^\d+\.\d+\.\d+\S* missing-contact warning No line "Contact:" in "README.md" certain\n/,
  );
  expect(stdout).toMatch(/pass 2$/m);
});
