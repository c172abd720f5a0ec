import type { Page } from '@playwright/test';

import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

test('an unknown address says so and leads on', async ({ page, trouble, w }) => {
  // Written by hand, not by the app.
  trouble.allow(/^personal in an address: \S+\/я$/);
  for (const path of ['/no-such-page', '/documents/x/y', '/documents/a%20b', '/account/more', '/%D1%8F']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('not_found.title'));
    await expect(page).toHaveTitle(w.text('app.page_title', { title: w.text('not_found.title') }));
  }
  await page.getByRole('main').getByRole('link', { name: w.text('documents.title') }).click();
  await expect(page).toHaveURL('/documents');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

/** All that a page says and shows. */
async function whole(page: Page): Promise<string> {
  return `${await page.title()} ${await page.locator('body').ariaSnapshot()}`;
}

test('the document of somebody else looks like one that does not exist', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^403 \/api\/v1\/documents\//);
  const { personas } = await mock.meta();
  const foreign = personas.find(({ key }) => key === 'carer')?.documents[0] ?? '';
  const seen: string[] = [];
  for (const id of [foreign, 'no-such-document']) {
    const answered = page.waitForResponse(`**/api/v1/documents/${id}`);
    await page.goto(`/documents/${id}`);
    const answer = await answered;
    expect(answer.status()).toBe(403);
    const { request_id: _, instance: __, ...said } = (await answer.json()) as Record<string, unknown>;
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading', { name: w.text('error.not_allowed') })).toBeVisible();
    await expectLive(page, w);
    seen.push(`${JSON.stringify(said)} ${await whole(page)}`.replaceAll(id, 'ID'));
  }
  expect(seen[0]).toBe(seen[1]);
  await page.getByRole('alert').getByRole('link', { name: w.text('documents.all') }).click();
  await expect(page).toHaveURL('/documents');
});

test('a query that is not understood says so, and shows the list all the same', async ({ page, trouble, w }) => {
  trouble.allow(/^personal in an address: \S+(egn=8001010000|q=рак)$/);
  const list = page.getByRole('list', { name: w.text('documents.list') });
  for (const query of ['kind=spaceship', 'person=%00', 'sort=', 'egn=8001010000', 'need=maybe', 'q=%D1%80%D0%B0%D0%BA']) {
    await page.goto(`/documents?${query}`);
    await expect(page.getByRole('status').filter({ hasText: w.text('documents.damaged') })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: w.text('documents.count', { n: 18 }) })).toBeVisible();
    await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '18');
  }
  await page.goto('/documents?kind=medicine_protocol&group=nonsense');
  await expect(page.getByRole('status').filter({ hasText: w.text('documents.damaged') })).toBeVisible();
  await expect(page.getByLabel(w.text('filters.kind'))).toHaveValue('medicine_protocol');
  await page.getByLabel(w.text('sort.label')).selectOption('number');
  await expect(page).toHaveURL('/documents?kind=medicine_protocol&sort=number');
  await expect(page.getByRole('status').filter({ hasText: w.text('documents.damaged') })).toHaveCount(0);
});

test('what stands in an address is never taken for HTML', async ({ page, w }) => {
  await page.goto('/documents?person=%3Cimg%20src=x%20onerror=alert(1)%3E');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  await expect(page.locator('main img')).toHaveCount(0);
});
