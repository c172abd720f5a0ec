import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { painted } from '../fixtures/clock';
import { somebodyElse } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const DAY = 24 * 60 * 60;
const DOCUMENT = '/documents/patient-migraine';

/** A text of the section. */
function says(w: Words, key: string): string {
  return w.text(`hiding:${key}`);
}

function section(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'title'), exact: true });
}

function button(page: Page, w: Words, key: string): Locator {
  return section(page, w).getByRole('button', { name: says(w, key), exact: true });
}

function said(page: Page, w: Words, key: string): Locator {
  return page.getByRole('status').filter({ hasText: says(w, key) });
}

test('one’s own document is hidden and shown again, says what that means, and stays so', async ({ page, mock, w }) => {
  await page.goto(DOCUMENT);
  await expect(section(page, w)).toContainText(says(w, 'shown'));
  await expect(button(page, w, 'hide')).toHaveAccessibleDescription(says(w, 'means'));
  await expectLive(page, w);
  await button(page, w, 'hide').click();
  await expect(said(page, w, 'said_hidden')).toBeAttached();
  await expect(section(page, w)).toContainText(says(w, 'hidden'));
  await expect(button(page, w, 'show')).toBeFocused();
  await expectAccessibleInEveryTheme(page, 'a hidden document');
  await page.reload();
  await expect(section(page, w)).toContainText(says(w, 'hidden'));
  await button(page, w, 'show').click();
  await expect(said(page, w, 'said_shown')).toBeAttached();
  await expect(section(page, w)).toContainText(says(w, 'shown'));
  await page.reload();
  await expect(button(page, w, 'hide')).toBeVisible();
  expect(await mock.count('hide_document')).toBe(2);
});

test('with the keyboard alone: the focus stays, also when the document is read again behind the change', async ({ page, w }) => {
  await page.goto(DOCUMENT);
  await expectLive(page, w);
  await tabTo(page, new RegExp(`^${escape(says(w, 'hide'))}$`));
  for (const [key, then] of [
    ['Enter', 'show'],
    ['Space', 'hide'],
  ]) {
    const again = page.waitForResponse((answer) => answer.url().endsWith(`/api/v1${DOCUMENT}`));
    await page.keyboard.press(key);
    await (await again).finished();
    await painted(page);
    await expect(button(page, w, then)).toBeFocused();
  }
});

for (const kind of ['status', 'drop', 'garbage'] as const) {
  test(`a change that is not confirmed (${kind}) says so beside the button, and is tried again`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/documents\/patient-migraine\/hidden$/);
    const code = kind === 'status' ? { code: 'internal' } : {};
    await page.goto(DOCUMENT);
    await expect(button(page, w, 'hide')).toBeVisible();
    await mock.fail({ route: 'hide_document', kind, ...code, count: 1 });
    await button(page, w, 'hide').click();
    const alert = section(page, w).getByRole('alert');
    await expect(alert).toContainText(says(w, 'failed'));
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a document that was not hidden');
    await alert.getByRole('button', { name: w.text('retry') }).click();
    await expect(section(page, w)).toContainText(says(w, 'hidden'));
    await expect(alert).toHaveCount(0);
    await expect(button(page, w, 'show')).toBeFocused();
  });
}

test('an answer that was lost on its way: the document itself says that it is done', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^net::\S+ \/api\/v1\/documents\/patient-migraine\/hidden$/);
  await page.goto(DOCUMENT);
  await expect(button(page, w, 'hide')).toBeVisible();
  await expectLive(page, w);
  await mock.fail({ route: 'hide_document', kind: 'cut', count: 1 });
  await button(page, w, 'hide').click();
  await expect(section(page, w)).toContainText(says(w, 'hidden'));
  await expect(section(page, w).getByRole('alert')).toHaveCount(0);
  expect(await mock.count('hide_document')).toBe(1);
});

test('while it is being saved it is not sent again', async ({ page, mock, w }) => {
  await page.goto(DOCUMENT);
  await expect(button(page, w, 'hide')).toBeVisible();
  await mock.fail({ route: 'hide_document', kind: 'hold' });
  await button(page, w, 'hide').click();
  const busy = button(page, w, 'busy');
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await busy.focus();
  await page.keyboard.press('Enter');
  await mock.mend();
  await expect(section(page, w)).toContainText(says(w, 'hidden'));
  expect(await mock.count('hide_document')).toBe(1);
});

test.describe('of an elderly mother', () => {
  test.use({ persona: 'mother' });

  test('her son does not see it while it is hidden, and may not hide it himself', async ({ page, mock, browser, trouble, w }) => {
    const son = await somebodyElse(browser, mock, w, 'carer');
    await son.goto('/documents/stefka-memory');
    await expect(son.getByRole('button', { name: w.text('document:report.whole') })).toBeVisible();
    await expect(section(son, w)).toHaveCount(0);
    await expectLive(son, w);
    await page.goto('/documents/stefka-memory');
    await button(page, w, 'hide').click();
    await expect(section(page, w)).toContainText(says(w, 'hidden'));
    await expect(son.getByRole('heading', { name: w.text('document:history.title') })).toHaveCount(0);
    await button(page, w, 'show').click();
    await expect(section(page, w)).toContainText(says(w, 'shown'));
    await son.reload();
    await expect(son.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
    expect(trouble.unexpected()).toEqual([]);
    await son.context().close();
  });
});

test.describe('of somebody young', () => {
  test.use({ persona: 'teen' });

  test('under sixteen there is nothing to hide with, from sixteen on there is', async ({ page, mock, signIn, w }) => {
    await page.goto('/documents/boris-insulin');
    await expect(page.getByRole('button', { name: w.text('document:report.whole') })).toBeVisible();
    await expect(section(page, w)).toHaveCount(0);
    await mock.advance(10 * DAY);
    await signIn('teen');
    await page.goto('/documents/boris-insulin');
    await expect(button(page, w, 'hide')).toBeVisible();
  });
});
