import { persona } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { SPLIT } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const REQUESTS = 8;
const SHIFT = 0.02;
const who = persona('patient');

/** Sums up what moved under the reader's eyes. */
function watchShifts(): void {
  Object.assign(globalThis, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) (globalThis as unknown as { shifted: number }).shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

for (const route of PLANNED.filter(({ signedIn }) => signedIn)) {
  test(`${route.name} stands still while it loads`, async ({ page, w }) => {
    await page.addInitScript(watchShifts);
    await page.goto(route.path(who));
    await route.shows(page, w, who);
    await page.evaluate(() => document.fonts.ready);
    const shifted = await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
    expect(shifted).toBeLessThanOrEqual(SHIFT);
  });
}

// The build for development serves every style sheet by itself.
if (SPLIT) {
  test('few requests until the list is usable', async ({ page, mock, w }) => {
    await page.goto('/documents');
    await expect(page.getByRole('list', { name: w.text('documents.list') }).getByRole('link').first()).toBeVisible();
    // The stream comes after the list, and the icon of the tab is the browser's own affair.
    const other = ['/api/v1/changes/stream', '/favicon.svg'];
    const asked = (await mock.requests()).map(({ path }) => path).filter((path) => !other.includes(path));
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(REQUESTS);
  });
}
