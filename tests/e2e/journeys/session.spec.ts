import type { Page } from '@playwright/test';

import { pass, takeClock } from '../fixtures/clock';
import { connection, expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

const IDLE_SECONDS = 20 * 60;
const WARNING_SECONDS = 2 * 60;
const DOCUMENT = '/documents/patient-asthma';

test.describe('two minutes before the end', () => {
  test.beforeEach(async ({ page, mock, w }) => {
    await takeClock(page);
    await page.goto(DOCUMENT);
    await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
    // What warns comes with what tells of live changes.
    await expectLive(page, w);
    await pass(page, mock, IDLE_SECONDS - WARNING_SECONDS + 1);
  });

  test('a warning comes, and one press extends the session', async ({ page, mock, w }) => {
    const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('timer')).toHaveText(/^1:[0-5]\d$/);
    const stay = dialog.getByRole('button', { name: w.text('beside:session_end.stay') });
    await expect(stay).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    expect(await mock.count('extend_session')).toBe(1);
    await pass(page, mock, WARNING_SECONDS + 60);
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(DOCUMENT);
  });

  test('the time left is said now and then, and not every second', async ({ page, mock, w }) => {
    const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
    const said = dialog.getByRole('status');
    await expect(said).toHaveText(w.text('beside:session_end.two_minutes'));
    await pass(page, mock, 60);
    await expect(said).toHaveText(w.text('beside:session_end.one_minute'));
    await pass(page, mock, 10);
    await expect(said).toHaveText(w.text('beside:session_end.one_minute'));
    await pass(page, mock, 25);
    await expect(said).toHaveText(w.text('beside:session_end.half_minute'));
  });

  test('Escape extends it too', async ({ page, mock, w }) => {
    const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await mock.count('extend_session')).toBe(1);
  });

  test('an extension that fails says so, and can be tried again', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^500 \/api\/v1\/session\/extension$/);
    await mock.fail({ route: 'extend_session', kind: 'status', code: 'internal', count: 1 });
    const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
    const stay = dialog.getByRole('button', { name: w.text('beside:session_end.stay') });
    await stay.click();
    await expect(dialog.getByRole('alert')).toHaveText(w.text('beside:session_end.failed'));
    await stay.click();
    await expect(dialog).toBeHidden();
  });

  test('one can sign out at once', async ({ page, w }) => {
    const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
    await dialog.getByRole('button', { name: w.text('beside:session_end.leave') }).click();
    await expect(page).toHaveURL(/\/sign-in\?outcome=signed_out$/);
    await expect(dialog).toBeHidden();
  });
});

for (const [how, clock] of [['the server says so', false], ['its time is over, without a word of the server', true]] as const) {
  test(`a session that ends while one reads, as ${how}, leads back to the same place`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^401 /);
    if (clock) {
      trouble.allow(/^503 \/api\/v1\/changes(\/stream)?$/);
      for (const route of ['stream_changes', 'get_changes']) await mock.fail({ route, kind: 'status', code: 'unavailable' });
      await takeClock(page);
    }
    await page.goto(DOCUMENT);
    const history = page.getByRole('heading', { name: w.text('document:history.title') });
    await expect(history).toBeVisible();
    if (clock) {
      // What looks at the clock comes with what tells of live changes.
      await expect(connection(page, w, 'polling')).toBeVisible();
      await pass(page, mock, IDLE_SECONDS + 1);
    } else {
      await mock.advance(IDLE_SECONDS + 1);
    }

    await expect(page).toHaveURL(/\/sign-in\?outcome=expired/);
    await expect(page.getByRole('status').filter({ hasText: w.text('sign_in:expired') })).toBeVisible();
    await expect(history).toHaveCount(0);
    await expect(page.getByText('Лекарства за бронхиална астма')).toHaveCount(0);
    await page.getByRole('link', { name: w.text('sign_in:button') }).click();
    await page.getByRole('button', { name: 'Мария Примерова' }).click();
    await expect(page).toHaveURL(DOCUMENT);
    await expect(history).toBeVisible();
  });
}

test('filter and text of the list are there again after the session ended', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^401 /);
  await page.goto('/documents?kind=medicine_protocol&sort=number');
  const count = page.getByRole('status').filter({ hasText: w.pattern('documents.count', { n: 8 }) });
  await expect(page.getByLabel(w.text('sort.label'))).toHaveValue('number');
  await mock.advance(IDLE_SECONDS + 1);
  await expect(page).toHaveURL(/\/sign-in\?outcome=expired/);
  await page.getByRole('link', { name: w.text('sign_in:button') }).click();
  await page.getByRole('button', { name: 'Мария Примерова' }).click();
  await expect(page).toHaveURL('/documents?kind=medicine_protocol&sort=number');
  await expect(page.getByLabel(w.text('filters.kind'))).toHaveValue('medicine_protocol');
  await expect(count).toBeVisible();
});

test('a session that is extended in one tab does not end in the other', async ({ context, page, mock, w }) => {
  await takeClock(page);
  await page.goto(DOCUMENT);
  await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/documents');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(w.text('documents.title'));
  for (const tab of [page, other]) await expectLive(tab, w);
  const seconds = IDLE_SECONDS - WARNING_SECONDS + 1;
  await pass(page, mock, seconds);
  const dialog = (tab: Page) => tab.getByRole('dialog', { name: w.text('beside:session_end.title') });
  await expect(dialog(other)).toBeVisible();
  await dialog(page).getByRole('button', { name: w.text('beside:session_end.stay') }).click();
  await expect(dialog(page)).toBeHidden();
  await pass(page, mock, WARNING_SECONDS + 1);
  await expect(page).toHaveURL(DOCUMENT);
  await expect(dialog(other)).toBeHidden();
  await expect(other).toHaveURL('/documents');
});

test('what is typed and not saved is named before the session ends', async ({ page, mock, w }) => {
  await takeClock(page);
  await page.goto('/account');
  await page.getByRole('textbox', { name: w.text('account:contacts.address'), exact: true }).fill('Варна');
  await expectLive(page, w);
  await pass(page, mock, IDLE_SECONDS - WARNING_SECONDS + 1);
  const dialog = page.getByRole('dialog', { name: w.text('beside:session_end.title') });
  await expect(dialog.getByRole('alert')).toHaveText(w.text('beside:session_end.unsaved'));
  await dialog.getByRole('button', { name: w.text('beside:session_end.stay') }).click();
  await expect(dialog).toBeHidden();
});
