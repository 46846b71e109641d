/**
 * Writes `docs/images/dossier.png`: the page that `licet dossier` makes of an example, in a browser.
 * The page is that of a real run. Takes the name of a Chromium that is installed:
 * `npx tsx scripts/docs/build-dossier-picture.ts chromium`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import { STYLE } from '../../src/core/disclosure/dossier/style.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const root = fileURLToPath(new URL('../../', import.meta.url));
const [browser = 'chromium'] = process.argv.slice(2);

const { stdout, stderr, code } = await main(
  ['dossier', 'examples/vision-tower-bad', '--name', 'acme-lab/Leaf-Doctor-7B', '--date', '2026-11-30'],
  { cwd: root, env: {}, terminal: false, width: 80, today: '2026-11-30' },
);
if (code !== 0) throw new Error(stderr);

/** On the screen as on paper: the rules for print hold, on a sheet with a margin. */
const page = stdout.replace(
  STYLE,
  STYLE.replace('@media print{', '@media all{').replace('</style', '') +
    'body{padding:10mm 12mm !important;max-width:210mm !important}header .badge{right:0}',
);
const folder = mkdtempSync(join(tmpdir(), 'licet-picture-'));
try {
  writeFileSync(join(folder, 'page.html'), page);
  execFileSync(
    browser,
    [
      ...[
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--force-device-scale-factor=1.5',
      ],
      ...['--window-size=794,950', `--screenshot=${join(root, 'docs/images/dossier.png')}`],
      `file://${join(folder, 'page.html')}`,
    ],
    { stdio: 'ignore' },
  );
} finally {
  rmSync(folder, { recursive: true });
}
