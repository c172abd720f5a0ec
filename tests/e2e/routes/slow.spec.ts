import { expectAccessible } from '../fixtures/axe';
import { expectNothingLooksEmpty } from '../fixtures/failures';
import { PLANNED, viewer } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

for (const route of PLANNED) {
  const who = viewer(route, 'patient');
  for (const operation of route.data) {
    test.describe(() => {
      test.use({ persona: who.key });

      test(`${route.name}: while ${operation} is on its way it says so`, async ({ page, mock, w }) => {
        await mock.fail({ route: operation, kind: 'hold' });
        await page.goto(route.path(who));
        await expect.poll(() => mock.waiting()).toBeGreaterThan(0);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const waits = page.getByRole('status').filter({ hasText: w.pattern('loading') });
        const waitsForDocuments = page.getByRole('status').filter({ hasText: w.text('loading_documents') });
        await expect(waits.or(waitsForDocuments).first()).toBeAttached();
        await expectNothingLooksEmpty(page, w, operation);
        await expectAccessible(page, `${route.name}, waiting for ${operation}`);
        await mock.mend();
        await route.shows(page, w, who);
      });
    });
  }
}
