import type { Page } from '@playwright/test';

import { expectNoSidewaysScroll, expectPlacesApart, setTextSize } from '../fixtures/layout';
import type { Known } from '../fixtures/personas';
import { allowTimeFor, PLANNED, type Planned, viewer } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';
import { LANGUAGES, type Words } from '../fixtures/words';

async function expectFits(page: Page, w: Words, route: Planned, who: Known): Promise<void> {
  await page.goto(route.path(who));
  await route.shows(page, w, who);
  await expect(page.locator('html')).toHaveAttribute('lang', w.lang);
  for (const size of ['normal', 'large', 'larger'] as const) {
    await setTextSize(page, size);
    await expectNoSidewaysScroll(page, `${route.name}, ${w.lang}, ${size}`);
  }
}

for (const lang of LANGUAGES) {
  for (const [whose, routes] of [
    ['', PLANNED.filter(({ signedOutOnly, staffOnly }) => !signedOutOnly && !staffOnly)],
    ['for who is not signed in ', PLANNED.filter(({ signedOutOnly }) => signedOutOnly)],
    ['for staff ', PLANNED.filter(({ staffOnly }) => staffOnly)],
  ] as const) {
    const signedOut = routes.every(({ signedOutOnly }) => signedOutOnly);
    const who = viewer(routes[0], 'carer');

    test.describe(() => {
      test.use({ lang, viewport: { width: 320, height: 640 }, persona: signedOut ? null : who.key });

      test(`every page ${whose}fits into 320 px in ${lang}, whatever the size of the letters`, async ({ page, trouble, w }) => {
        if (signedOut) trouble.allowSignedOut();
        allowTimeFor(routes);
        for (const route of routes) await test.step(route.name, () => expectFits(page, w, route, who));
      });
    });
  }

  test.describe(() => {
    test.use({ lang, persona: 'carer' });

    test(`the names of the places do not touch in ${lang}, whatever the width and the size of the letters`, async ({ page, w }) => {
      await page.goto('/documents');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
      for (const width of [320, 360, 412]) {
        await page.setViewportSize({ width, height: 740 });
        for (const size of ['normal', 'large', 'larger'] as const) {
          await setTextSize(page, size);
          await expectPlacesApart(page, 2, `${lang}, ${width} px, ${size}`);
        }
      }
    });
  });
}
