import { expectLive } from '../fixtures/live';
import { kept } from '../fixtures/account';
import { identity } from '../fixtures/identity';
import { expect, test } from '../fixtures/test';
import { Words } from '../fixtures/words';

test('the language chosen here is kept in the account', async ({ page, lang, w }) => {
  const chosen = lang === 'en' ? 'ru' : 'en';
  const words = new Words(chosen);
  await page.goto('/account');
  const choice = page.getByRole('group', { name: w.text('account:language.title') });
  await choice.getByText(chosen === 'en' ? 'English' : 'Русский').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('account.title'));
  await expect(page.getByText(words.text('account:language.kept'))).toBeVisible();
  expect((await kept(page.request)).language).toBe(chosen);
});

test('a language that the account does not take is said, and can be kept later', async ({ page, lang, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/account$/);
  const chosen = lang === 'en' ? 'ru' : 'en';
  const words = new Words(chosen);
  await page.goto('/account');
  await expect(page.getByText(w.text('account:devices.this'), { exact: true })).toBeVisible();
  await mock.fail({ route: 'change_account', kind: 'status', code: 'internal', count: 1 });
  const choice = page.getByRole('group', { name: w.text('account:language.title') });
  await choice.getByText(chosen === 'en' ? 'English' : 'Русский').click();
  await expect(page.getByText(words.pattern('account:language.not_kept'))).toBeVisible();
  await page.getByRole('button', { name: words.pattern('account:language.keep') }).click();
  await expect(page.getByText(words.text('account:language.kept'))).toBeVisible();
  expect((await kept(page.request)).language).toBe(chosen);
});

test('the other sessions can be ended, and the other devices hear of it', async ({ browser, page, mock, w, lang }) => {
  const elsewhere = await browser.newContext({ locale: lang });
  await elsewhere.request.post(`${mock.url}/mock/session`, { data: { persona: 'patient' } });
  const other = await elsewhere.newPage();
  await other.goto(`${mock.url}/documents`);
  await expectLive(other, w);

  await page.goto('/account');
  const devices = page.getByRole('region', { name: w.text('account:devices.title') });
  const cards = devices.getByRole('listitem').filter({ hasText: w.text('account:devices.began') });
  await expect(cards).toHaveCount(2);
  await devices.getByRole('button', { name: w.text('account:ending.button') }).click();
  const dialog = page.getByRole('dialog', { name: w.text('account:ending.title') });
  await expect(dialog).toContainText(w.text('account:ending.text', { n: 1 }));
  await dialog.getByRole('button', { name: w.text('account:ending.confirm') }).click();
  const done = devices.getByRole('paragraph').filter({ hasText: w.text('account:ending.done', { n: 1 }) });
  await expect(done).toBeVisible();
  await expect(done).toBeFocused();
  await expect(cards).toHaveCount(1);
  await expect(devices.getByText(w.text('account:ending.none'))).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in\?outcome=expired/);
  await elsewhere.close();
});

test('ending them can fail and be tried again, or be left', async ({ browser, page, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/account\/sessions$/);
  const elsewhere = await browser.newContext();
  await elsewhere.request.post(`${mock.url}/mock/session`, { data: { persona: 'patient' } });
  await elsewhere.close();
  await mock.fail({ route: 'end_other_sessions', kind: 'status', code: 'internal', count: 1 });
  await page.goto('/account');
  const open = page.getByRole('button', { name: w.text('account:ending.button') });
  await open.click();
  const dialog = page.getByRole('dialog', { name: w.text('account:ending.title') });
  await expect(dialog.getByRole('button', { name: w.text('account:ending.cancel') })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  expect(await mock.count('end_other_sessions')).toBe(0);
  await open.click();
  await dialog.getByRole('button', { name: w.text('account:ending.confirm') }).click();
  await expect(dialog.getByRole('alert')).toContainText(w.text('account:ending.failed'));
  await dialog.getByRole('button', { name: w.text('account:ending.confirm') }).click();
  await expect(page.getByText(w.text('account:ending.done', { n: 1 }))).toBeVisible();
});

test('the history of signing in shows failed attempts too', async ({ page, w }) => {
  await page.goto('/mock/identity');
  await page.getByRole('button', { name: identity('bg').fail }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/account');
  const rows = page.getByRole('table', { name: w.text('account:sign_ins.title') }).getByRole('row');
  for (const result of ['failed', 'succeeded']) {
    await expect(rows.getByText(w.text(`account:sign_ins.${result}`), { exact: true })).toHaveCount(1);
  }
  await expect(rows.nth(1)).toContainText(w.moment('2026-11-22T08:00:00Z', 'Europe/Sofia'));
});

test('a link to a section brings it into view and gives it the focus', async ({ page, w }) => {
  await page.goto('/account#devices');
  const heading = page.getByRole('heading', { name: w.text('account:devices.title') });
  await expect(heading).toBeFocused();
  const sections = page.getByRole('navigation', { name: w.text('account:sections.label') });
  await sections.getByRole('link', { name: w.text('account:look.title') }).click();
  await expect(page).toHaveURL('/account#look');
  await expect(page.getByRole('heading', { name: w.text('account:look.title') })).toBeFocused();
});

test('help in an emergency is one press away', async ({ page, w }) => {
  await page.goto('/account');
  const help = page.getByRole('region', { name: w.text('account:sos.label') });
  await expect(help.getByRole('link', { name: w.text('account:sos.number') })).toHaveAttribute('href', 'tel:112');
  const header = page.getByRole('banner').getByRole('link', { name: w.text('header.emergency') });
  await expect(header).toHaveAttribute('href', 'tel:112');
});
