/**
 * Breaks a source file in one place after another and says which breaks no test notices: numbers,
 * comparisons, `&&` and `||`, denials, words in lists. `npx tsx scripts/measure/mutants.ts FILE TEST…` runs
 * the tests named (files or folders, as vitest takes them) once for each break; a line per survivor, then a
 * count. The file is put back as it was, also when the run is stopped.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import ts from 'typescript';

interface Mutant {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const SWAPPED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/** What can be put in a node's place so that the code still compiles and means something else. */
function replacements(node: ts.Node): readonly string[] {
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text.replaceAll('_', ''));
    return Number.isInteger(value)
      ? [String(value + 1), String(Math.max(0, value - 1))]
      : [String(value * 1.2)];
  }
  if (ts.isStringLiteral(node) && ts.isArrayLiteralExpression(node.parent)) return ["'\\0'"];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [node.operand.getText()];
  return [];
}

function mutantsOf(file: string, source: string): readonly Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    const [from, to] = [node.getStart(tree), node.getEnd()];
    for (const text of replacements(node)) found.push({ from, to, text });
    if (ts.isBinaryExpression(node)) {
      const text = SWAPPED.get(node.operatorToken.kind);
      const { operatorToken: sign } = node;
      if (text !== undefined) found.push({ from: sign.getStart(tree), to: sign.getEnd(), text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.filter(({ from, to, text }) => source.slice(from, to) !== text);
}

const [file, ...tests] = process.argv.slice(2);
if (file === undefined || tests.length === 0) {
  console.error('usage: npx tsx scripts/measure/mutants.ts FILE TEST…');
  process.exit(2);
}
const source = readFileSync(file, 'utf8');
const restore = () => writeFileSync(file, source);
process.on('exit', restore);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const mutants = mutantsOf(file, source);
let survivors = 0;
for (const { from, to, text } of mutants) {
  writeFileSync(file, source.slice(0, from) + text + source.slice(to));
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'fast', '--bail', '1', ...tests], {
    timeout: 120_000,
    stdio: 'ignore',
  });
  if (status !== 0) continue;
  survivors += 1;
  const { line } = ts.getLineAndCharacterOfPosition(ts.createSourceFile(file, source, 99), from);
  const written = (source.split('\n')[line] ?? '').trim().slice(0, 80);
  console.log(`${file}:${line + 1}  ${source.slice(from, to)} -> ${text}  in  ${written}`);
}
console.log(`${mutants.length} breaks, ${survivors} that no test notices`);
