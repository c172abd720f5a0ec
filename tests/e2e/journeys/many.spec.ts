import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

const ALL = 10_000;
const ELEMENTS = 400;

test.use({ persona: 'many' });

test('ten thousand documents: few elements, quick to filter, and the last can be reached', async ({ page, w }) => {
  await page.goto('/documents');
  const count = (n: number) => page.getByRole('status').filter({ hasText: w.pattern('documents.count', { n }) });
  await expect(count(ALL)).toBeVisible();
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(ALL));
  const elements = () => page.locator('body *').count();
  expect(await elements()).toBeLessThanOrEqual(ELEMENTS);

  const number = ((await rows.first().textContent()) ?? '').match(/[А-Я]{2}-\d{4}-\d{6}/)?.[0] ?? 'none';
  await page.getByRole('searchbox').pressSequentially(number);
  await expect(count(1)).toBeVisible();
  await expect(rows).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await expect(count(ALL)).toBeVisible();

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toHaveAttribute('aria-posinset', String(ALL));
  await expect(rows.last()).toBeInViewport();
  expect(await elements()).toBeLessThanOrEqual(ELEMENTS);

  await rows.last().getByRole('link').focus();
  await page.keyboard.press('Shift+Tab');
  const before = page.locator(':focus').locator('xpath=ancestor::li');
  await expect(before).toHaveAttribute('aria-posinset', String(ALL - 1));
});

test('the keyboard goes through the list row by row, and rows come as they are needed', async ({ page, w }) => {
  await page.goto('/documents');
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-posinset', '1');
  await rows.first().getByRole('link').focus();
  for (let place = 2; place <= 40; place += 1) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus').locator('xpath=ancestor::li')).toHaveAttribute('aria-posinset', String(place));
  }
  await expect(page.locator(':focus')).toBeInViewport();
});

test('a change comes to the top of ten thousand', async ({ page, mock, w }) => {
  await page.goto('/documents');
  await expectLive(page, w);
  await mock.event('many-09000', { kind: 'protocol.annulled' });
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toContainText(w.text('status.annulled'));
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(ALL));
});
