import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

function details(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: w.text('details:title'), exact: true });
}

/** What stands beside a name. */
function value(page: Page, w: Words, key: string): Locator {
  const line = details(page, w).locator('div').filter({ has: page.getByText(w.text(`details:${key}`), { exact: true }) });
  return line.getByRole('definition');
}

test('a referral says to whom it leads and when it was made', async ({ page, w }) => {
  await page.goto('/documents/patient-cardiologist');
  await expect(value(page, w, 'referral.to')).toHaveText(w.text('details:referral.specialist'));
  await expect(value(page, w, 'referral.specialty')).toHaveText('Кардиология');
  await expect(value(page, w, 'issued')).toHaveText(w.day('2026-10-30'));
  await expectAccessibleInEveryTheme(page, 'a referral');
  await expectNoSidewaysScroll(page, 'a referral');
});

test('a document asked of a practice says what was asked, and how', async ({ page, w }) => {
  await page.goto('/documents/patient-certificate');
  await expect(value(page, w, 'request.paper')).toHaveText(w.text('details:request.another'));
  await expect(value(page, w, 'request.asked')).not.toBeEmpty();
});

test('a protocol for medicines has nothing of the kind, and asks for nothing', async ({ page, w }) => {
  await page.goto('/documents/patient-insulin');
  await expect(page.getByRole('region', { name: w.text('deadlines:title'), exact: true })).toBeVisible();
  await expect(details(page, w)).toHaveCount(0);
});
