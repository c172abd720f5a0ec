import type { Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { somebodyElse } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { beginElsewhere, confirmEmail, doElsewhere, outbox, priceElsewhere, testElsewhere, TextPage, TEXTS, version, versions, wants, writeElsewhere } from '../fixtures/templates';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const SUBJECT = 'subjects:of.protocol_approved';

function chip(page: Page, w: Words, group: string, name: string) {
  return page.getByRole('navigation', { name: w.text(`templates:${group}`) }).getByRole('link', { name, exact: true });
}

test.describe('who writes', () => {
  test.use({ persona: 'editor' });

  test('cannot decide about it: neither a button nor the server lets them', async ({ page, w }) => {
    const editor = new TextPage(page, w);
    await editor.open(TEXTS.submitted);
    await editor.expectState(2, 'submitted');
    await expect(editor.deed('take_back')).toBeVisible();
    for (const key of ['approve', 'reject', 'put_in_use', 'roll_back']) await expect(editor.deed(key)).toHaveCount(0);
    for (const [text, number, deed] of [
      [TEXTS.submitted, 2, 'approve'],
      [TEXTS.submitted, 2, 'reject'],
      [TEXTS.approved, 2, 'put_in_use'],
      [TEXTS.inUse, 1, 'roll_back'],
    ] as const) {
      const answer = await doElsewhere(page.request, text, number, { deed, reason: 'Така.', confirmed: true });
      expect([deed, answer.status(), (await answer.json()).code]).toEqual([deed, 403, 'role_missing']);
    }
  });

  test('takes it back from who decides, who then cannot approve what they did not see', async ({ page, mock, browser, w }) => {
    const approver = new TextPage(await somebodyElse(browser, mock, w, 'approver'), w);
    await approver.open(TEXTS.submitted);
    await expect(approver.deed('approve')).toBeVisible();
    const editor = new TextPage(page, w);
    await editor.open(TEXTS.submitted);
    await editor.deed('take_back').click();
    await editor.expectState(2, 'draft');
    await editor.write('НЗОК: ((whom??За ((whom)). ))Отказ по протокол ((number)).');
    await editor.deed('submit').click();
    await editor.expectState(2, 'submitted');
    await approver.deed('approve').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toContainText(w.text('error.changed'));
    await expect(approver.page.getByText('Отказ по протокол ((number)).').first()).toBeVisible();
    expect((await version(page.request, TEXTS.submitted, 2)).state).toBe('submitted');
    await approver.deed('approve').click();
    await approver.expectState(2, 'approved');
    await approver.page.context().close();
  });

  test('has one version open at a time', async ({ page, w }) => {
    const editor = new TextPage(page, w);
    await editor.open(TEXTS.draft);
    await editor.part('history_title').getByRole('button', { name: w.text('templates:history_show', { n: 1 }) }).click();
    await editor.expectState(1, 'in_use');
    await expect(editor.part('deeds_title')).toContainText(w.text('templates:refused.another_open'));
    await expect(editor.deed('begin', { n: 1 })).toHaveCount(0);
    const answer = await beginElsewhere(page.request, TEXTS.draft, 1);
    expect([answer.status(), (await answer.json()).code]).toEqual([409, 'version_open']);
  });

  test('who begins one while another tab did says so, and shows that one', async ({ page, trouble, w }) => {
    trouble.allow(/^409 \/api\/v1\/templates\//);
    const editor = new TextPage(page, w);
    await editor.open(TEXTS.inUse);
    expect((await beginElsewhere(page.request, TEXTS.inUse, 2)).status()).toBe(201);
    await editor.deed('begin', { n: 2 }).click();
    await expect(editor.part('deeds_title').getByRole('alert')).toBeVisible();
    await editor.expectState(3, 'draft');
    expect(await versions(page.request, TEXTS.inUse)).toHaveLength(3);
  });

  test('goes on with what was rejected', async ({ page, w }) => {
    const editor = new TextPage(page, w);
    await editor.open(TEXTS.rejected);
    await editor.expectState(2, 'rejected');
    await editor.write('((whom??За ((whom)): ))Посещение на ((day)) в ((time)), ((office)).');
    await editor.expectState(2, 'draft');
    await editor.deed('submit').click();
    await editor.expectState(2, 'submitted');
  });

  test('sets no prices', async ({ page, w }) => {
    await page.goto('/staff/templates');
    await page.getByText(w.text('templates:tariff.title')).click();
    await expect(page.getByText(w.money(4500, 'EUR'))).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    expect((await priceElsewhere(page.request, 1, 1)).status()).toBe(403);
  });

  test('does all of it with the keyboard alone', async ({ page, w }) => {
    const editor = new TextPage(page, w);
    const named = (text: string) => new RegExp(`^${escape(text)}$`);
    await editor.open(TEXTS.draft);
    await tabTo(page, named(w.text('templates:text')));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('НЗОК: ((whom??За ((whom)). ))Одобрено е ((number)), до ');
    await expect(editor.drawn).toContainText('Одобрено е');
    await tabTo(page, new RegExp(`${escape(w.text('templates:values_put'))}.*until`));
    await page.keyboard.press('Enter');
    await expect(editor.text).toBeFocused();
    await page.keyboard.type('.');
    await tabTo(page, named(w.text('form:save')));
    await page.keyboard.press('Enter');
    await expect(editor.saved).toBeVisible();
    expect((await version(page.request, TEXTS.draft, 2)).text).toBe('НЗОК: ((whom??За ((whom)). ))Одобрено е ((number)), до ((until)).');
    await tabTo(page, named(w.text('templates:deed.submit')));
    await page.keyboard.press('Enter');
    await editor.expectState(2, 'submitted');
    await expectNoSidewaysScroll(page, 'a text');
  });
});

test.describe('who approves', () => {
  test.use({ persona: 'approver' });

  test('writes nothing, and gives a reason for a no', async ({ page, mock, w }) => {
    const approver = new TextPage(page, w);
    await approver.open(TEXTS.submitted);
    await expect(approver.part('editor_title')).toHaveCount(0);
    await expect(approver.part('values_title').getByRole('button')).toHaveCount(0);
    for (const key of ['submit', 'take_back']) await expect(approver.deed(key)).toHaveCount(0);
    expect((await writeElsewhere(page.request, TEXTS.draft, 2, { text: 'НЗОК' })).status()).toBe(403);
    await page.getByRole('textbox', { name: w.text('templates:reason') }).fill('  ');
    await approver.deed('reject').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toHaveText(w.text('templates:refused.reason'));
    expect(await mock.count('do_template_deed')).toBe(0);
    await expectAccessibleInEveryTheme(page, 'a version to decide about');
    const answer = await doElsewhere(page.request, TEXTS.submitted, 2, { deed: 'reject' });
    expect(answer.status()).toBe(422);
  });

  test('puts in use what breaks something only when they say so', async ({ page, w }) => {
    const approver = new TextPage(page, w);
    await approver.open(TEXTS.approved);
    await expect(approver.part('deeds_title').getByText(w.text('templates:breaks.removed', { name: 'office' }))).toBeVisible();
    await approver.deed('put_in_use').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toHaveText(w.text('templates:refused.breaking'));
    const answer = await doElsewhere(page.request, TEXTS.approved, 2, { deed: 'put_in_use' });
    expect([answer.status(), (await answer.json()).code]).toEqual([409, 'breaking_not_confirmed']);
    await page.getByRole('checkbox', { name: w.text('templates:breaks.confirm') }).check();
    await approver.deed('put_in_use').click();
    await approver.expectState(2, 'in_use');
  });

  test('puts an older version back in use, and the next message is made of that', async ({ page, mock, browser, w }) => {
    const patient = await somebodyElse(browser, mock, w, 'patient');
    await wants(patient.request, 'p-patient', 'protocols', 'sms');
    const approver = new TextPage(page, w);
    await approver.open(TEXTS.inUse);
    await page.getByRole('combobox', { name: w.text('templates:version_label') }).selectOption('1');
    await approver.expectState(1, 'superseded');
    await approver.deed('roll_back').click();
    await approver.expectState(1, 'in_use');
    await mock.event('patient-asthma', { kind: 'protocol.approved', valid_to: '2027-11-22' });
    const text = 'НЗОК: Има одобрение по протокол ПЛ-2200-005870. Валиден до 22.11.2027.';
    expect((await outbox(page.request)).at(-1)).toMatchObject({ version: 1, text });
    await patient.context().close();
  });

  test('a deed that fails says so, and can be done again', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/templates\/.*\/deeds$/);
    const approver = new TextPage(page, w);
    await approver.open(TEXTS.submitted);
    await page.getByRole('textbox', { name: w.text('templates:reason') }).fill('Нека е по-кратко.');
    await mock.fail({ route: 'do_template_deed', kind: 'status', code: 'internal', count: 1 });
    await approver.deed('reject').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toContainText(w.text('error.server'));
    await expect(page.getByRole('textbox', { name: w.text('templates:reason') })).toHaveValue('Нека е по-кратко.');
    await approver.deed('reject').click();
    await approver.expectState(2, 'rejected');
  });

  test('sets what messages cost, in amounts with at most two digits after the comma', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^412 \/api\/v1\/templates\/tariff$/);
    await page.goto('/staff/templates');
    await page.getByText(w.text('templates:tariff.title')).click();
    const sms = page.getByRole('textbox', { name: w.text('templates:tariff.sms'), exact: true });
    const save = page.getByRole('button', { name: w.text('form:save'), exact: true });
    await sms.fill('45,505');
    await save.click();
    await expect(page.getByRole('alert', { name: w.text('form:problems', { n: 1 }) })).toBeFocused();
    await expect(sms).toHaveAccessibleDescription(new RegExp(escape(w.text('templates:tariff.wrong'))));
    expect(await mock.count('set_template_tariff')).toBe(0);
    expect((await priceElsewhere(page.request, 6000, 2100)).status()).toBe(200);
    await sms.fill('45,50');
    await save.click();
    await expect(page.getByRole('alert').filter({ hasText: w.text('templates:tariff.changed') })).toBeVisible();
    await expect(page.getByText(w.money(6000, 'EUR'))).toBeVisible();
    await expect(sms).toHaveValue('45,50');
    await expectAccessibleInEveryTheme(page, 'prices that somebody else set meanwhile');
    await save.click();
    await expect(page.getByText(w.money(4550, 'EUR'))).toBeVisible();
    await expect(page.getByText(w.money(2100, 'EUR'))).toBeVisible();
  });
});

test.describe('a test to oneself', () => {
  test.use({ persona: 'editor' });
  const EMAIL = 'protocol.approved/email/bg';

  test('without a confirmed contact leads to the contacts', async ({ page, w }) => {
    const editor = new TextPage(page, w);
    await editor.open(EMAIL);
    await expect(editor.part('trial_title')).toContainText(w.text('templates:trial_no_contact'));
    await editor.part('trial_title').getByRole('link', { name: w.text('templates:trial_contacts') }).click();
    await expect(page).toHaveURL('/notifications/contacts');
  });

  test('shows exactly what was sent, and after ten in an hour says when the next may go', async ({ page, trouble, w }) => {
    trouble.allow(/^429 /);
    await confirmEmail(page.request);
    const editor = new TextPage(page, w);
    await editor.open(EMAIL);
    const trial = editor.part('trial_title');
    await trial.getByRole('button', { name: w.text('templates:trial_send') }).click();
    await expect(trial.getByText(w.text('templates:trial_sent', { address: 'ema@maket.example' }))).toBeVisible();
    const sent = (await outbox(page.request)).at(-1);
    expect(sent).toMatchObject({ address: 'ema@maket.example', version: 1, test: true });
    expect((await trial.locator('.template__text').textContent()) ?? '').toBe(sent?.text);
    await expectAccessibleInEveryTheme(page, 'a test that was sent');
    for (let count = 1; count < 10; count += 1) expect((await testElsewhere(page.request, EMAIL, 1)).status()).toBe(200);
    await trial.getByRole('button', { name: w.text('templates:trial_send') }).click();
    await expect(trial.getByRole('alert')).toContainText(w.text('templates:trial_too_many'));
    await expect(trial.getByRole('alert')).toContainText(w.text('templates:trial_wait', { n: 60 }));
  });
});

test.describe('for a patient', () => {
  for (const path of ['/staff/templates', `/staff/templates/${TEXTS.inUse}`, '/staff/templates/sheet']) {
    test(`there is nothing at ${path}, and no way to it`, async ({ page, trouble, w }) => {
      trouble.allow(/^403 \/api\/v1\/templates/);
      await page.goto(path);
      await expect(page.getByRole('alert').filter({ hasText: w.text('error.not_allowed') }).first()).toBeVisible();
      for (const key of ['deeds_title', 'preview_title', 'trial_title']) {
        await expect(page.getByRole('region', { name: w.text(`templates:${key}`) })).toHaveCount(0);
      }
      await page.goto('/account');
      await expect(page.getByRole('button', { name: w.text('account:leaving.button') })).toBeVisible();
      await expect(page.getByRole('link', { name: w.text('templates.title') })).toHaveCount(0);
    });
  }
});

test.describe('the catalogue and the sheet', () => {
  test.use({ persona: 'editor' });

  test('what is looked for stands in the address, and the way back undoes it', async ({ page, w }) => {
    await page.goto('/account');
    await page.getByRole('link', { name: w.text('templates.title') }).click();
    await expect(page).toHaveURL('/staff/templates');
    await chip(page, w, 'states_label', w.text('templates:state.submitted')).click();
    await expect(page).toHaveURL('/staff/templates?lang=bg&state=submitted');
    await expect(page.getByText(w.text('templates:texts_shown', { n: 1 }))).toBeVisible();
    await chip(page, w, 'languages_label', 'English').click();
    await expect(page).toHaveURL('/staff/templates?lang=en&state=submitted');
    await expect(page.getByRole('heading', { name: w.text('templates:nothing_title') })).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'a catalogue with nothing in it');
    await page.goBack();
    await expect(page.getByText(w.text('templates:texts_shown', { n: 1 }))).toBeVisible();
    await page.reload();
    await expect(chip(page, w, 'states_label', w.text('templates:state.submitted'))).toHaveAttribute('aria-current', 'true');
    await expectNoSidewaysScroll(page, 'the catalogue');
  });

  test('the sheet has every text in use in a language, and is printed without anything to press', async ({ page, w }) => {
    await page.goto('/staff/templates/sheet?lang=bg');
    await expect(page.getByRole('heading', { name: w.text(SUBJECT), exact: true })).toBeVisible();
    const { texts } = (await (await page.request.get('/api/v1/templates/sheet?language=bg')).json()) as { texts: { text: string }[] };
    const shown = (await page.locator('dd > :not(.sheet__usual) > .template__text').allTextContents()).filter((text) => text !== '');
    expect(shown).toEqual(texts.map(({ text }) => text));
    await expectAccessibleInEveryTheme(page, 'the sheet');
    await expectNoSidewaysScroll(page, 'the sheet');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: w.text('templates:sheet_print') })).toBeHidden();
    await expect(page.getByRole('navigation', { name: w.text('templates:languages_label') }).getByRole('link').first()).toBeHidden();
    await expect(page.getByRole('heading', { name: w.text(SUBJECT), exact: true })).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect((pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBeGreaterThan(3);
  });
});
