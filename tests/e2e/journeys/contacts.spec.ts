import type { Page } from '@playwright/test';

import { changeElsewhere, kept } from '../fixtures/account';
import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

const OWN = { email: 'maria@primer.example', phone: '+359880000001', address: 'София, ул. „Измислена“ № 1' };

function form(page: Page, w: Words) {
  const section = page.getByRole('region', { name: w.text('account:contacts.title') });
  const field = (name: string) => section.getByRole('textbox', { name: w.text(`account:contacts.${name}`), exact: true });
  return {
    section,
    email: field('email'),
    phone: field('phone'),
    address: field('address'),
    save: section.getByRole('button', { name: w.text('form:save'), exact: true }),
    saved: section.getByRole('status').filter({ hasText: w.text('form:saved') }),
  };
}

test.beforeEach(async ({ page, w }) => {
  await page.goto('/account');
  await expect(form(page, w).email).toHaveValue(OWN.email);
});

test('what is in order is saved, and stands there in the form in which it is kept', async ({ page, w }) => {
  const { email, phone, address, save, saved } = form(page, w);
  await email.fill(' maria.nova@primer.example ');
  await phone.fill('0888 123 456');
  await address.fill('');
  await save.click();
  await expect(saved).toBeVisible();
  await expect(email).toHaveValue('maria.nova@primer.example');
  await expect(phone).toHaveValue('+359888123456');
  expect((await kept(page.request)).contacts).toEqual({
    email: 'maria.nova@primer.example',
    phone: '+359888123456',
    address: '',
  });
  await address.fill('Пловдив');
  await expect(saved).toHaveCount(0);
});

test('what cannot be is said in a summary that takes the focus, beside the fields and in the title', async ({ page, mock, w }) => {
  const { section, email, phone, save } = form(page, w);
  await email.fill('maria');
  await phone.fill('0888 12');
  await save.click();
  const problems = section.getByRole('alert', { name: w.text('form:problems', { n: 2 }) });
  await expect(problems).toBeFocused();
  const title = w.text('form:title', { title: w.text('account.title') });
  await expect(page).toHaveTitle(w.text('app.page_title', { title }));
  for (const [field, name, problem] of [
    [email, 'email', 'email_at'],
    [phone, 'phone', 'phone_too_short'],
  ] as const) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(new RegExp(escape(w.text(`contact:${problem}`))));
    const label = w.text(`account:contacts.${name}`);
    const words = w.text('form:problem_of', { label, problem: w.text(`contact:${problem}`) });
    await problems.getByRole('link', { name: words }).click();
    await expect(field).toBeFocused();
  }
  expect(await mock.count('change_account')).toBe(0);
  await email.fill(OWN.email);
  await phone.fill(OWN.phone);
  await save.click();
  await expect(problems).toHaveCount(0);
  await expect(page).toHaveTitle(w.text('app.page_title', { title: w.text('account.title') }));
});

for (const [what, keep] of [['mine', true], ['what is saved', false]] as const) {
  test(`somebody changed them meanwhile: ${what} is kept by choice`, async ({ page, trouble, w }) => {
    trouble.allow(/^412 \/api\/v1\/account$/);
    const { section, email, save, saved } = form(page, w);
    await email.fill('mine@primer.example');
    await changeElsewhere(page.request, { email: 'theirs@primer.example' });
    await save.click();
    const conflict = section.getByRole('alert').filter({ hasText: w.text('account:conflict.title') });
    const row = conflict.getByRole('row').filter({ hasText: w.text('account:contacts.email') });
    await expect(row).toContainText('mine@primer.example');
    await expect(row).toContainText('theirs@primer.example');
    await expect(email).toHaveValue('mine@primer.example');
    const choice = w.text(`form:conflict_${keep ? 'keep_own' : 'take_over'}`);
    await conflict.getByRole('button', { name: choice }).click();
    await expect(conflict).toHaveCount(0);
    const winner = keep ? 'mine@primer.example' : 'theirs@primer.example';
    await expect(email).toHaveValue(winner);
    if (keep) await expect(saved).toBeVisible();
    await expect(save).toBeFocused();
    expect((await kept(page.request)).contacts).toEqual({ ...OWN, email: winner });
  });
}

for (const kind of ['status', 'drop', 'garbage', 'cut'] as const) {
  test(`saving that fails (${kind}) keeps what was typed, and works the next time`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/account$/);
    // An answer that was lost on its way does not tell what it changed: the next attempt finds out.
    trouble.allow(/^412 \/api\/v1\/account$/);
    const { section, email, save, saved } = form(page, w);
    const code = kind === 'status' ? { code: 'internal' } : {};
    await mock.fail({ route: 'change_account', kind, ...code, count: 1 });
    await email.fill('nova@primer.example');
    await save.click();
    await expect(section.getByRole('alert')).toContainText(w.text('form:failed'));
    await expect(email).toHaveValue('nova@primer.example');
    await save.click();
    await expect(saved).toBeVisible();
    await expect(section.getByRole('alert')).toHaveCount(0);
    expect((await kept(page.request)).contacts.email).toBe('nova@primer.example');
  });
}

test('while it is being saved it is not sent again', async ({ page, mock, w }) => {
  const { section, email, save, saved } = form(page, w);
  await mock.fail({ route: 'change_account', kind: 'hold' });
  await email.fill('nova@primer.example');
  await save.click();
  await expect(section.getByRole('status').filter({ hasText: w.text('form:saving') })).toBeVisible();
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await save.focus();
  await page.keyboard.press('Enter');
  await mock.mend();
  await expect(saved).toBeVisible();
  expect(await mock.count('change_account')).toBe(1);
});

test('what is typed and not saved survives a look at another page, and signing out asks', async ({ page, w }) => {
  const { address } = form(page, w);
  await address.fill('Варна');
  await page.getByRole('link', { name: w.text('privacy.title'), exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('privacy.title'));
  await page.goBack();
  await expect(address).toHaveValue('Варна');
  await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
  const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
  await expect(dialog).toContainText(w.text('account:leaving.unsaved'));
  await dialog.getByRole('button', { name: w.text('account:leaving.stay') }).click();
  await expect(dialog).toBeHidden();
  await expect(address).toHaveValue('Варна');
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
