import type { Locator, Page, Request } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { arrive, tab, tabTo } from '../fixtures/keyboard';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const TEXTS = 'get_published_templates';

/** A text of the fund that is in use, one that was until May, and what thieves make of it. */
const GENUINE = 'НЗОК: Протокол ЗП-2200-000731 е одобрен. Валиден до 18.04.2027.';
const FORMER = 'НЗОК: Има одобрение по протокол ЗП-2200-000731. Валиден до 18.04.2027.';
const CHANGED = 'НЗОК: Протокол ЗП-2200-000731 е временно одобрен. Валиден до 18.04.2027.';
const SHORTER = 'НЗОК: Регистриран е протокол ЗП-2200-000731.';
const STOLEN = `${GENUINE} Платете 20 лв. на nzok-plateni.top/vnoska, ЕГН 8001010008.`;
// The letters "p" and "o" of the second word are Latin ones.
const SLIPPED = GENUINE.replace('Протокол', 'Пpoтокол');
const ORDINARY = 'Здравейте, госпожо Петрова! Утре кабинетът няма да работи, елате в четвъртък.';

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`genuine:${key}`, values);
}

function field(page: Page, w: Words): Locator {
  return page.getByRole('textbox', { name: says(w, 'label'), exact: true });
}

function answer(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'answer'), exact: true });
}

function compared(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'compared.title'), exact: true });
}

function fund(w: Words): string {
  return w.text('subjects:sender.fund');
}

/** Opens the page once the published texts are there. */
async function open(page: Page, w: Words): Promise<void> {
  await page.goto('/genuine');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('genuine.title'));
  await expect(compared(page, w)).toContainText(w.pattern('genuine:compared.with', { n: 657 }));
}

/** Pastes as a person does: all at once. */
async function paste(page: Page, w: Words, text: string): Promise<void> {
  await field(page, w).fill(text);
}

/** The same for very much text: the browser itself takes minutes to type that. */
async function pasteMuch(page: Page, w: Words, text: string): Promise<void> {
  await field(page, w).evaluate((element: HTMLTextAreaElement, value) => {
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** What the page says aloud. */
function aloud(page: Page): Locator {
  return page.locator('#announcements');
}

test.describe('signed out', () => {
  test.use({ persona: null });

  test.beforeEach(({ trouble }) => trouble.allowSignedOut());

  test('a text that is sent: who sends it, of what, by which channel, and that this proves nothing of who sent this one', async ({ page, w }) => {
    await open(page, w);
    await expect(answer(page, w)).toContainText(says(w, 'empty'));
    await expectAccessibleInEveryTheme(page, 'nothing is pasted');
    await paste(page, w, GENUINE.toUpperCase());
    const said = answer(page, w);
    await expect(said).toContainText(says(w, 'said.matches', { sender: fund(w) }));
    for (const key of ['means.matches', 'means.number']) await expect(said).toContainText(says(w, key));
    for (const [key, value] of [
      ['facts.sender', fund(w)],
      ['facts.subject', w.text('subjects:of.protocol_approved')],
      ['facts.channel', w.text('subjects:channel.sms')],
      ['facts.language', 'Български'],
      ['facts.version', says(w, 'facts.in_use', { version: '2' })],
      ['kind.number', 'ЗП-2200-000731'],
      ['kind.day', '18.04.2027'],
    ]) {
      const term = page.getByRole('term').filter({ hasText: new RegExp(`^${escape(says(w, key))}$`) });
      await expect(term.locator('xpath=following-sibling::dd')).toHaveText(value);
    }
    await expect(aloud(page)).toHaveText(says(w, 'said.matches', { sender: fund(w) }));
    await expect(said.locator('mark')).toHaveCount(0);
    await expectAccessibleInEveryTheme(page, 'a text that is sent');
    await said.getByRole('link', { name: says(w, 'look_up') }).click();
    await expect(page).toHaveURL(/\/sign-in\?return_to=\/documents$/);
  });

  test('a text that was sent until lately says until when', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, FORMER);
    await expect(answer(page, w)).toContainText(says(w, 'said.formerly', { sender: fund(w), until: w.day('2026-05-04') }));
    await expect(answer(page, w)).toContainText(says(w, 'facts.until', { version: '1', until: w.day('2026-05-04') }));
  });

  test('a text that differs: what it has too many, and what it lacks', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, CHANGED);
    const said = answer(page, w);
    await expect(said).toContainText(says(w, 'said.differs', { sender: fund(w) }));
    await expect(said.locator('mark')).toHaveText(`[${says(w, 'extra')}: временно]`);
    await expect(said.getByRole('listitem')).toContainText([`${says(w, 'extra')}: временно`]);
    await expectAccessibleInEveryTheme(page, 'a text that differs');
    await paste(page, w, SHORTER);
    await expect(said.getByRole('listitem')).toContainText([`${says(w, 'missing')}: нов`]);
    await expect(said.locator('mark')).toHaveCount(0);
  });

  test('what is never sent weighs more than what it is like: each with its place and its source', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, STOLEN);
    const said = answer(page, w);
    await expect(said).toContainText(says(w, 'said.never'));
    await expect(said).toContainText(says(w, 'means.never_like', { sender: fund(w) }));
    await expect(said.getByRole('link', { name: '0800 14 800' })).toHaveAttribute('href', 'tel:080014800');
    for (const [problem, words] of [
      ['money', '20 лв'],
      ['link', 'nzok-plateni.top/vnoska'],
      ['person', '8001010008'],
    ]) {
      const named = says(w, `problem.${problem}`);
      const row = said.getByRole('listitem').filter({ has: page.getByText(`${named}:`, { exact: true }) });
      await expect(row.locator('q').filter({ hasText: words })).toBeVisible();
      await expect(row).toContainText(w.text('source:label').trim());
      const mark = said.locator('mark').filter({ hasText: words });
      await expect(mark).toHaveText(new RegExp(`^\\[${escape(says(w, 'marked', { what: named }))}: .*\\]$`));
    }
    // Not even a click away: a link of thieves is only a text here.
    await expect(said.getByRole('link', { name: /nzok-plateni/ })).toHaveCount(0);
    await expectAccessibleInEveryTheme(page, 'a text with what is never sent');
  });

  test('letters of another alphabet make even the right words wrong', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, SLIPPED);
    const said = answer(page, w);
    await expect(said).toContainText(says(w, 'said.slipped', { sender: fund(w) }));
    await expect(said).toContainText(says(w, 'means.mixed'));
    await expect(said.locator('mark')).toHaveText(`[${says(w, 'mixed')}: Пpoтокол]`);
  });

  test('a text that nobody publishes is no proof of fraud, and whom to ask stands there', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, ORDINARY);
    await expect(answer(page, w)).toContainText(says(w, 'said.none'));
    await expect(answer(page, w)).toContainText(says(w, 'means.none'));
    const report = page.getByRole('region', { name: says(w, 'report.title'), exact: true });
    await expect(report.getByRole('link', { name: '0800 14 800' })).toHaveAttribute('href', 'tel:080014800');
    await report.getByText(says(w, 'report.elsewhere')).click();
    await expect(report.getByRole('link', { name: '1406' })).toBeVisible();
    const never = page.getByRole('region', { name: says(w, 'never.title'), exact: true });
    await expect(never).toContainText(says(w, 'never.topic'));
    await expectAccessibleInEveryTheme(page, 'a text that nobody publishes');
  });

  test('a text of a megabyte, and one that means to be markup, harm nothing', async ({ page, w }) => {
    await open(page, w);
    await paste(page, w, '<img src=x onerror=alert(1)> bit.ly/x <script>alert(1)</script>');
    await expect(answer(page, w)).toContainText('<img src=x onerror=alert(1)>');
    await expect(answer(page, w).locator('img, script')).toHaveCount(0);
    await pasteMuch(page, w, 'дума bit.ly/x '.repeat(60_000));
    await expect(answer(page, w)).toContainText(says(w, 'said.never'));
    await expect(answer(page, w)).toContainText(says(w, 'means.cut'));
    await pasteMuch(page, w, 'дума '.repeat(200_000));
    await expect(answer(page, w)).toContainText(says(w, 'said.too_long'));
    await page.getByRole('button', { name: says(w, 'clear') }).click();
    await expect(answer(page, w)).toContainText(says(w, 'empty'));
    await expect(field(page, w)).toBeFocused();
    await expect(aloud(page)).toHaveText(says(w, 'cleared'));
  });

  test('the text leaves the device in no request, and is gone with the page', async ({ page, mock, w }) => {
    const sent: string[] = [];
    const watch = (request: Request) => sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`);
    page.on('request', watch);
    await open(page, w);
    for (const text of [GENUINE, STOLEN, ORDINARY]) await paste(page, w, text);
    await expect(aloud(page)).toHaveText(says(w, 'said.none'));
    const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href, document.cookie]));
    const told = [decodeURIComponent(sent.join('\n')), await kept(), await mock.log()].join('\n');
    expect(sent.length).toBeGreaterThan(3);
    for (const word of ['ЗП-2200-000731', 'nzok-plateni', '8001010008', 'Петрова']) expect(told).not.toContain(word);
    expect(await mock.count(TEXTS)).toBe(1);
    await page.getByRole('link', { name: w.text('privacy.title'), exact: true }).click();
    await arrive(page);
    await page.goBack();
    await expect(field(page, w)).toHaveValue('');
    await paste(page, w, ORDINARY);
    await page.reload();
    await expect(field(page, w)).toHaveValue('');
  });

  for (const kind of ['status', 'drop', 'garbage'] as const) {
    test(`published texts that cannot be had (${kind}): what is never sent is found all the same, and trying again compares`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^(500|net::\S+) \/api\/v1\/published-templates$/);
      const code = kind === 'status' ? { code: 'internal' } : {};
      await mock.fail({ route: TEXTS, kind, ...code });
      await page.goto('/genuine');
      const alert = compared(page, w).getByRole('alert');
      await expect(alert).toBeVisible();
      await paste(page, w, STOLEN);
      await expect(answer(page, w)).toContainText(says(w, 'said.never'));
      await paste(page, w, GENUINE);
      await expect(answer(page, w)).toContainText(says(w, 'said.failed'));
      await expect(answer(page, w)).toContainText(says(w, 'means.failed'));
      if (kind === 'status') await expectAccessibleInEveryTheme(page, 'without the published texts');
      await mock.mend();
      await alert.getByRole('button', { name: w.text('retry') }).click();
      await expect(answer(page, w)).toContainText(says(w, 'said.matches', { sender: fund(w) }));
      await expect(field(page, w)).toHaveValue(GENUINE);
      await expect(alert).toHaveCount(0);
    });
  }

  test('while they are on their way the page says so, and answers as soon as they are here', async ({ page, mock, w }) => {
    await mock.fail({ route: TEXTS, kind: 'hold' });
    await page.goto('/genuine');
    await paste(page, w, GENUINE);
    await expect(answer(page, w)).toContainText(says(w, 'said.coming'));
    await expect(compared(page, w)).toContainText(says(w, 'compared.coming'));
    await mock.mend();
    await expect(answer(page, w)).toContainText(says(w, 'said.matches', { sender: fund(w) }));
  });

  test('with the keyboard alone: typing keeps the focus, and the answer is said once it settles', async ({ page, w }) => {
    await open(page, w);
    await tabTo(page, new RegExp(`^${escape(says(w, 'label'))}`)).catch(() => field(page, w).focus());
    await page.keyboard.insertText('Платете ');
    await page.keyboard.type('20 лв.');
    await expect(field(page, w)).toBeFocused();
    await expect(answer(page, w)).toContainText(says(w, 'said.never'));
    await expect(aloud(page)).toHaveText(says(w, 'said.never'));
    expect((await tab(page))?.name).toBe(says(w, 'clear'));
    await page.keyboard.press('Enter');
    await expect(field(page, w)).toBeFocused();
    await expect(field(page, w)).toHaveValue('');
  });
});

test('signed in: the account leads there, and another language keeps the text', async ({ page, w }) => {
  await page.goto('/account');
  const messages = page.getByRole('region', { name: w.text('account:messages.title'), exact: true });
  await messages.getByRole('link', { name: w.text('genuine.title') }).click();
  await arrive(page);
  await paste(page, w, GENUINE);
  await expect(answer(page, w)).toContainText(says(w, 'said.matches', { sender: fund(w) }));
  const other = w.lang === 'bg' ? 'ru' : 'bg';
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(other);
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await expect(page.getByRole('textbox')).toHaveValue(GENUINE);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(w.text('genuine.title'));
});

test('what was pasted before it was known who is signed in is not lost', async ({ page, mock, w }) => {
  await mock.fail({ route: 'get_session', kind: 'hold' });
  await page.goto('/genuine');
  await paste(page, w, ORDINARY);
  await expect(answer(page, w)).toContainText(says(w, 'said.none'));
  await mock.mend();
  await expect(page.getByRole('navigation', { name: w.text('places.label') })).toBeVisible();
  await expect(field(page, w)).toHaveValue(ORDINARY);
});

test('when the session ends the text is gone, though the page is for everybody', async ({ page, trouble, w }) => {
  trouble.allow(/^401 /);
  await open(page, w);
  await paste(page, w, ORDINARY);
  await expect(aloud(page)).toHaveText(says(w, 'said.none'));
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: w.text('account:leaving.button') }).click();
  const dialog = other.getByRole('dialog', { name: w.text('account:leaving.question') });
  await dialog.getByRole('button', { name: w.text('account:leaving.confirm') }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('navigation', { name: w.text('places.label') })).toHaveCount(0);
  await expect(page).toHaveURL(/\/genuine$/);
  await expect(field(page, w)).toHaveValue('');
});
