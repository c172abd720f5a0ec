import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectAccessibleInEveryTheme } from '../fixtures/axe';
import { somebodyElse } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const DOCUMENT = '/documents/patient-insulin';

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`document:report.${key}`, values);
}

function section(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'title'), exact: true });
}

function question(page: Page, w: Words) {
  const dialog = page.getByRole('dialog', { name: says(w, 'heading') });
  return {
    dialog,
    text: dialog.getByRole('textbox', { name: says(w, 'words') }),
    send: dialog.getByRole('button', { name: says(w, 'send'), exact: true }),
    cancel: dialog.getByRole('button', { name: says(w, 'cancel'), exact: true }),
  };
}

/** The button of the entry on the documents that came in. */
function button(page: Page, w: Words): Locator {
  const event = w.text('document:event.protocol_docs_received');
  return page.getByRole('button', { name: says(w, 'of', { label: says(w, 'button'), event }), exact: true });
}

test.describe('of oneself', () => {
  test.beforeEach(async ({ page, w }) => {
    await page.goto(DOCUMENT);
    await expect(section(page, w).getByRole('button', { name: says(w, 'whole') })).toBeVisible();
  });

  test('an entry is reported with a number, and stands below the document with its state', async ({ page, mock, w }) => {
    await button(page, w).click();
    const { dialog, text, send } = question(page, w);
    await expect(dialog).toContainText(w.text('document:event.protocol_docs_received'));
    await text.fill('На този ден не съм подавала нищо.');
    await expectAccessible(page, 'the question about an entry');
    await send.click();
    await expect(dialog.locator(':focus')).toHaveText(says(w, 'sent', { number: 'R-2026-000001' }));
    await expect(dialog).toContainText(says(w, 'checker', { who: says(w, 'checker_regional_fund') }));
    for (const next of ['compared', 'entry_stays', 'answer_here', 'sign_ins']) {
      await expect(dialog.getByRole('listitem').filter({ hasText: says(w, `next_${next}`) })).toBeVisible();
    }
    await expect(dialog).toContainText(says(w, 'no_term'));
    await expectAccessible(page, 'a report that was sent');
    await dialog.getByRole('button', { name: says(w, 'close'), exact: true }).click();
    await expect(button(page, w)).toBeFocused();
    const card = section(page, w).getByRole('listitem').filter({ hasText: says(w, 'number', { number: 'R-2026-000001' }) });
    await expect(card).toContainText(w.pattern('document:report.since', { state: says(w, 'state_received') }));
    await expect(card).toContainText('На този ден не съм подавала нищо.');
    await mock.asked('R-2026-000001', { state: 'answered', answer: 'Записът е изтрит.' });
    await page.reload();
    await expect(card).toContainText(w.pattern('document:report.since', { state: says(w, 'state_answered') }));
    await expect(card).toContainText('Записът е изтрит.');
    await expect(card).not.toContainText(says(w, 'no_term'));
    await expectAccessible(page, 'a report that was answered');
  });

  test('the whole document is reported with the keyboard alone', async ({ page, w }) => {
    await tabTo(page, new RegExp(`^${escape(says(w, 'whole'))}$`));
    await page.keyboard.press('Enter');
    const { dialog } = question(page, w);
    await expect(dialog).toContainText(says(w, 'about_whole'));
    await expect(dialog.getByRole('radio', { name: says(w, 'not_me') })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, new RegExp(`^${escape(says(w, 'send'))}$`));
    await page.keyboard.press('Enter');
    await expect(dialog.locator(':focus')).toHaveText(says(w, 'sent', { number: 'R-2026-000001' }));
    await expect(dialog.getByRole('link', { name: says(w, 'next_sign_ins_link') })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(section(page, w).getByRole('listitem')).toContainText(says(w, 'wrong_data'));
  });

  test('a text that is too long is said beside its field and not sent', async ({ page, mock, w }) => {
    await button(page, w).click();
    const { text, send } = question(page, w);
    await text.fill('я'.repeat(1001));
    await send.click();
    await expect(text).toBeFocused();
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await expect(text).toHaveAccessibleDescription(new RegExp(escape(says(w, 'too_long', { limit: 1000 }))));
    expect(await mock.count('report_document')).toBe(0);
    await text.fill('я'.repeat(1000));
    await send.click();
    await expect(page.getByRole('dialog')).toContainText(says(w, 'sent', { number: 'R-2026-000001' }));
  });

  for (const kind of ['status', 'drop', 'cut', 'garbage'] as const) {
    test(`a report that is not sent (${kind}) stays as it was written, and is kept once`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^(500|net::\S+) \/api\/v1\/documents\/patient-insulin\/reports$/);
      const code = kind === 'status' ? { code: 'internal' } : {};
      await mock.fail({ route: 'report_document', kind, ...code, count: 1 });
      await button(page, w).click();
      const { dialog, text, send } = question(page, w);
      await text.fill('Не бях аз.');
      await send.click();
      await expect(dialog.getByRole('alert')).toContainText(says(w, 'failed'));
      await expect(text).toHaveValue('Не бях аз.');
      await send.click();
      await expect(dialog.locator(':focus')).toHaveText(says(w, 'sent', { number: 'R-2026-000001' }));
      await dialog.getByRole('button', { name: says(w, 'close'), exact: true }).click();
      await expect(section(page, w).getByRole('listitem')).toHaveCount(1);
    });
  }

  test('while it is being sent it is not sent again', async ({ page, mock, w }) => {
    await mock.fail({ route: 'report_document', kind: 'hold' });
    await button(page, w).click();
    const { dialog, send } = question(page, w);
    await send.click();
    const busy = dialog.getByRole('button', { name: says(w, 'sending') });
    await expect(busy).toHaveAttribute('aria-disabled', 'true');
    await busy.focus();
    await page.keyboard.press('Enter');
    await mock.mend();
    await expect(dialog).toContainText(says(w, 'sent', { number: 'R-2026-000001' }));
    expect(await mock.count('report_document')).toBe(1);
  });

  test('a live change while one writes takes nothing away, and leaving the question keeps what is written', async ({ page, mock, w }) => {
    await expectLive(page, w);
    await button(page, w).click();
    const { dialog, text, cancel } = question(page, w);
    await text.fill('Недописано');
    await mock.event('patient-insulin', { kind: 'protocol.terminated' });
    await expect(page.getByRole('article').getByText(w.text('document:event.protocol_terminated')).first()).toBeAttached();
    await expect(text).toHaveValue('Недописано');
    await expect(text).toBeFocused();
    await cancel.click();
    await expect(dialog).toBeHidden();
    await button(page, w).click();
    await expect(text).toHaveValue('Недописано');
    expect(await page.evaluate(() => JSON.stringify([Object.entries(localStorage), history.state]))).not.toContain('Недописано');
  });
});

test.describe('for somebody else', () => {
  test.use({ persona: 'carer' });

  test('the button does not say "me"', async ({ page, w }) => {
    await page.goto('/documents/ani-asthma');
    const label = new RegExp(`^${escape(says(w, 'button_other'))}: `);
    await expect(page.getByRole('button', { name: label }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: new RegExp(`^${escape(says(w, 'button'))}: `) })).toHaveCount(0);
  });

  test('before it is sent, whose it is stands there by name; "not now" sends nothing and keeps what was written', async ({ page, mock, w }) => {
    await page.goto('/documents/ani-asthma');
    await section(page, w).getByRole('button', { name: says(w, 'whole') }).click();
    const { dialog, text, send } = question(page, w);
    await text.fill('Това не е нейно.');
    await send.click();
    const name = w.text('person.with_relation', { name: 'Ани Образцова', relation: w.text('relation.child') });
    const guard = page.getByRole('dialog', { name: w.text('document:guard.report_heading', { name }) });
    await expect(guard.getByRole('button', { name: w.text('guard.no') })).toBeFocused();
    await expectAccessibleInEveryTheme(page, 'whose document a report is about');
    await page.keyboard.press('Escape');
    await expect(guard).toBeHidden();
    await expect(send).toBeFocused();
    await expect(text).toHaveValue('Това не е нейно.');
    expect(await mock.count('report_document')).toBe(0);
    await page.keyboard.press('Enter');
    await tabTo(page, new RegExp(`^${escape(w.text('guard.yes'))}$`));
    await page.keyboard.press('Enter');
    await expect(dialog.locator(':focus')).toHaveText(says(w, 'sent', { number: 'R-2026-000001' }));
    expect(await mock.count('report_document')).toBe(1);
  });

  test('the person sees what was reported for them, and by whom', async ({ page, browser, mock, w }) => {
    await page.goto('/documents/stefka-walker');
    await section(page, w).getByRole('button', { name: says(w, 'whole') }).click();
    const { dialog, text, send } = question(page, w);
    await text.fill('Тя не е получавала нищо.');
    await send.click();
    await page.getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
    await expect(dialog.locator(':focus')).toHaveText(says(w, 'sent', { number: 'R-2026-000001' }));
    const mother = await somebodyElse(browser, mock, w, 'mother');
    await mother.goto('/documents/stefka-walker');
    const card = section(mother, w).getByRole('listitem').filter({ hasText: 'R-2026-000001' });
    await expect(card).toContainText(says(w, 'by', { name: 'Георги Образцов' }));
    await expect(card).toContainText(says(w, 'their_words', { name: 'Георги Образцов' }));
    await expect(card).toContainText('Тя не е получавала нищо.');
    await expectAccessibleInEveryTheme(mother, 'what was reported for somebody');
    await mother.context().close();
  });
});
