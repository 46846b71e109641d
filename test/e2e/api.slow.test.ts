import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, inject, test } from 'vitest';

/** The package as a stranger's program sees it, by its own name: packed, in no folder of ours. */
const ROOT = inject('packed');
const FILE = join(ROOT, 'consumer.mts');
const CORE_FILE = join(ROOT, 'core-consumer.mts');

const CONSUMER = `
import { describe, it } from 'node:test';
import {
  catalogueOf, defineLicense, defineRule, lint, memoryRepo, rules, shippedCatalogue, snapshot, version,
  type Facts, type Formatter, type Plugin, type Problem, type Report, type Rule,
} from 'licet';
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
const front = 'license: acme-eula\\nbase_model: meta-llama/Llama-3.1-8B\\nbase_model_relation: finetune';
const repo = memoryRepo({ 'README.md': '---\\n' + front + '\\n---\\n# Tide\\n' });
const report: Report = await lint(
  repo,
  { value: 'acme/Llama-Tide-7B', from: 'flag' },
  { catalogue, rules: [...rules, missingContact], upstreams: snapshot(catalogue) },
);
const lines = report.findings.map(({ rule, severity, message, confidence }) =>
  [rule, severity, message, confidence].join(' '),
);
console.log(version, lines.filter((line) => /contact|unresolved/.test(line)).join());

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

/** The same without the half that knows a disk: what licet ships is handed over, as a browser would. */
const CORE_CONSUMER = `
import { readFileSync } from 'node:fs';
import {
  dataFiles, lint, loadFormat, memoryData, memoryRepo, rulePages, rules, shippedCatalogue, shippedUpstreams,
  useDataSource, version, type DataFile, type LintOptions, type Repo, type Report, type Run,
} from 'licet/core';

const read = (file: DataFile): Uint8Array => readFileSync('node_modules/licet/' + file);
useDataSource(memoryData(Object.fromEntries(dataFiles.map((file) => [file, read(file)]))));
const catalogue = shippedCatalogue();
const options: LintOptions = { catalogue, rules, upstreams: shippedUpstreams(catalogue) };
const front = 'license: apache-2.0\\nbase_model: meta-llama/Llama-3.1-8B\\nbase_model_relation: finetune';
const repo: Repo = memoryRepo({ 'README.md': '---\\n' + front + '\\n---\\n# Tide\\n' });
const report: Report = await lint(repo, { value: 'acme/Tide-7B', from: 'flag' }, options);
const run: Run = { version, docs: rulePages, data: catalogue.date, reports: [report], rules };
console.log((await loadFormat('compact'))(run, { color: false, width: 80, terminal: false }));
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
    const written = new Map([
      [FILE, CONSUMER],
      [CORE_FILE, CORE_CONSUMER],
    ]);
    host.fileExists = (name) => written.has(name) || fileExists(name);
    host.readFile = (name) => written.get(name) ?? readFile(name);
    host.getSourceFile = (name, language, ...more) => {
      const text = written.get(name);
      return text === undefined
        ? getSourceFile(name, language, ...more)
        : ts.createSourceFile(name, text, language);
    };
    const program = ts.createProgram([...written.keys()], options, host);
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
    ).toHaveLength(3);
  },
);

/** Runs a program of a stranger's beside the package. */
function output(program: string): string {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', outputText], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
  return stdout;
}

test('and its code by its name', { timeout: 120_000 }, () => {
  const stdout = output(CONSUMER);
  expect(stdout).toMatch(
    /^\d+\.\d+\.\d+\S* missing-contact warning No line "Contact:" in "README.md" certain\n/,
  );
  expect(stdout).toMatch(/pass 2$/m);
});

test('and the core, which is told where the data lies', { timeout: 120_000 }, () => {
  expect(output(CORE_CONSUMER).split('\n')).toContain(
    'README.md:3:13  error  Name "Tide-7B" does not begin with "Llama"  missing-name-prefix',
  );
});
