import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where a Chromium may lie; `CHROMIUM` names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless Chromium all of whose requests, those to this machine aside, go through a proxy. */
export function browserOver(proxy: string): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? PLACES.find((one) => existsSync(one));
  if (executablePath === undefined) throw new Error('No Chromium found: name one with CHROMIUM=…');
  return chromium.launch({
    executablePath,
    proxy: { server: proxy, bypass: '127.0.0.1' },
    // What the browser itself asks for is none of the page's, and would hide what is.
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-pings',
      '--no-first-run',
      '--disable-features=OptimizationHints,MediaRouter,Translate',
    ],
  });
}

export interface Opened {
  readonly page: Page;
  /** What the console and the page told of errors. */
  readonly errors: string[];
}

export interface How {
  readonly locale?: string;
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly calm?: boolean;
}

export async function openPage(browser: Browser, url: string, how: How = {}): Promise<Opened> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: how.locale ?? 'en-US',
    colorScheme: how.dark === true ? 'dark' : 'light',
    reducedMotion: how.calm === true ? 'reduce' : 'no-preference',
    viewport: how.size ?? { width: 1280, height: 900 },
    acceptDownloads: true,
  });
  // Slow machines are no fault of the page's.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors };
}

/** Waits until the page has said what it found. */
export async function settled(page: Page): Promise<string> {
  const counts = page.locator('#counts');
  await page.locator('#findings[aria-busy=false]').waitFor({ state: 'attached' });
  // A page that began without a card is at rest before it has said anything.
  await counts.filter({ hasText: /\S/ }).waitFor();
  return (await counts.textContent()) ?? '';
}
