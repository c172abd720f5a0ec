import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { somebodyElse } from '../fixtures/family';
import { NOW } from '../fixtures/server';
import { outbox, TextPage, TEXTS, version, wants } from '../fixtures/templates';
import { expect, test } from '../fixtures/test';

const SUBJECT = 'subjects:of.protocol_approved';

test.use({ persona: 'editor' });

test('from a change in the editor to the message in a patient’s list', async ({ page, mock, browser, w }) => {
  const editor = new TextPage(page, w);
  await page.goto('/staff/templates?lang=bg');
  const card = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { name: w.text(SUBJECT), exact: true }) });
  await card.getByRole('link', { name: `${w.text('subjects:channel.sms')} : ${w.text(SUBJECT)}` }).click();
  await expect(page).toHaveURL(`/staff/templates/${TEXTS.inUse}`);
  await editor.expectState(2, 'in_use');
  await expect(editor.text).toHaveCount(0);
  await editor.deed('begin', { n: 2 }).click();
  await editor.expectState(3, 'draft');

  await test.step('the preview follows the typing', async () => {
    await editor.text.fill('НЗОК: ');
    for (const words of ['Одобрихме', ' ', 'протокол ']) {
      await editor.text.pressSequentially(words);
      const now = (await editor.text.inputValue()).trim();
      await expect(editor.drawn).toContainText(now);
    }
    await expect(editor.drawn).not.toContainText('ПЛ-');
    await editor.put('number').click();
    await expect(editor.text).toBeFocused();
    await editor.text.pressSequentially(', важи до ');
    await editor.put('until').click();
    await editor.text.pressSequentially('.');
    await expect(editor.text).toHaveValue('НЗОК: Одобрихме протокол ((number)), важи до ((until)).');
    await editor.values.selectOption({ label: w.text('templates:preview_reader', { reader: 'Мария Примерова' }) });
    await expect(editor.drawn).toContainText('НЗОК: Одобрихме протокол ПЛ-2200-004512, важи до 05.12.2026.');
  });

  await test.step('what breaks those who fill the text is said while it is written', async () => {
    for (const [key, name] of [['mandatory', 'until'], ['removed', 'whom']]) {
      await expect(editor.part('check_title').getByText(w.text(`templates:breaks.${key}`, { name }))).toBeVisible();
    }
    await expect(editor.part('deeds_title')).toContainText(w.text('templates:deeds_save_first'));
    await expect(editor.deed('submit')).toHaveCount(0);
    await editor.field('note').fill('Казва докога важи.');
    await editor.save.click();
    await expect(editor.saved).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'a draft that breaks something');
    await editor.deed('submit').click();
    await editor.expectState(3, 'submitted');
    await expect(editor.text).toHaveCount(0);
    for (const key of ['approve', 'reject', 'put_in_use']) await expect(editor.deed(key)).toHaveCount(0);
  });

  const approver = new TextPage(await somebodyElse(browser, mock, w, 'approver'), w);
  const reason = 'Нека остане и за кого е.';
  await test.step('another rejects it with a reason', async () => {
    await approver.open(TEXTS.inUse);
    await approver.expectState(3, 'submitted');
    await expect(approver.part('history_title').getByText(w.text('templates:diff_title', { n: 2 }))).toBeVisible();
    await expect(approver.part('history_title').getByRole('insertion').first()).toBeVisible();
    await approver.deed('reject').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toHaveText(w.text('templates:refused.reason'));
    expect(await mock.count('do_template_deed')).toBe(1);
    await approver.page.getByRole('textbox', { name: w.text('templates:reason') }).fill(reason);
    await approver.deed('reject').click();
    await approver.expectState(3, 'rejected');
  });

  await test.step('the author reads why, and writes it again', async () => {
    await page.reload();
    await editor.expectState(3, 'rejected');
    const done = editor.part('history_title').getByRole('listitem').filter({ has: page.getByRole('heading', { name: w.pattern('templates:version_state', { n: '3' }) }) });
    await done.getByText(w.pattern('templates:history_deeds', { n: 3 })).click();
    await expect(done.getByText(reason)).toBeVisible();
    await editor.write('НЗОК: ((whom??За ((whom)). ))Одобрихме протокол ((number)), важи до ((until)).');
    await editor.expectState(3, 'draft');
    await editor.deed('submit').click();
    await editor.expectState(3, 'submitted');
  });

  await test.step('another approves it, and puts it in use knowing what it breaks', async () => {
    await approver.page.reload();
    await approver.deed('approve').click();
    await approver.expectState(3, 'approved');
    await approver.deed('put_in_use').click();
    await expect(approver.part('deeds_title').getByRole('alert')).toHaveText(w.text('templates:refused.breaking'));
    await expectAccessibleInEveryTheme(approver.page, 'a change to confirm');
    await approver.page.getByRole('checkbox', { name: w.text('templates:breaks.confirm') }).check();
    await approver.deed('put_in_use').click();
    await approver.expectState(3, 'in_use');
    expect((await version(page.request, TEXTS.inUse, 2)).state).toBe('superseded');
  });

  await test.step('the next event is told with it, and the patient sees which version it was', async () => {
    const patient = await somebodyElse(browser, mock, w, 'patient');
    await wants(patient.request, 'p-patient', 'protocols', 'sms');
    await mock.event('patient-asthma', { kind: 'protocol.approved', valid_to: '2027-11-22' });
    const text = 'НЗОК: Одобрихме протокол ПЛ-2200-005870, важи до 22.11.2027.';
    expect((await outbox(page.request)).at(-1)).toMatchObject({ version: 3, text, address: '+359880000001' });
    await patient.goto('/notifications');
    await patient.getByRole('link', { name: w.text(SUBJECT), exact: true }).first().click();
    await expect(patient.getByRole('heading', { level: 1 })).toHaveText(w.text(SUBJECT));
    await expect(patient.getByText(text, { exact: true })).toBeVisible();
    const since = w.moment(NOW, 'Europe/Sofia');
    await expect(patient.getByText(w.text('messages:version', { n: 3, since }))).toBeVisible();
    await patient.context().close();
  });
  await approver.page.context().close();
});
