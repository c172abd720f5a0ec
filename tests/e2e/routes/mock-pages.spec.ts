import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { identity } from '../fixtures/identity';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { expect, test } from '../fixtures/test';
import { LANGUAGES } from '../fixtures/words';

test.use({ persona: null });

for (const lang of LANGUAGES) {
  test(`the page of the identity provider in ${lang}`, async ({ page }) => {
    await page.goto(`/mock/identity?lang=${lang}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(identity(lang).title);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expectAccessibleInEveryTheme(page, `/mock/identity, ${lang}`);
    await expectNoSidewaysScroll(page, `/mock/identity, ${lang}`);
  });
}

test('the page of the mock server, with failures in force', async ({ page, mock }) => {
  await mock.fail({ route: 'get_document', kind: 'status', code: 'internal' });
  await page.goto('/mock');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleInEveryTheme(page, '/mock');
  await expectNoSidewaysScroll(page, '/mock');
});

test('a persona chosen on the page of the mock server is signed in', async ({ page }) => {
  await page.goto('/mock');
  await page.getByRole('button', { name: /Айгүл/ }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Айгүл');
});
