import { PLANNED, viewer } from '../fixtures/plans';
import { SPLIT } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const REQUESTS = 8;
const SHIFT = 0.02;

/** Sums up what moved under the reader's eyes. */
function watchShifts(): void {
  Object.assign(globalThis, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) (globalThis as unknown as { shifted: number }).shifted += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Notes when the first row of the list is in the page. */
function watchList(): void {
  Object.assign(globalThis, { usable: 0 });
  const seen = new MutationObserver(() => {
    if (document.querySelector('.rows .row a')) {
      (globalThis as unknown as { usable: number }).usable = performance.now();
      seen.disconnect();
    }
  });
  seen.observe(document, { childList: true, subtree: true });
}

for (const route of PLANNED.filter(({ signedIn }) => signedIn)) {
  const who = viewer(route, 'patient');
  test.describe(() => {
    test.use({ persona: who.key });

    test(`${route.name} stands still while it loads`, async ({ page, w }) => {
      await page.addInitScript(watchShifts);
      await page.goto(route.path(who));
      await route.shows(page, w, who);
      await page.evaluate(() => document.fonts.ready);
      const shifted = await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
      expect(shifted).toBeLessThanOrEqual(SHIFT);
    });
  });
}

// The build for development serves every style sheet by itself.
if (SPLIT) {
  test('few requests until the list is usable', async ({ page, w }) => {
    await page.addInitScript(watchList);
    await page.goto('/documents');
    await expect(page.getByRole('list', { name: w.text('documents.list') }).getByRole('link').first()).toBeVisible();
    const asked = await page.evaluate(() => {
      const { usable } = globalThis as unknown as { usable: number };
      const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= usable);
      return { usable, early: early.map(({ name }) => new URL(name).pathname) };
    });
    expect(asked.usable).toBeGreaterThan(0);
    // The icon of the tab is the browser's own affair; the page itself is a request too.
    const own = asked.early.filter((path) => path !== '/favicon.svg');
    expect(own.some((path) => path.endsWith('.wasm'))).toBe(true);
    expect(own.length + 1, own.join('\n')).toBeLessThanOrEqual(REQUESTS);
  });
}
