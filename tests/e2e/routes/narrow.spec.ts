import { expectNoSidewaysScroll, setTextSize } from '../fixtures/layout';
import { persona } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';
import { LANGUAGES } from '../fixtures/words';

const who = persona('carer');

for (const lang of LANGUAGES) {
  test.describe(() => {
    test.use({ lang, viewport: { width: 320, height: 640 } });

    for (const route of PLANNED) {
      test.describe(() => {
        test.use({ persona: route.signedOutOnly ? null : who.key });

        test(`${route.name} fits into 320 px in ${lang}, whatever the size of the letters`, async ({ page, trouble, w }) => {
          if (route.signedOutOnly) trouble.allowSignedOut();
          await page.goto(route.path(who));
          await route.shows(page, w, who);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          for (const size of ['normal', 'large', 'larger'] as const) {
            await setTextSize(page, size);
            await expectNoSidewaysScroll(page, `${route.name}, ${lang}, ${size}`);
          }
        });
      });
    }
  });
}
