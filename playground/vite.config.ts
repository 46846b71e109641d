import { createHash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { STYLE } from '../src/core/disclosure/dossier/style.ts';
import { dataPieces, version } from './build/data-pieces.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Where the page may ask: itself, and the Hub with the hosts to which it sends who asks for a file. */
const HUB = 'https://huggingface.co https://*.huggingface.co https://*.hf.co';
/** The dossier brings its style in itself; no other style that stands in a page counts. */
const DOSSIER = createHash('sha256').update(STYLE).digest('base64');
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'sha256-${DOSSIER}'`,
  "img-src 'self' data:",
  "worker-src 'self'",
  `connect-src 'self' ${HUB}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy stands in the page itself: neither GitHub Pages nor a static Space lets us send headers. */
const policy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** What is built is a Space as it stands: its card lies beside the page. */
const space: Plugin = {
  name: 'space',
  apply: 'build',
  closeBundle() {
    copyFileSync(pathOf('space/README.md'), pathOf('dist/README.md'));
  },
};

const define = { LICET_VERSION: JSON.stringify(version) };
/** The engine runs in a worker, where there is no document: packages that have a form for that bring it. */
const licet = {
  alias: { 'licet/core': pathOf('../src/core.ts') },
  conditions: ['worker', ...defaultClientConditions],
};

export default defineConfig({
  // Relative: a Space and GitHub Pages serve it under a path that is not known here.
  base: './',
  define,
  resolve: licet,
  plugins: [dataPieces(), policy, space],
  worker: { format: 'es', plugins: () => [dataPieces()] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
});
