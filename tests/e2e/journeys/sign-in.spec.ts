import { identity } from '../fixtures/identity';
import { expect, test } from '../fixtures/test';

const MARIA = 'Мария Примерова';

test.describe('nobody is signed in', () => {
  test.use({ persona: null });
  test.beforeEach(({ trouble }) => trouble.allowSignedOut());

  test('choosing oneself at the identity provider leads home', async ({ page, w }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/sign-in');
    await expect(page.getByRole('navigation', { name: w.text('places.label') })).toHaveCount(0);
    await page.getByRole('link', { name: w.text('sign_in:button') }).click();
    await expect(page).toHaveURL(/\/mock\/identity/);
    await expect(page.locator('html')).toHaveAttribute('lang', w.lang);
    await page.getByRole('button', { name: MARIA }).click();
    await expect(page).toHaveURL('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('home.greeting', { name: MARIA }));
  });

  for (const [outcome, button] of [['cancelled', 'cancel'], ['failed', 'fail']] as const) {
    test(`a sign-in that is ${outcome} says so, and the next one leads to where one wanted`, async ({ page, w }) => {
      await page.goto('/documents/patient-insulin');
      await expect(page).toHaveURL('/sign-in?return_to=/documents/patient-insulin');
      await page.getByRole('link', { name: w.text('sign_in:button') }).click();
      await page.getByRole('button', { name: identity(w.lang)[button] }).click();
      await expect(page).toHaveURL(new RegExp(`/sign-in\\?outcome=${outcome}`));
      const notice = page.getByRole('status').filter({ hasText: w.text(`sign_in:${outcome}`) });
      await expect(notice).toContainText(w.text(`sign_in:${outcome}_text`));
      await page.getByRole('link', { name: w.text('sign_in:button') }).click();
      await page.getByRole('button', { name: MARIA }).click();
      await expect(page).toHaveURL('/documents/patient-insulin');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Инсулинови аналози');
    });
  }

  test('an address elsewhere is never followed', async ({ page, mock, trouble, w }) => {
    // The reset ends the session while its page is open.
    trouble.allow(/^401 /);
    for (const elsewhere of ['https://example.org/', '//example.org/', '/\\example.org']) {
      await page.goto(`/sign-in?return_to=${encodeURIComponent(elsewhere)}`);
      const link = page.getByRole('link', { name: w.text('sign_in:button') });
      await expect(link).toHaveAttribute('href', `/api/v1/sign-in?return_to=/&lang=${w.lang}`);
      await page.goto(`/mock/identity?return_to=${encodeURIComponent(elsewhere)}`);
      await page.getByRole('button', { name: MARIA }).click();
      await expect(page).toHaveURL('/');
      await mock.reset();
    }
  });

  test('what everybody may read is there without signing in', async ({ page, w }) => {
    for (const name of ['privacy', 'accessibility']) {
      await page.goto(`/${name}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text(`${name}.title`));
      await expect(page).toHaveURL(`/${name}`);
    }
  });
});

test('who is signed in already is led home from the sign-in page', async ({ page, w }) => {
  await page.goto('/sign-in');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('home.greeting', { name: MARIA }));
});
