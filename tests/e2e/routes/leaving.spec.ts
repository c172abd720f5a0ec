import type { Page } from '@playwright/test';

import { PLANNED, type Planned, allowTimeFor, viewer } from '../fixtures/plans';
import type { Known } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

// On a slow phone a page is left before its first frame was painted, or before an answer came: both come when it is gone.

const VIEWERS = ['patient', 'editor'] as const;

/** The routes that this persona looks at, in the order in which the app lists them. */
function routesOf(persona: string): Planned[] {
  return PLANNED.filter((route) => !route.signedOutOnly && viewer(route, 'patient').key === persona);
}

/** Goes where a link in the page would lead, without loading the page anew. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

/** To a page that asks for nothing. */
async function leave(page: Page, w: Words): Promise<void> {
  await go(page, '/no-such-page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('not_found.title'));
}

/** Frames wait from now on; what this returns lets them all come, and says how many there were. */
async function holdFrames(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const held: FrameRequestCallback[] = [];
    const paint = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (act) => held.push(act);
    Object.assign(window, {
      paint: () =>
        new Promise<number>((resolve) => {
          const late = held.splice(0);
          for (const act of late) paint(act);
          paint(() => resolve(late.length));
        }),
    });
  });
  return () => page.evaluate(() => (window as unknown as { paint: () => Promise<number> }).paint());
}

for (const key of VIEWERS) {
  test.describe(`pages of ${key}`, () => {
    test.use({ persona: key });

    test('nothing breaks when one is left before it was painted', async ({ page, w }) => {
      allowTimeFor(routesOf(key));
      const paint = await holdFrames(page);
      await page.goto('/no-such-page');
      await leave(page, w);
      let frames = 0;
      for (const route of routesOf(key)) {
        const who: Known = viewer(route, 'patient');
        await go(page, route.path(who));
        await route.shows(page, w, who);
        await leave(page, w);
        frames += await paint();
      }
      expect(frames).toBeGreaterThan(0);
    });

    test('nothing breaks when one is left before an answer came', async ({ page, mock, w }) => {
      allowTimeFor(routesOf(key));
      await page.goto('/no-such-page');
      await leave(page, w);
      for (const route of routesOf(key)) {
        // What the app asks for once, whatever the page, is there already.
        const own = route.data.filter((operation) => !['get_session', 'get_document_index'].includes(operation));
        for (const operation of own) {
          await mock.fail({ route: operation, kind: 'hold' });
          await go(page, route.path(viewer(route, 'patient')));
          await expect.poll(() => mock.waiting(), { message: `${route.name}: ${operation}` }).toBeGreaterThan(0);
          await leave(page, w);
          await mock.mend();
          await expect.poll(() => mock.waiting()).toBe(0);
        }
      }
    });
  });
}
