import type { Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

/** Everything that a page can leave on the device. */
async function kept(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => !/^yasno\.(lang|theme|text)$/.test(key)),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await Promise.all((await caches.keys()).map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return requests.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/api/'));
    })),
    cookies: document.cookie,
  }));
}

const SUBJECT = 'Лекарства за тежък псориазис';
const NOTHING = { local: [], session: [], databases: [], cookies: '' };

async function signOut(page: Page, w: Words): Promise<void> {
  await page.goto('/account');
  await leave(page, w);
}

/** Signs out on the account page. */
async function leave(page: Page, w: Words): Promise<void> {
  await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
  const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
  await dialog.getByRole('button', { name: w.text('account:leaving.confirm') }).click();
}

test('signing out in one tab signs out the others, and nothing of the documents stays', async ({ context, page, trouble, w }) => {
  trouble.allow(/^401 /);
  const other = await context.newPage();
  await other.goto('/documents');
  await other.getByRole('link', { name: /тежък псориазис/ }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  await page.goto('/documents');
  await page.getByRole('searchbox').fill('псориазис');
  await signOut(page, w);

  for (const tab of [page, other]) {
    await expect(tab).toHaveURL('/sign-in?outcome=signed_out');
    await expect(tab.getByRole('status').filter({ hasText: w.text('sign_in:signed_out') })).toBeVisible();
    await expect(tab.getByText(SUBJECT)).toHaveCount(0);
    await expect(tab.getByText('Мария Примерова')).toHaveCount(0);
    expect(await kept(tab)).toMatchObject(NOTHING);
    expect((await kept(tab)).caches).toEqual(expect.not.arrayContaining([expect.arrayContaining([expect.anything()])]));
  }
  expect((await context.cookies()).filter(({ value }) => value !== '')).toEqual([]);

  await other.goBack();
  await expect(other.getByRole('link', { name: w.text('sign_in:button') })).toBeVisible();
  await expect(other.getByText(SUBJECT)).toHaveCount(0);
});

test('while one reads and searches, nothing is kept and the address tells nothing', async ({ page, w }) => {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
  await page.goto('/documents');
  await page.getByRole('searchbox').fill('псориазис');
  await expect(page.getByRole('status').filter({ hasText: w.text('documents.count', { n: 1 }) })).toBeVisible();
  expect(page.url()).not.toContain('?');
  await page.getByRole('button', { name: w.text('filters.more') }).click();
  await page.getByLabel(w.text('filters.kind')).selectOption('medicine_protocol');
  await expect(page).toHaveURL('/documents?kind=medicine_protocol');
  await page.getByRole('link', { name: /псориазис/i }).click();
  await expect(page).toHaveURL('/documents/patient-psoriasis');
  expect(await kept(page)).toMatchObject(NOTHING);
  expect(urls.filter((url) => /псориазис/i.test(url))).toEqual([]);
});

test('a sign-out that fails says so, and one is still signed in', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/session$/);
  await mock.fail({ route: 'sign_out', kind: 'status', code: 'internal', count: 1 });
  await signOut(page, w);
  const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
  await expect(dialog.getByRole('alert')).toContainText(w.text('account:leaving.failed'));
  await dialog.getByRole('button', { name: w.text('account:leaving.retry') }).click();
  await expect(page).toHaveURL('/sign-in?outcome=signed_out');
});

test('the next person does not land on the page of the last one', async ({ page, trouble, w }) => {
  trouble.allow(/^401 /);
  await signOut(page, w);
  await page.getByRole('link', { name: w.text('sign_in:button') }).click();
  await page.getByRole('button', { name: 'Нора Празнева' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { name: w.text('home.empty') })).toBeVisible();
});

test('no entry of the history holds what was searched for, before or after one signed out', async ({ page, trouble, w }) => {
  trouble.allow(/^401 /);
  const states: string[] = [];
  await page.exposeFunction('seen', (state: string) => states.push(state));
  // Before the app can change anything of it.
  await page.addInitScript(() => {
    const { seen } = globalThis as unknown as { seen: (state: string) => void };
    addEventListener('popstate', (event) => seen(JSON.stringify(event.state)));
  });
  const places = page.getByRole('navigation', { name: w.text('places.label') });
  const search = page.getByRole('searchbox');
  await page.goto('/');
  await places.getByRole('link', { name: w.pattern('places.documents') }).click();
  await search.fill('псориазис');
  await page.getByRole('link', { name: /псориазис/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SUBJECT);
  await page.goBack();
  await expect(search).toHaveValue('псориазис');
  await page.reload();
  await expect(search).toHaveValue('псориазис');
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('псориазис');

  await places.getByRole('link', { name: w.text('places.account'), exact: true }).click();
  await leave(page, w);
  await expect(page).toHaveURL('/sign-in?outcome=signed_out');
  // Back over the list, and over home before it.
  const before = states.length;
  for (const back of [1, 2]) {
    await page.goBack();
    await expect.poll(() => states.length).toBe(before + back);
    await expect(page).toHaveURL('/sign-in?outcome=signed_out');
  }
  expect(states[before]).toContain('entry');
  expect(states.filter((state) => state.includes('псориазис'))).toEqual([]);
});

test('what one searched for is never shown to the next person', async ({ page, signIn, trouble, w }) => {
  trouble.allow(/^401 /);
  await page.goto('/documents');
  const search = page.getByRole('searchbox');
  await search.fill('псориазис');
  await signOut(page, w);
  await expect(page).toHaveURL('/sign-in?outcome=signed_out');
  await signIn('carer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/documents');
  await expect(search).toHaveValue('');
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('псориазис');
});
