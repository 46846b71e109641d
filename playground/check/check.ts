/**
 * Tries the built page in headless Chromium: what it finds is what the command line finds, nothing leaves
 * this machine, the Hub's refusals are told, and whoever comes by keyboard or with a reader gets on.
 */
import './as-built.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/app/host.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { browserOver, openPage, settled } from './browser.ts';
import {
  hubServer,
  pageServer,
  refusingProxy,
  type Answer,
  type Hub,
  type Proxy,
  type Served,
} from './servers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
/** Bytes over the line until the first finding stands there. */
const BUDGET = 600 * 1024;
const SHA = '0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567';
const TODAY = new Date().toISOString().slice(0, 10);

/** Hosts that Chromium asks for itself, whatever page is open. */
const BROWSERS_OWN = /^(?:https?:\/\/)?(?:[\w.-]+\.)?(?:google|googleapis|gvt1|gstatic)\.com\b/;

let failed = 0;
function expect(what: string, holds: boolean, seen: unknown = ''): void {
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}${holds ? '' : `: ${JSON.stringify(seen)}`}`);
}

interface World {
  readonly browser: Browser;
  readonly served: Served;
  readonly hub: Hub;
  readonly proxy: Proxy;
}

const host = (cwd: string): Host => ({
  cwd,
  env: { NO_COLOR: '1' },
  terminal: false,
  width: 80,
  today: TODAY,
});

/** What the page saves when a button is pressed. */
async function saved(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.locator(button).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** The report of the page as it stands, in a format. */
async function report(page: Page, format: string): Promise<string> {
  await page.locator('#tab-share').click();
  await page.locator('#format').selectOption(format);
  return saved(page, '#save-report');
}

async function firstFinding({ browser, served }: World): Promise<void> {
  served.sent.length = 0;
  const { page, errors } = await openPage(browser, served.url);
  const counts = await settled(page);
  const bytes = served.sent.reduce((sum, one) => sum + one.bytes, 0);
  expect(`first finding after ${Math.round(bytes / 1024)} KiB packed, of ${BUDGET / 1024}`, bytes <= BUDGET);
  expect('the first card has findings', /error/.test(counts), counts);
  expect(
    'no texts of licenses were asked for',
    served.sent.every(({ bytes: size }) => size < 400_000),
  );
  expect(
    'nothing is missing',
    served.sent.every(({ path }) => !path.startsWith('404')),
    served.sent,
  );
  expect('no error in the console', errors.length === 0, errors);
  await page.context().close();
}

/** Every example, opened as a folder: the same bytes of JSON as the command line prints there. */
async function examples({ browser, served }: World): Promise<void> {
  const names = JSON.parse(readFileSync(join(ROOT, 'examples/names.json'), 'utf8')) as Readonly<
    Record<string, { readonly name: string }>
  >;
  const { page, errors } = await openPage(browser, served.url);
  await settled(page);
  let [same, mended] = [0, 0];
  for (const [folder, { name }] of Object.entries(names)) {
    const path = join(ROOT, 'examples', folder);
    const { stdout } = await main(['.', '--no-config', '--name', name, '--format', 'json'], host(path));
    await page.locator('#tab-findings').click();
    await page.locator('#folder').setInputFiles(path);
    await page
      .waitForFunction(() => document.querySelector<HTMLInputElement>('#name')?.value === '')
      .catch(async () => {
        throw new Error(`${folder}: ${(await page.locator('#counts').textContent()) ?? ''}`);
      });
    await page.locator('#name').fill(name);
    await settled(page);
    const found = await report(page, 'json');
    if (found === stdout) same += 1;
    else expect(`same findings in ${folder}`, false, found.slice(0, 2000));
    if (await fixedAlike(page, path, name)) mended += 1;
    else expect(`same fixes in ${folder}`, false);
  }
  const all = Object.keys(names).length;
  expect(`same JSON as the command line in ${same} of ${all} examples`, same === all && all > 30);
  expect(`same fixes as --fix in ${mended} of ${all} examples`, mended === all);
  expect('no error in the console', errors.length === 0, errors);
  await page.context().close();
}

/** Whether all safe fixes change the files that `--fix` changes. */
async function fixedAlike(page: Page, path: string, name: string): Promise<boolean> {
  const dry = await main(['.', '--no-config', '--name', name, '--fix-dry-run'], host(path));
  const files = [...dry.stdout.matchAll(/^\+\+\+ (?:b\/)?(\S+)/gm)].map(([, file]) => file).sort();
  const added = dry.stdout.split('\n').filter((line) => /^\+(?!\+\+)/.test(line)).length;
  await page.locator('#tab-findings').click();
  const button = page.locator('#findings button.main');
  if ((await button.count()) === 0) return files.length === 0;
  await button.click();
  await page.locator('#changes > *').first().waitFor();
  const shown = (await page.locator('#changes h3').allTextContents()).map((one) => one.split(' (')[0]).sort();
  const lines = await page.locator('#changes .cm-insertedLine, #changes .cm-changedLine').count();
  await page.locator('#close').click();
  return JSON.stringify(shown) === JSON.stringify(files) && (added > 0 ? lines > 0 : true);
}

const record = (files: Readonly<Record<string, string>>) =>
  JSON.stringify({
    id: 'acme/tiny',
    sha: SHA,
    siblings: Object.entries(files).map(([rfilename, text]) => ({
      rfilename,
      size: Buffer.byteLength(text),
    })),
  });

const CARD = '---\nlicense: mit\nbase_model:\n- meta-llama/Llama-3.1-8B\n- acme/Unheard-7B\n---\n# Tiny\n';
const JSON_HEADERS = { 'content-type': 'application/json' };

function playing(files: Readonly<Record<string, string>>, gated = false): (path: string) => Answer {
  return (path) => {
    if (path.startsWith('/api/models/acme/Unheard-7B'))
      return {
        status: 200,
        headers: JSON_HEADERS,
        body: JSON.stringify({
          id: 'acme/Unheard-7B',
          sha: SHA,
          cardData: { license: 'cc-by-nc-4.0' },
          tags: [],
        }),
      };
    if (path.startsWith('/api/models/acme/tiny/revision/main'))
      return { status: 200, headers: JSON_HEADERS, body: record(files) };
    const file = path.split(`/resolve/${SHA}/`)[1];
    if (file !== undefined && gated)
      return { status: 401, headers: { 'x-error-code': 'GatedRepo' }, body: 'Access to model is restricted' };
    const text = files[file ?? ''];
    return text === undefined
      ? { status: 404, headers: { 'x-error-code': 'EntryNotFound' }, body: '' }
      : { status: 200, body: text };
  };
}

async function load(page: Page, model = 'acme/tiny'): Promise<string> {
  await page.locator('#model').fill(model);
  await page.locator('#load').click();
  await page.waitForFunction(() => !/…$/.test(document.querySelector('#note')?.textContent ?? '…'));
  return (await page.locator('#note').textContent()) ?? '';
}

async function hubPlays({ browser, served, hub, proxy }: World): Promise<void> {
  const files = { 'README.md': CARD, 'config.json': '{"model_type": "llama"}' };
  const { page, errors } = await openPage(browser, `${served.url}?model=acme/tiny`);
  const requests: string[] = [];
  page.on('request', (request) => void requests.push(request.url()));
  await page.locator('#about').filter({ hasText: 'licet' }).waitFor();
  expect('a link to a model asks nobody', hub.seen.length === 0, hub.seen);

  hub.answer = playing(files);
  expect('a model is loaded', (await load(page)).startsWith(`acme/tiny@${SHA}: 2 files`));
  await settled(page);
  const first = hub.seen.length;
  expect('its findings are shown', /warning/.test(await settled(page)), await settled(page));
  const paths = hub.seen.map(({ path }) => path);
  expect(
    'only /api and /resolve are asked',
    paths.every((path) => /^\/api\/|\/resolve\//.test(path)),
    paths,
  );
  const { headers = {} } = hub.seen[0] ?? {};
  expect('without referrer and cookies', !headers.referer && !headers.cookie, headers);

  await page.locator('#tab-lineage').click();
  await page.locator('#ask').click();
  await page.locator('#lineage svg text', { hasText: 'cc-by-nc-4.0' }).waitFor();
  expect('an unknown upstream is asked for with one request', hub.seen.length === first + 1);
  await page.locator('#tab-share').click();
  const command = await page.locator('#share code').textContent();
  expect('the command names the commit', command === `npx licet hf:acme/tiny@${SHA}`, command);

  hub.answer = playing({ 'README.md': CARD, 'model.gguf': 'no weights' });
  await load(page);
  await page.locator('#tab-findings').click();
  await page.locator('#findings .where', { hasText: 'model.gguf' }).first().waitFor();
  const places = await page
    .locator('#findings .where > :first-child')
    .evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent ?? ''}`));
  expect(
    'a place leads to the editor, that in a file without a text there is plain words',
    places.includes('SPAN model.gguf') && places.some((one) => one.startsWith('BUTTON README.md')),
    places,
  );

  const plays: [string, (path: string) => Answer, RegExp][] = [
    [
      '401',
      () => ({ status: 401, body: '{"error":"Invalid username or password."}' }),
      /missing, renamed or private/,
    ],
    [
      '404',
      () => ({ status: 404, headers: { 'x-error-code': 'RepoNotFound' }, body: '' }),
      /no such repository/,
    ],
    ['429', () => ({ status: 429, headers: { ratelimit: '"api";r=0;t=55' }, body: '' }), /wait.*56 s/],
    ['500', () => ({ status: 500, body: '' }), /could not be reached/],
    ['gated', playing(files, true), /Not every file could be read. It is gated/],
    [
      'a login page',
      () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' }),
      /no id|reached/,
    ],
  ];
  for (const [what, answer, told] of plays) {
    hub.answer = answer;
    const note = await load(page);
    expect(`${what} is told`, told.test(note), note);
  }
  hub.answer = () => undefined;
  await page.locator('#model').fill('acme/tiny');
  await page.locator('#load').click();
  await page.locator('#stop').click();
  await page.locator('#note', { hasText: 'Stopped.' }).waitFor();
  expect('loading can be stopped', true);

  const elsewhere = requests.filter((url) => !url.startsWith(served.url) && !/^(?:blob|data):/.test(url));
  expect(
    'the page asked the Hub alone',
    elsewhere.every((url) => url.startsWith('https://huggingface.co/')),
    elsewhere,
  );
  const hosts = proxy.asked.filter((one) => !BROWSERS_OWN.test(one));
  expect(
    'the proxy heard of no other host',
    hosts.every((one) => one === 'huggingface.co:443'),
    hosts,
  );
  const refused = errors.filter((one) => !/Failed to load resource|ERR_/.test(one));
  expect('no other error in the console', refused.length === 0, refused);
  await page.evaluate(() => fetch('https://example.org/').catch(() => undefined));
  expect('the policy lets it ask nobody else', !proxy.asked.some((one) => one.includes('example.org')));
  const bare = await browser.newPage();
  await bare.goto('http://example.org/').catch(() => undefined);
  expect(
    'the proxy does hear who else is asked',
    proxy.asked.some((one) => one.includes('example.org')),
  );
  await page.context().close();
}

async function links({ browser, served }: World): Promise<void> {
  const { page } = await openPage(browser, served.url);
  await settled(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#preset').selectOption('publish');
  await settled(page);
  const before = await report(page, 'json');
  await page.locator('#copy-link').click();
  await page.locator('#share [role=status]', { hasText: 'Copied.' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect('a link holds the texts behind the #', link.includes('#') && link.length < 3000, link.length);
  const other = await openPage(browser, link);
  await settled(other.page);
  expect('and gives the same report', (await report(other.page, 'json')) === before);
  await other.page.goto(`${served.url}#nonsense`);
  await other.page.reload();
  await other.page.locator('#note', { hasText: 'could not be read' }).waitFor();
  expect('a broken link is told', true);
  await page.locator('#copy-markdown').click();
  let markdown = link;
  while (markdown === link) markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(
    'the report is copied as Markdown',
    markdown.includes('incompatible-license'),
    markdown.slice(0, 80),
  );
  await page.locator('#preset').selectOption('');
  await settled(page);
  await page.locator('#tab-dossier').click();
  const frame = page.frameLocator('#dossier iframe');
  await frame.locator('h1').waitFor();
  const color = await frame
    .locator('thead th')
    .first()
    .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect('the dossier has its style', color === 'rgb(238, 238, 238)', color);
  const dossier = await saved(page, '#save-dossier');
  const folder = join(ROOT, 'examples/llama-3.1-bad');
  const name = ['--name', 'acme-lab/korean-tutor-8b'];
  const { stdout } = await main(['dossier', '.', '--no-config', ...name], host(folder));
  expect('the dossier is that of the command line', dossier === stdout);
  await page.context().close();
  await other.page.context().close();
}

/** From the address bar to a mended card without a mouse. */
async function keyboard({ browser, served }: World): Promise<void> {
  const { page } = await openPage(browser, served.url, { calm: true });
  await settled(page);
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.id !== undefined && at.id !== '' ? at.id : (at?.textContent ?? '').slice(0, 40);
    });
  const seen: string[] = [];
  for (let nth = 0; nth < 25; nth += 1) {
    await page.keyboard.press('Tab');
    seen.push(await focused());
    if (seen.at(-1) === 'Preview all safe fixes') break;
  }
  expect('Tab leads through the page and out of the editor', seen.at(-1) === 'Preview all safe fixes', seen);
  for (const id of ['en', 'model', 'load', 'start', 'name', 'preset', 'tab-file-0', 'editor', 'tab-findings'])
    expect(`Tab stops at ${id}`, seen.includes(id), seen);
  await page.keyboard.press('Enter');
  await page.locator('#changes .cm-changedLine, #changes .cm-insertedLine').first().waitFor();
  await page.locator('#apply').focus();
  const before = await page.locator('#findings article').count();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (count) => document.querySelectorAll('#findings article').length < count,
    before,
  );
  expect('a fix is applied', true);
  await page.locator('#tab-findings').focus();
  await page.keyboard.press('ArrowRight');
  expect('arrows move between tabs', (await focused()) === 'tab-lineage', await focused());
  await page.context().close();
}

async function reading({ browser, served }: World): Promise<void> {
  for (const locale of ['en-US', 'ko-KR'])
    for (const dark of [false, true])
      for (const width of [1280, 320]) {
        const size = { width, height: 900 };
        const { page } = await openPage(browser, served.url, { locale, dark, size });
        await settled(page);
        const how = `${locale}, ${dark ? 'dark' : 'light'}, ${width} px`;
        for (const tab of ['findings', 'lineage', 'dossier', 'share']) {
          await page.locator(`#tab-${tab}`).click();
          if (tab === 'dossier') await page.frameLocator('#dossier iframe').locator('h1').waitFor();
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(`${tab} fits (${how})`, wide <= 0, wide);
          const found = await violations(page);
          expect(`axe finds nothing in ${tab} (${how})`, found.length === 0, found);
        }
        await page.locator('#tab-findings').click();
        await page.locator('#findings button.main').click();
        await page.locator('#changes .cm-content').first().waitFor();
        const found = await violations(page);
        expect(`axe finds nothing in the preview (${how})`, found.length === 0, found);
        await page.context().close();
      }
}

async function violations(page: Page): Promise<string[]> {
  // Through the debugger, for the page's policy lets no other script in.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations: all } = await checker.run(document, { iframes: false });
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id} ${target.join(' ')} ${html}`),
    );
  });
}

useDataSource(shippedData);
const served = await pageServer(DIST);
const hub = await hubServer();
const proxy = await refusingProxy(hub);
const browser = await browserOver(proxy.url);
const world: World = { browser, served, hub, proxy };
const parts = { firstFinding, examples, hubPlays, links, keyboard, reading };
const only = process.argv.slice(2);
try {
  for (const [name, part] of Object.entries(parts))
    if (only.length === 0 || only.includes(name)) await part(world);
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
  expect(
    `the built page is ${relative(ROOT, DIST)}, ${pages.length} files, its card among them`,
    pages.includes('README.md'),
  );
} finally {
  await browser.close();
  for (const one of [served, hub, proxy]) one.close();
}
console.log(failed === 0 ? 'all is well' : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
