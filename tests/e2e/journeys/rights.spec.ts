import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expectAccessible } from '../fixtures/axe';
import { arrive, tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const PAGE = '/account/data';
const NAME = 'Мария Примерова';

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`rights:${key}`, values);
}

function part(page: Page, w: Words, name: 'take' | 'correct' | 'closing') {
  return page.getByRole('region', { name: says(w, `${name}.title`), exact: true });
}

function form(page: Page, w: Words) {
  const section = part(page, w, 'correct');
  return {
    section,
    field: section.getByRole('combobox', { name: says(w, 'correct.field'), exact: true }),
    wrong: section.getByRole('textbox', { name: says(w, 'correct.wrong'), exact: true }),
    right: section.getByRole('textbox', { name: says(w, 'correct.right'), exact: true }),
    send: section.getByRole('button', { name: says(w, 'correct.send'), exact: true }),
  };
}

async function open(page: Page, w: Words): Promise<void> {
  await page.goto(PAGE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('rights.title'));
  await expect(part(page, w, 'closing').getByText(says(w, 'closing.nothing_open'))).toBeVisible();
}

test('the page of the account leads there, and back', async ({ page, w }) => {
  await page.goto('/account');
  await page.getByRole('link', { name: new RegExp(`^${escape(w.text('rights.title'))}`) }).click();
  await expect(page).toHaveURL(PAGE);
  await arrive(page);
  await page.getByRole('main').getByRole('link', { name: w.text('account.title'), exact: true }).click();
  await expect(page).toHaveURL('/account');
});

test.describe('taking the data', () => {
  test('they are put together when asked, shown, and saved as a file as the server sent them', async ({ page, mock, w }) => {
    await open(page, w);
    expect(await mock.count('get_account_data'), 'not before somebody asks').toBe(0);
    const take = part(page, w, 'take');
    await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
    const heading = take.getByRole('heading', { name: says(w, 'sum.title') });
    await expect(heading).toBeFocused();
    await expect(take).toContainText(NAME);
    await expect(take).toContainText('+359880000001');
    await expect(take.getByText(says(w, 'take.ready', { at: w.moment('2026-11-22T08:00:00Z', 'Europe/Sofia') }))).toBeVisible();
    const rows = take.getByRole('table').getByRole('row');
    await expect(rows.filter({ hasText: 'ПЛ-2200-004512' })).toContainText('Инсулинови аналози');
    const downloading = page.waitForEvent('download');
    await take.getByRole('button', { name: says(w, 'take.save') }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('yasno-2026-11-22.json');
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file.account.name).toBe(NAME);
    expect(file.version).toBe(5);
    expect(await rows.count()).toBe(file.documents.length + 1);
    for (const { name } of file.parts) expect(file, name).toHaveProperty(name);
    expect(await mock.count('get_account_data'), 'saving asks nobody again').toBe(1);
    await expectAccessible(page, 'the data put together');
    await expectNoSidewaysScroll(page, 'the data put together');
  });

  test('the summary is printed without anything to press', async ({ page, w }) => {
    await page.addInitScript(() => {
      Object.assign(globalThis, { printed: 0 });
      globalThis.print = () => {
        (globalThis as unknown as { printed: number }).printed += 1;
      };
    });
    await open(page, w);
    const take = part(page, w, 'take');
    await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
    await take.getByRole('button', { name: says(w, 'take.print') }).click();
    expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(take.getByText(NAME)).toBeVisible();
    await expect(part(page, w, 'closing')).toBeHidden();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  });

  test.describe(() => {
    test.use({ persona: 'carer' });

  test('one who cares for others takes the names of these and nothing else of them', async ({ page, w }) => {
      await page.goto(PAGE);
      const take = part(page, w, 'take');
      await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
      const child = w.text('person.with_relation', { name: 'Ани Образцова', relation: w.text('relation.child') });
      await expect(take.getByRole('listitem').filter({ hasText: child })).toBeVisible();
      const downloading = page.waitForEvent('download');
      await take.getByRole('button', { name: says(w, 'take.save') }).click();
      const text = await readFile(await (await downloading).path(), 'utf8');
      expect(text).toContain('Ани Образцова');
      expect(text).not.toContain('ani-asthma');
      expect(text).not.toContain('p-carer-ani');
    });
  });

  for (const kind of ['status', 'drop', 'cut', 'garbage'] as const) {
    test(`when they do not come (${kind}) that is said, and the next attempt works`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^(500|net::\S+) \/api\/v1\/account\/data$/);
      await open(page, w);
      const code = kind === 'status' ? { code: 'internal' } : {};
      await mock.fail({ route: 'get_account_data', kind, ...code, count: 1 });
      const take = part(page, w, 'take');
      await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
      await expect(take.getByRole('alert')).toContainText(says(w, 'take.failed'));
      await expect(take.getByRole('heading', { name: says(w, 'sum.title') })).toHaveCount(0);
      await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
      await expect(take.getByRole('heading', { name: says(w, 'sum.title') })).toBeFocused();
      await expect(take.getByRole('alert')).toHaveCount(0);
    });
  }

  test('while they are being put together nobody asks twice', async ({ page, mock, w }) => {
    await open(page, w);
    await mock.fail({ route: 'get_account_data', kind: 'hold' });
    const take = part(page, w, 'take');
    await take.getByRole('button', { name: says(w, 'take.prepare') }).click();
    const busy = take.getByRole('button', { name: says(w, 'take.busy') });
    await expect(busy).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Enter');
    await mock.mend();
    await expect(take.getByRole('heading', { name: says(w, 'sum.title') })).toBeVisible();
    expect(await mock.count('get_account_data')).toBe(1);
  });
});

test.describe('asking for a correction', () => {
  test('it gets a number and a day by which the law wants an answer, with the source', async ({ page, mock, w }) => {
    await open(page, w);
    const { section, field, wrong, right, send } = form(page, w);
    await field.selectOption('address');
    await wrong.fill('В регистъра е старият ми адрес.');
    await right.fill('Пловдив');
    await send.click();
    const done = section.getByText(says(w, 'correct.sent', { number: 'C-2026-000001' }));
    await expect(done).toBeVisible();
    await expect(section.locator(':focus')).toContainText('C-2026-000001');
    for (const empty of [field, wrong, right]) await expect(empty).toHaveValue('');
    const card = section.getByRole('listitem').filter({ hasText: says(w, 'asked.number', { number: 'C-2026-000001' }) });
    await expect(card).toContainText(says(w, 'asked.received'));
    await expect(card).toContainText('Пловдив');
    await expect(card).toContainText(says(w, 'clock.running', { day: w.day('2026-12-22') }));
    await card.getByText(w.text('source:how'), { exact: true }).click();
    await expect(card.getByRole('link').first()).toHaveAttribute('href', 'https://eur-lex.europa.eu/eli/reg/2016/679/oj');
    // What was asked for is in the way of closing at once.
    const closing = part(page, w, 'closing');
    await expect(closing.getByText(says(w, 'closing.open_correction', { n: 1 })).first()).toBeVisible();
    await expect(closing.getByText(says(w, 'closing.nothing_open'))).toHaveCount(0);
    await mock.asked('C-2026-000001', { state: 'in_check', extended: true });
    await page.reload();
    await expect(card).toContainText(says(w, 'clock.running', { day: w.day('2027-02-22') }));
    await expect(card).toContainText(says(w, 'clock.extended', { told: w.day('2026-11-22') }));
    await expect(card).toContainText(says(w, 'clock.computed'));
    await mock.asked('C-2026-000001', { state: 'answered', answer: 'Адресът е поправен.' });
    await page.reload();
    await expect(card).toContainText(says(w, 'asked.answered'));
    await expect(card).toContainText('Адресът е поправен.');
    await expectAccessible(page, 'a correction that was answered');
  });

  test('a term that ran out is said, and where one can complain', async ({ page, mock, signIn, trouble, w }) => {
    trouble.allow(/^401 /);
    await open(page, w);
    const { field, wrong, right, send } = form(page, w);
    await field.selectOption('name');
    await wrong.fill('буква');
    await right.fill('Примерова');
    await send.click();
    const card = form(page, w).section.getByRole('listitem').filter({ hasText: 'C-2026-000001' });
    await expect(card).toBeVisible();
    await mock.advance(31 * 24 * 60 * 60);
    await signIn('patient');
    await page.goto(PAGE);
    await expect(card).toContainText(says(w, 'clock.overdue', { day: w.day('2026-12-22') }));
  });

  test.describe(() => {
    test.use({ persona: 'kazakhstan' });

  test('where no rule is known that is said, and no day', async ({ page, w }) => {
      await page.goto(PAGE);
      const { section, field, wrong, right, send } = form(page, w);
      await field.selectOption('personal_number');
      await wrong.fill('бір сан');
      await right.fill('басқа сан');
      await send.click();
      const card = section.getByRole('listitem').filter({ hasText: 'C-2026-000001' });
      await expect(card).toContainText(says(w, 'clock.no_rule'));
      await expect(card).not.toContainText(w.pattern('rights:clock.running'));
    });
  });

  test('what cannot be is said in a summary, beside the fields and in the title', async ({ page, mock, w }) => {
    await open(page, w);
    const { section, field, wrong, right, send } = form(page, w);
    await right.fill('я'.repeat(301));
    await send.click();
    const problems = section.getByRole('alert', { name: w.text('form:problems', { n: 3 }) });
    await expect(problems).toBeFocused();
    const title = w.text('form:title', { title: w.text('rights.title') });
    await expect(page).toHaveTitle(w.text('app.page_title', { title }));
    for (const [control, problem] of [
      [field, says(w, 'problem.field')],
      [wrong, says(w, 'problem.wrong_missing')],
      [right, says(w, 'problem.too_long', { limit: 300 })],
    ] as const) {
      await expect(control).toHaveAttribute('aria-invalid', 'true');
      await expect(control).toHaveAccessibleDescription(new RegExp(escape(problem)));
      await problems.getByRole('link', { name: new RegExp(escape(problem)) }).click();
      await expect(control).toBeFocused();
    }
    expect(await mock.count('ask_correction')).toBe(0);
    await expect(right).toHaveValue('я'.repeat(301));
    await expectAccessible(page, 'a correction with problems');
  });

  test('what the server does not take without saying why is said all the same', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^422 \/api\/v1\/account\/corrections$/);
    await open(page, w);
    const { section, field, wrong, right, send } = form(page, w);
    await mock.fail({ route: 'ask_correction', kind: 'status', code: 'invalid_fields', count: 1 });
    await field.selectOption('document');
    await wrong.fill('номер');
    await right.fill('друг номер');
    await send.click();
    await expect(section.getByRole('alert')).toContainText(w.text('error.fields'));
    await expect(wrong).toHaveValue('номер');
    await send.click();
    await expect(section.getByText(w.pattern('rights:correct.sent')).first()).toBeVisible();
  });

  for (const kind of ['status', 'drop', 'garbage', 'cut'] as const) {
    test(`sending that fails (${kind}) keeps what was typed, and is kept once`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^(500|net::\S+) \/api\/v1\/account\/corrections$/);
      await open(page, w);
      const { section, field, wrong, right, send } = form(page, w);
      const code = kind === 'status' ? { code: 'internal' } : {};
      await mock.fail({ route: 'ask_correction', kind, ...code, count: 1 });
      await field.selectOption('contacts');
      await wrong.fill('стар телефон');
      await right.fill('нов телефон');
      await send.click();
      await expect(section.getByRole('alert')).toContainText(says(w, 'correct.failed'));
      await expect(wrong).toHaveValue('стар телефон');
      await send.click();
      // An answer that broke off in the middle had been kept: the same request again is the same one.
      await expect(section.getByText(says(w, 'correct.sent', { number: 'C-2026-000001' }))).toBeVisible();
      await expect(section.getByRole('listitem').filter({ hasText: w.pattern('rights:asked.number') })).toHaveCount(1);
      await expect(section.getByRole('alert')).toHaveCount(0);
    });
  }

  test('what is typed and not sent survives a look at another page', async ({ page, w }) => {
    await open(page, w);
    const { field, wrong } = form(page, w);
    await field.selectOption('name');
    await wrong.fill('буква');
    await page.getByRole('main').getByRole('link', { name: w.text('account.title'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('account.title'));
    await page.goBack();
    await expect(field).toHaveValue('name');
    await expect(wrong).toHaveValue('буква');
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    expect(kept).not.toContain('буква');
  });
});

test.describe('closing the account', () => {
  test('it says so, ends every session, and nobody signs in any more', async ({
    browser,
    page,
    mock,
    trouble,
    w,
    lang,
  }) => {
    trouble.allowSignedOut();
    const elsewhere = await browser.newContext({ locale: lang });
    await elsewhere.request.post(`${mock.url}/mock/session`, { data: { persona: 'patient' } });
    const other = await elsewhere.newPage();
    await other.goto(`${mock.url}/documents`);
    await expectLive(other, w);

    await open(page, w);
    const closing = part(page, w, 'closing');
    for (const effect of ['sign_in_ends', 'sessions_end', 'documents_stay', 'no_way_back']) {
      await expect(closing).toContainText(says(w, `closing.${effect}`));
    }
    await closing.getByRole('button', { name: says(w, 'closing.button') }).click();
    const dialog = page.getByRole('dialog', { name: says(w, 'closing.question') });
    await expectAccessible(page, 'whether to close the account');
    await dialog.getByRole('button', { name: says(w, 'closing.confirm'), exact: true }).click();
    await expect(page).toHaveURL('/sign-in?outcome=closed');
    await expect(page.getByRole('status').filter({ hasText: w.text('sign_in:closed') })).toContainText(w.text('sign_in:closed_text'));
    await expect(other).toHaveURL(/\/sign-in\?outcome=expired/);
    await elsewhere.close();

    await page.getByRole('link', { name: w.text('sign_in:button') }).click();
    await page.getByRole('button', { name: NAME }).click();
    await expect(page).toHaveURL(/\/sign-in\?outcome=closed/);
    await expect(page.getByRole('status').filter({ hasText: w.text('sign_in:closed') })).toBeVisible();
  });

  test('the question can be left, with the keyboard alone', async ({ page, mock, w }) => {
    await open(page, w);
    await tabTo(page, new RegExp(`^${escape(says(w, 'closing.button'))}$`));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: says(w, 'closing.question') });
    await expect(dialog.getByRole('button', { name: says(w, 'closing.stay') })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(part(page, w, 'closing').getByRole('button', { name: says(w, 'closing.button') })).toBeFocused();
    expect(await mock.count('close_account')).toBe(0);
  });

  test.describe(() => {
    test.use({ persona: 'carer' });

  test('whoever cares for children is told of them, and can do it even so', async ({ page, w }) => {
      await page.goto(PAGE);
      const closing = part(page, w, 'closing');
      await expect(closing.getByText(says(w, 'closing.open_person', { n: 2 })).first()).toBeVisible();
      await closing.getByRole('button', { name: says(w, 'closing.button') }).click();
      const dialog = page.getByRole('dialog', { name: says(w, 'closing.question') });
      await expect(dialog).toContainText(says(w, 'closing.open_person', { n: 2 }));
      await dialog.getByRole('button', { name: says(w, 'closing.confirm_even_so') }).click();
      await expect(page).toHaveURL('/sign-in?outcome=closed');
    });
  });

  test('what was opened meanwhile, on another device, is told before anything is closed', async ({ page, trouble, w }) => {
    trouble.allow(/^409 \/api\/v1\/account\/closure$/);
    await open(page, w);
    const session = (await (await page.request.get('/api/v1/session')).json()) as { csrf_token: string };
    const answer = await page.request.post('/api/v1/account/corrections', {
      headers: { 'idempotency-key': 'elsewhere', 'x-csrf-token': session.csrf_token },
      data: { field: 'name', wrong: 'a', right: 'b' },
    });
    expect(answer.status()).toBe(201);
    await part(page, w, 'closing').getByRole('button', { name: says(w, 'closing.button') }).click();
    const dialog = page.getByRole('dialog', { name: says(w, 'closing.question') });
    await dialog.getByRole('button', { name: says(w, 'closing.confirm'), exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(says(w, 'closing.meanwhile'));
    await expect(dialog).toContainText(says(w, 'closing.open_correction', { n: 1 }));
    await expect(page).toHaveURL(PAGE);
    await dialog.getByRole('button', { name: says(w, 'closing.confirm_even_so') }).click();
    await expect(page).toHaveURL('/sign-in?outcome=closed');
  });

  test('closing that fails closes nothing, and can be tried again', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^500 \/api\/v1\/account\/closure$/);
    await open(page, w);
    await mock.fail({ route: 'close_account', kind: 'status', code: 'internal', count: 1 });
    await part(page, w, 'closing').getByRole('button', { name: says(w, 'closing.button') }).click();
    const dialog = page.getByRole('dialog', { name: says(w, 'closing.question') });
    const confirm = dialog.getByRole('button', { name: says(w, 'closing.confirm'), exact: true });
    await confirm.click();
    await expect(dialog.getByRole('alert')).toContainText(says(w, 'closing.failed'));
    expect((await page.request.get('/api/v1/session')).status()).toBe(200);
    await confirm.click();
    await expect(page).toHaveURL('/sign-in?outcome=closed');
  });
});
