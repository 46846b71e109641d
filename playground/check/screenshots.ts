/** Pictures of the built page, to be looked at: both languages, light and dark, desk and phone. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserOver, openPage, settled } from './browser.ts';
import { hubServer, pageServer, refusingProxy } from './servers.ts';

const INTO = process.argv[2] ?? fileURLToPath(new URL('../dist/screenshots/', import.meta.url));
mkdirSync(INTO, { recursive: true });
const served = await pageServer(fileURLToPath(new URL('../dist/', import.meta.url)));
const hub = await hubServer();
const proxy = await refusingProxy(hub);
const browser = await browserOver(proxy.url);
for (const locale of ['en-US', 'ko-KR'])
  for (const dark of [false, true])
    for (const width of [1280, 320]) {
      const { page } = await openPage(browser, served.url, { locale, dark, size: { width, height: 900 } });
      await settled(page);
      const name = `${locale.slice(0, 2)}-${dark ? 'dark' : 'light'}-${width}`;
      for (const tab of ['findings', 'lineage', 'dossier', 'share']) {
        await page.locator(`#tab-${tab}`).click();
        await page.waitForTimeout(300);
        await page.screenshot({ path: join(INTO, `${name}-${tab}.png`), fullPage: true });
      }
      await page.locator('#tab-findings').click();
      await page.locator('#findings button.main').click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(INTO, `${name}-preview.png`) });
      await page.locator('#close').click();
      hub.answer = () => ({ status: 429, headers: { ratelimit: '"api";r=0;t=55' }, body: '' });
      await page.locator('#model').fill('acme/tiny');
      await page.locator('#load').click();
      await page.waitForTimeout(1000);
      await page.screenshot({ path: join(INTO, `${name}-refused.png`) });
      await page.context().close();
    }
await browser.close();
for (const one of [served, hub, proxy]) one.close();
console.log(INTO);
process.exit(0);
