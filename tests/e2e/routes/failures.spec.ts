import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { forward, takeClock } from '../fixtures/clock';
import { expectNothingLooksEmpty, type Failure, FAILURES } from '../fixtures/failures';
import { persona } from '../fixtures/personas';
import { PLANNED, type Planned, viewer } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

const who = persona('patient');

/**
 * Who is signed in is asked by the frame around all pages, before there is any of them: home meets every failure of that, and each
 * other page shows by one that it has the same frame.
 */
function met(route: Planned, operation: string): Failure[] {
  return operation === 'get_session' && route.name !== 'home' ? FAILURES.slice(0, 1) : FAILURES;
}

/** Every failure on every page once; with its other operations, those after which the page has other parts. */
function lookedAt(route: Planned, operation: string, failure: Failure): boolean {
  return operation === route.data.at(-1) || failure === FAILURES[0] || !failure.retry;
}

for (const route of PLANNED) {
  const who = viewer(route, 'patient');
  for (const operation of route.data) {
    for (const failure of met(route, operation)) {
      test.describe(() => {
        test.use({ persona: who.key });

        test(`${route.name}: ${operation} meets ${failure.name}`, async ({ page, mock, trouble, signIn, w }) => {
          if (failure.trouble) trouble.allow(failure.trouble);
          if (failure.after) await takeClock(page);
          await mock.fail({ route: operation, ...failure.rule });
          await page.goto(route.path(who));
          if (failure.after) {
            await expect.poll(() => mock.waiting()).toBeGreaterThan(0);
            await expect(page.locator('#boot')).toHaveCount(0);
            // Words and code of the page are here, or they would be late as well.
            if (operation !== 'get_session') await expect(page.locator('.page:not([aria-busy])')).toBeVisible();
            await forward(page, mock, failure.after);
          }

          if (failure.says) {
            const alert = page.getByRole('alert');
            await expect(alert.getByRole('heading', { name: w.text(`error.${failure.says}`) })).toBeVisible();
            await expect(alert).toContainText(w.text(`error.${failure.says}_next`));
            await expectNothingLooksEmpty(page, w, operation);
            if (lookedAt(route, operation, failure)) {
              await expectAccessibleInEveryTheme(page, `${route.name}, ${operation}: ${failure.name}`);
            }
            const again = alert.getByRole('button', { name: w.text('retry') });
            if (failure.name === 'a dropped connection') {
              const { length } = trouble.all();
              await again.click();
              await expect.poll(() => trouble.all().length, 'it fails once more').toBeGreaterThan(length);
            }
            await mock.mend();
            if (failure.retry) {
              // Also where it failed in the same way again: the button is no longer busy.
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
            await page.getByRole('link', { name: w.text('sign_in:button') }).click();
            await page.getByRole('button', { name: who.name }).click();
            await expect(page).toHaveURL(route.path(who));
            await route.shows(page, w, who);
          }
        });
      });
    }
  }
}

// Who is there decides nothing on a page that is for everybody.
for (const failure of FAILURES) {
  test(`what is for everybody is there when get_session meets ${failure.name}`, async ({ page, mock, trouble, w }) => {
    if (failure.trouble) trouble.allow(failure.trouble);
    if (failure.after) await takeClock(page);
    await mock.fail({ route: 'get_session', ...failure.rule });
    for (const route of PLANNED.filter(({ name }) => ['calculators', 'calculator_visit', 'genuine'].includes(name))) {
      await page.goto(route.path(who));
      if (failure.after) {
        await expect.poll(() => mock.waiting()).toBeGreaterThan(0);
        await forward(page, mock, failure.after);
      }
      await route.shows(page, w, who);
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    const dentist = page.getByRole('radio', { name: w.text('fees:provider_dentist') });
    await dentist.check();
    await expect(page).toHaveURL(/\?provider=dentist$/);
  });
}
