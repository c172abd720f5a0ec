import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { takeClock } from '../fixtures/clock';
import { expectNothingLooksEmpty, FAILURES } from '../fixtures/failures';
import { persona } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

const who = persona('patient');

for (const route of PLANNED) {
  for (const operation of route.data) {
    for (const failure of FAILURES) {
      test(`${route.name}: ${operation} meets ${failure.name}`, async ({ page, mock, trouble, signIn, w }) => {
        if (failure.trouble) trouble.allow(failure.trouble);
        if (failure.after) await takeClock(page);
        await mock.fail({ route: operation, ...failure.rule });
        await page.goto(route.path(who));
        if (failure.after) {
          await expect.poll(() => mock.waiting()).toBeGreaterThan(0);
          await expect(page.locator('#boot')).toHaveCount(0);
          await page.clock.fastForward(failure.after);
        }

        if (failure.says) {
          const alert = page.getByRole('alert');
          await expect(alert.getByRole('heading', { name: w.text(`error.${failure.says}`) })).toBeVisible();
          await expect(alert).toContainText(w.text(`error.${failure.says}_next`));
          await expectNothingLooksEmpty(page, w, operation);
          await expectAccessibleInEveryTheme(page, `${route.name}, ${operation}: ${failure.name}`);
          await mock.mend();
          const again = alert.getByRole('button', { name: w.text('retry') });
          if (failure.retry) {
            await again.click();
            await route.shows(page, w, who);
            await expect(alert).toHaveCount(0);
          } else {
            await expect(again).toHaveCount(0);
            await expect(alert.getByRole('link', { name: w.text('documents.all') })).toBeVisible();
          }
        } else {
          await expect(page).toHaveURL(/\/sign-in/);
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('sign_in.title'));
          await mock.mend();
          await page.getByRole('link', { name: w.text('sign_in.button') }).click();
          await page.getByRole('button', { name: who.name }).click();
          await expect(page).toHaveURL(route.path(who));
          await route.shows(page, w, who);
        }
      });
    }
  }
}
