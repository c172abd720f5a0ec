import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const letters = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p')!).fontSize));

test('the colours follow the device, until one chooses', async ({ page, w }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/account');
  const theme = page.getByRole('group', { name: w.text('account:theme.title') });
  await expect(theme.getByRole('radio', { name: w.text('account:theme.system') })).toBeChecked();
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper(page);
  expect(dark).not.toBe(light);

  await theme.getByText(w.text('account:theme.light')).click();
  await expect.poll(() => paper(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await theme.getByText(w.text('account:theme.dark')).click();
  await expect.poll(() => paper(page)).toBe(dark);

  await page.goto('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await paper(page)).toBe(dark);
  await page.goto('/account');
  await expect(theme.getByRole('radio', { name: w.text('account:theme.dark') })).toBeChecked();
  await theme.getByText(w.text('account:theme.system')).click();
  await expect.poll(() => paper(page)).toBe(light);
  expect(await page.evaluate(() => localStorage.getItem('yasno.theme'))).toBeNull();
});

test('larger letters are larger on every page, and remembered', async ({ page, w }) => {
  await page.goto('/account');
  const size = page.getByRole('group', { name: w.text('account:text.title') });
  await expect(size.getByRole('radio', { name: w.text('account:text.normal') })).toBeChecked();
  const normal = await letters(page);
  await size.getByText(w.text('account:text.large'), { exact: true }).click();
  await expect.poll(() => letters(page)).toBeGreaterThan(normal);
  const large = await letters(page);
  await size.getByText(w.text('account:text.larger'), { exact: true }).click();
  await expect.poll(() => letters(page)).toBeGreaterThan(large);
  const larger = await letters(page);
  await page.reload();
  await expect(size.getByRole('radio', { name: w.text('account:text.larger') })).toBeChecked();
  expect(await letters(page)).toBe(larger);
});
