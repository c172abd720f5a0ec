import { expect, test } from '../fixtures/test';

test.use({ persona: null });

test.beforeEach(({ trouble }) => trouble.allowSignedOut());

test('choosing oneself at the identity provider leads home', async ({ page, w }) => {
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in');
  await page.getByRole('link', { name: w.text('sign_in.button') }).click();
  await expect(page).toHaveURL(/\/mock\/identity/);
  await expect(page.locator('html')).toHaveAttribute('lang', w.lang);
  await page.getByRole('button', { name: 'Мария Примерова' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    w.text('home.greeting', { name: 'Мария Примерова' }),
  );
});
