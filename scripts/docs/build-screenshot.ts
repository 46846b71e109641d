/**
 * Writes `docs/images/example.svg`: what `npm run example` prints in a terminal, as a picture for README.md.
 * The text is that of a real run with colors. Of the findings the first is shown whole, then how it ends.
 * `--check` writes nothing and says where the picture is stale.
 */
import { fileURLToPath } from 'node:url';
import { displayWidth } from '../../src/core/report/terminal/display-width.ts';
import { main } from '../../src/cli/main.ts';
import manifest from '../../package.json' with { type: 'json' };
import { generated } from '../data/generated.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const COLUMNS = 88;
/** Pixels, of a monospaced font at 14 px. */
const [CELL, LINE, MARGIN, BAR] = [8.43, 20, 20, 36];

/** A dark window of its own, so that it reads the same on a light and on a dark page. */
const COLORS: Readonly<Record<string, string>> = {
  text: '#e6edf3',
  back: '#161b22',
  edge: '#444c56',
  dim: '#9ea7b3',
  31: '#ff7b72',
  33: '#e3b341',
  34: '#79c0ff',
};

interface Style {
  readonly color?: string | undefined;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
}

/** The style behind an ANSI code, as `colors.ts` writes them. */
function styled(style: Style, code: number): Style {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 4) return { ...style, underline: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 24) return { ...style, underline: false };
  return { ...style, color: COLORS[code] };
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function attributes({ color, bold, dim, underline }: Style): string {
  const fill = color ?? (dim ? COLORS['dim'] : undefined);
  return [
    fill === undefined ? '' : ` fill="${fill}"`,
    bold ? ' font-weight="bold"' : '',
    underline ? ' text-decoration="underline"' : '',
  ].join('');
}

/** One line of output as spans, each at the column where it begins, so that no font can shift it. */
function spansOf(line: string): string {
  let [style, column, spans]: [Style, number, string] = [{}, 0, ''];
  // eslint-disable-next-line no-control-regex -- colors are what is read
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // eslint-disable-next-line no-control-regex -- colors are what is read
    const [, code] = /^\u001b\[(\d+)m$/.exec(part) ?? [];
    if (code !== undefined) style = styled(style, Number(code));
    else if (part !== '') {
      const at = column + displayWidth(part) - displayWidth(part.trimStart());
      const x = (MARGIN + at * CELL).toFixed(1).replace(/\.0$/, '');
      if (part.trim() !== '') spans += `<tspan x="${x}"${attributes(style)}>${escaped(part.trim())}</tspan>`;
      column += displayWidth(part);
    }
  }
  return spans;
}

/** The file's name and its first finding, how many are left out, and what the run comes to. */
function shown(output: string): string[] {
  const [first = '', ...rest] = output.trimEnd().split('\n\n');
  const lines = rest.join('\n').replace(COLOR, '').split('\n');
  const left = lines.filter((line) => /^ {2}\S+ {2}(?:error|warning|info) {2}/.test(line)).length;
  return [
    ...first.split('\n'),
    '',
    `  \u001b[2m… ${left} more findings …\u001b[22m`,
    '',
    ...(rest.at(-1) ?? '').split('\n'),
  ];
}

// eslint-disable-next-line no-control-regex -- colors are what is read
const COLOR = /\u001b\[\d+m/g;

const FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

function pictureOf(lines: readonly string[]): string {
  const width = Math.round(2 * MARGIN + COLUMNS * CELL);
  const height = BAR + lines.length * LINE + MARGIN;
  const rows = lines.map((line, at) => {
    const y = BAR + at * LINE + 14;
    return line === '' ? '' : `<text y="${y}" xml:space="preserve">${spansOf(line)}</text>\n`;
  });
  const dots = ['#ff7b72', '#e3b341', '#56d364'].map(
    (color, at) => `<circle cx="${MARGIN + 6 + at * 18}" cy="18" r="5" fill="${color}"/>`,
  );
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const frame = `width="${width - 1}" height="${height - 1}" rx="8"`;
  const colors = `fill="${COLORS['back']}" stroke="${COLORS['edge']}"`;
  const font = `font-family="${FONTS}" font-size="14" fill="${COLORS['text']}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">
<title>What licet prints for examples/llama-3.1-bad</title>
<rect x="0.5" y="0.5" ${frame} ${colors}/>
${dots.join('')}
<g ${font}>
${rows.join('')}</g>
</svg>
`;
}

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const [, ...argv] = manifest.scripts.example.split(' ').slice(1);
const world = { cwd, env: {}, terminal: true, width: COLUMNS, today: '2026-11-29' };
const { stdout } = await main([...argv, '--color'], world);
const command = `\u001b[2m$\u001b[22m npx licet ${argv.join(' ')}`;
generated('docs/images/example.svg', pictureOf([command, '', ...shown(stdout)]), 'npm run screenshot');
