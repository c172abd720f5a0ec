import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { arrive, tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const READ_AT = '2026-11-22T08:00:00Z';
const DAY = 24 * 60 * 60;

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`pharmacy:${key}`, values);
}

/** What stands beside a word on the sheet. */
function value(page: Page, label: string): Locator {
  return page.getByRole('main').locator('dl > div').filter({ has: page.getByText(label, { exact: true }) }).getByRole('definition');
}

/** Counts what a browser is asked to print. */
function countPrints(): void {
  Object.assign(globalThis, { printed: 0 });
  globalThis.print = () => {
    (globalThis as unknown as { printed: number }).printed += 1;
  };
}

const printed = (page: Page) => page.evaluate(() => (globalThis as unknown as { printed: number }).printed);

test('a protocol: number, medicine, name, until when, what is left, when it was read', async ({ page, w }) => {
  await page.goto('/documents/patient-insulin/pharmacy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(says(w, 'title'));
  await expect(value(page, says(w, 'number'))).toHaveText('ПЛ-2200-004512');
  await expect(value(page, says(w, 'medicine'))).toHaveText('Инсулинови аналози');
  await expect(value(page, says(w, 'person'))).toHaveText('Мария Примерова');
  await expect(value(page, says(w, 'group'))).toHaveText('IC');
  await expect(value(page, says(w, 'valid'))).toHaveText(says(w, 'until', { day: w.day('2026-12-05') }));
  await expect(value(page, 'Инсулин, писалки')).toHaveText(says(w, 'left.of', { left: '6', of: '60', unit: 'писалки' }));
  const main = page.getByRole('main');
  await expect(main).toContainText(says(w, 'in_use'));
  const source = w.text('document:source.protocol_register');
  await expect(main).toContainText(says(w, 'read.from', { source, at: w.moment(READ_AT, 'Europe/Sofia') }));
  await expectAccessibleInEveryTheme(page, 'a protocol for the pharmacy');
});

test('a prescription: what was dispensed, and a last day by the rule', async ({ page, w }) => {
  await page.goto('/documents/patient-pressure/pharmacy');
  await expect(value(page, says(w, 'valid'))).toHaveText(w.pattern('pharmacy:until_rule'));
  const main = page.getByRole('main');
  await expect(main).toContainText(says(w, 'dispensed.times', { done: 2, of: 0, times: 4 }));
  const first = { day: w.day('2026-09-15'), what: '2 опаковки', pharmacy: 'Аптека „Примерна“, София' };
  await expect(main.getByRole('listitem').first()).toHaveText(says(w, 'dispensed.at', first));
  await expectAccessibleInEveryTheme(page, 'a prescription for the pharmacy');
});

test('it is one sheet of paper with nothing to press on it', async ({ page, w }) => {
  await page.goto('/documents/patient-pressure/pharmacy');
  await expect(value(page, says(w, 'number'))).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: says(w, 'print') })).toBeHidden();
  await expect(value(page, says(w, 'number'))).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('from the document and back, and printed, with the keyboard alone', async ({ page, w }) => {
  await page.addInitScript(countPrints);
  await page.goto('/documents/patient-insulin');
  await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
  await tabTo(page, new RegExp(`^${escape(w.text('document:tools.print'))}$`));
  await page.keyboard.press('Enter');
  expect(await printed(page)).toBe(1);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/documents/patient-insulin/pharmacy');
  await arrive(page);
  await tabTo(page, new RegExp(`^${escape(says(w, 'print'))}$`));
  await page.keyboard.press('Space');
  expect(await printed(page)).toBe(2);
  await page.goBack();
  await expect(page).toHaveURL('/documents/patient-insulin');
});

test('what is not in force is not shown as if it were', async ({ page, mock, signIn, w }) => {
  const main = page.getByRole('main');
  await page.goto('/documents/patient-arthritis/pharmacy');
  await expect(main).toContainText(says(w, 'not_in_use', { status: w.text('status.refused') }));
  await expect(main).toContainText(says(w, 'until_none'));
  await expect(main).toContainText(says(w, 'left.not_kept'));
  await expect(main).not.toContainText(says(w, 'in_use'));
  await expectAccessibleInEveryTheme(page, 'a refused protocol for the pharmacy');
  await mock.advance(14 * DAY);
  await signIn('patient');
  await page.goto('/documents/patient-insulin/pharmacy');
  await expect(main).toContainText(says(w, 'over', { day: w.day('2026-12-05') }));
});

test('a document of another kind says that there is nothing, and has no link to it', async ({ page, w }) => {
  await page.goto('/documents/patient-wheelchair/pharmacy');
  await expect(page.getByRole('heading', { name: says(w, 'nothing.title') })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(says(w, 'nothing.text', { kind: w.text('kind.device_application') }));
  await expectAccessibleInEveryTheme(page, 'nothing for a pharmacy');
  await page.getByRole('main').getByRole('link', { name: says(w, 'back'), exact: true }).last().click();
  await expect(page).toHaveURL('/documents/patient-wheelchair');
  await expect(page.getByRole('button', { name: w.text('document:tools.print'), exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: w.text('document:tools.pharmacy'), exact: true })).toHaveCount(0);
});

test('what is dispensed meanwhile is there without a reload', async ({ page, mock, w }) => {
  await page.goto('/documents/patient-pressure/pharmacy');
  await expect(page.getByRole('main')).toContainText(says(w, 'in_use'));
  await expectLive(page, w);
  const before = await mock.count('get_document');
  await mock.event('patient-pressure', { kind: 'prescription.dispensed' });
  await expect(page.getByRole('main')).toContainText(says(w, 'not_in_use', { status: w.text('status.dispensed') }));
  expect(await mock.count('get_document')).toBe(before + 1);
});

test('somebody else’s document is not shown', async ({ page, trouble, w }) => {
  trouble.allow(/^403 \/api\/v1\/documents\/carer-gout$/);
  await page.goto('/documents/carer-gout/pharmacy');
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading', { name: w.text('error.not_allowed') })).toBeVisible();
  await expect(alert.getByRole('button')).toHaveCount(0);
  await expectAccessibleInEveryTheme(page, 'a pharmacy without access');
});

test('while it is read it says so, and what failed is tried again', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/documents\/patient-insulin$/);
  await mock.fail({ route: 'get_document', kind: 'hold' });
  await page.goto('/documents/patient-insulin/pharmacy');
  await expect(page.getByRole('status').filter({ hasText: w.text('loading') })).toBeVisible();
  await mock.mend();
  await expect(value(page, says(w, 'number'))).toBeVisible();
  await mock.fail({ route: 'get_document', kind: 'status', code: 'internal', count: 1 });
  await page.reload();
  const retry = page.getByRole('alert').getByRole('button', { name: w.text('retry') });
  await expect(retry).toBeVisible();
  await retry.click();
  await expect(value(page, says(w, 'number'))).toBeVisible();
});

test.describe('for somebody else', () => {
  test.use({ persona: 'carer' });

  test('the name on the sheet is that of the patient', async ({ page, w }) => {
    await page.goto('/documents/ani-asthma/pharmacy');
    await expect(value(page, says(w, 'person'))).toHaveText('Ани Образцова');
  });
});

test.describe('for somebody else', () => {
  test.use({ persona: 'carer' });

  test('the screen says for whom one acts, and the paper does not', async ({ page, w }) => {
    await page.goto('/documents/boris-sensors/pharmacy');
    const name = w.text('person.with_relation', { name: 'Борис Образцов', relation: w.text('relation.child') });
    const acting = page.getByText(w.text('person.acting', { name }));
    await expect(acting).toBeVisible();
    await expect(value(page, says(w, 'person'))).toHaveText('Борис Образцов');
    await expectAccessibleInEveryTheme(page, 'a protocol of a child for the pharmacy');
    await page.emulateMedia({ media: 'print' });
    await expect(acting).toBeHidden();
  });
});
