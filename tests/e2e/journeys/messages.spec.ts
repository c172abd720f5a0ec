import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { accept, changeGrant, invited, somebodyElse } from '../fixtures/family';
import { arrive, tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { chooseElsewhere, control, usePhone } from '../fixtures/notifications';
import { persona } from '../fixtures/personas';
import type { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const MESSAGES = '/notifications';
const MARIA = persona('patient');
const SOFIA = 'Europe/Sofia';
const MINUTE = 60;
const DOCUMENT = 'patient-psoriasis';
/** What is told of it: the fund asks for documents. */
const ASKS = { kind: 'protocol.docs_required', to: 'docs_required' };

/** A text of these pages. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`messages:${key}`, values);
}

/** The messages about something in the list, the newest first. */
function about(page: Page, w: Words, subject: string): Locator {
  const name = w.text(`subjects:of.${subject}`);
  return page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

function way(page: Page, w: Words): Locator {
  return page.getByRole('region', { name: says(w, 'way_title'), exact: true });
}

/** Wants to be told of medicine protocols by channels. */
async function want(page: Page, channels: string[]): Promise<void> {
  await chooseElsewhere(page.request, {
    wishes: channels.map((channel) => ({ person: MARIA.person, topic: 'protocols', channel, wish: 'on' })),
  });
}

/** What happens to the document is told, and the message about it is opened. */
async function told(page: Page, mock: Server, w: Words): Promise<void> {
  await mock.event(DOCUMENT, ASKS);
  await page.goto(MESSAGES);
  await about(page, w, 'protocol_docs_required').first().getByRole('link').click();
  await expect(way(page, w)).toBeVisible();
}

/** Asks for what is new on an open page. */
async function again(page: Page, w: Words): Promise<void> {
  await page.getByRole('button', { name: says(w, 'again'), exact: true }).click();
}

/** Time passes until after the session is over, with no page open that would notice; then the same page again. */
async function later(page: Page, mock: Server, signIn: (persona: string) => Promise<void>, seconds: number): Promise<void> {
  const address = page.url();
  await page.goto('about:blank');
  await mock.advance(seconds);
  await signIn('patient');
  await page.goto(address);
}

test('what stays in the portal says why, and leads to where that is chosen', async ({ page, w }) => {
  await page.goto(MESSAGES);
  const first = about(page, w, 'protocol_registered').first();
  await expect(first).toContainText(says(w, 'state.only_in_portal'));
  await expect(first).toContainText(says(w, 'why.undecided'));
  await expectAccessibleInEveryTheme(page, 'the list of messages');
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('subjects:of.protocol_registered'));
  await expect(page.getByRole('main')).toContainText(says(w, 'why.undecided'));
  await expect(way(page, w)).toHaveCount(0);
  await page.getByRole('link', { name: says(w, 'mend_wishes') }).click();
  await expect(page).toHaveURL(`/notifications/settings/${MARIA.person}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('notifications:wishes.title'));
});

test('an SMS goes and arrives: its way, the text as it was sent, and the version of the text', async ({ page, mock, w }) => {
  await want(page, ['sms']);
  await mock.event(DOCUMENT, ASKS);
  await page.goto(MESSAGES);
  const first = about(page, w, 'protocol_docs_required').first();
  await expect(first).toContainText(says(w, 'state.on_the_way'));
  await mock.advance(10);
  await again(page, w);
  const arrived = says(w, 'state.arrived', { by: w.text('subjects:by.sms'), at: w.moment('2026-11-22T08:00:05Z', SOFIA) });
  await expect(first).toContainText(arrived);
  await first.getByRole('link').click();
  const path = way(page, w);
  await expect(page.getByRole('main')).toContainText(arrived);
  await expect(path).toContainText(says(w, 'leg.delivered'));
  const [sent] = (await (await fetch(`${mock.url}/mock/outbox`)).json()).messages.slice(-1);
  await expect(path.locator('blockquote')).toHaveText(sent.text);
  await expect(path).toContainText(MARIA.contacts.phone);
  await expect(path).toContainText(says(w, 'version', { n: 1, since: w.moment('2024-09-02T00:00:00Z', SOFIA) }));
  await expect(path).toContainText(says(w, 'parts', { n: sent.parts }));
  await expect(page.getByText(says(w, 'because.wanted'), { exact: true })).toBeVisible();
  await expectAccessibleInEveryTheme(page, 'a message that arrived');
  await page.getByRole('link', { name: says(w, 'open_document') }).click();
  await expect(page).toHaveURL(`/documents/${DOCUMENT}`);
});

test('a number without Viber: the message goes on by SMS at once', async ({ page, mock, w }) => {
  await usePhone(page.request, mock, '+359880009901');
  await want(page, ['viber', 'sms']);
  await told(page, mock, w);
  await mock.advance(20);
  await again(page, w);
  const path = way(page, w);
  await expect(path).toContainText(says(w, 'way.failed', { why: says(w, 'failure.not_on_channel') }));
  await expect(path).toContainText(says(w, 'leg.delivered'));
  await expect(page.getByRole('main')).toContainText(w.pattern('messages:state.arrived', { by: w.text('subjects:by.sms') }));
  await expectAccessibleInEveryTheme(page, 'a message that went on by SMS');
});

test('no word from Viber: after the wait it goes on by SMS, and says so before and after', async ({ page, mock, signIn, w }) => {
  await usePhone(page.request, mock, '+359880009902');
  await want(page, ['viber', 'sms']);
  await told(page, mock, w);
  const wait = w.text('subjects:wait_minutes', { n: 30 });
  const path = way(page, w);
  await expect(path).toContainText(says(w, 'way.open', { wait }));
  await expect(path).toContainText(says(w, 'leg.queued'));
  await later(page, mock, signIn, 30 * MINUTE + 10);
  await expect(path).toContainText(says(w, 'way.no_word', { wait }));
  await expect(path).toContainText(says(w, 'leg.delivered'));
  await expect(page.getByRole('main')).toContainText(w.pattern('messages:state.arrived', { by: w.text('subjects:by.sms') }));
});

test('in quiet hours a calm message waits until seven, and then goes', async ({ page, mock, signIn, w }) => {
  await chooseElsewhere(page.request, { quiet: { from: '22:00', to: '07:00', action: false } });
  await want(page, ['sms']);
  await mock.until('2026-11-22T23:00:00+02:00');
  await signIn('patient');
  await mock.event('patient-asthma', { kind: 'protocol.docs_received', to: 'docs_received' });
  await page.goto(MESSAGES);
  const first = about(page, w, 'protocol_docs_received').first();
  const until = w.moment('2026-11-23T05:00:00Z', SOFIA);
  await expect(first).toContainText(says(w, 'state.waiting', { until }));
  await first.getByRole('link').click();
  await expect(way(page, w)).toContainText(says(w, 'held_for', { names: MARIA.name, until }));
  await expectAccessibleInEveryTheme(page, 'a message that waits');
  await later(page, mock, signIn, 8 * 60 * MINUTE + 10);
  const at = w.moment('2026-11-23T05:00:05Z', SOFIA);
  await expect(page.getByRole('main')).toContainText(says(w, 'state.arrived', { by: w.text('subjects:by.sms'), at }));
});

test.describe('an elderly mother', () => {
  test.use({ persona: 'mother' });

  test('sees that her daughter and her son were told, and each of them only their own', async ({ browser, page, mock, w }) => {
    const daughter = await somebodyElse(browser, mock, w, 'patient');
    const son = await somebodyElse(browser, mock, w, 'carer');
    await accept(daughter.request, await invited(page.request, '2027-05-31', ['look', 'receive']));
    await changeGrant(page.request, 'g-stefka-georgi', { scopes: ['look', 'receive'] });
    await usePhone(son.request, mock, '+359880000092');
    await mock.event('stefka-memory-2', ASKS);
    await mock.advance(10);
    const subject = w.text('subjects:of.protocol_docs_required');
    for (const reader of [page, daughter, son]) {
      await reader.goto(MESSAGES);
      await reader.getByRole('link', { name: subject, exact: true }).filter({ visible: true }).first().click();
      await expect(way(reader, w)).toBeVisible();
    }
    const others = (reader: Page) => reader.getByRole('region', { name: says(w, 'others_title'), exact: true });
    const names = [MARIA.name, persona('carer').name];
    await expect(others(page).getByRole('listitem')).toHaveCount(names.length);
    for (const name of names) {
      await expect(others(page)).toContainText(new RegExp(`${escape(name)}: `));
    }
    await expectAccessibleInEveryTheme(page, 'a message that others got, too');
    for (const reader of [daughter, son]) {
      await expect(others(reader)).toHaveCount(0);
      await expect(reader.getByText(says(w, 'ground.proxy', { name: persona('mother').name }), { exact: true })).toBeVisible();
      await reader.context().close();
    }
  });
});

test.describe('who cares for others', () => {
  test.use({ persona: 'carer' });

  test('chooses about whom, and the choice stands in the address', async ({ page, w }) => {
    await page.goto(MESSAGES);
    const list = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Образцов' });
    await expect(list.filter({ hasText: 'Борис' }).first()).toBeVisible();
    const person = page.getByLabel(w.text('filters.person'), { exact: true });
    await person.selectOption('p-carer-ani');
    await expect(page).toHaveURL(`${MESSAGES}?person=p-carer-ani`);
    await expect(list.filter({ hasText: 'Борис Образцов ·' })).toHaveCount(0);
    await expect(list.filter({ hasText: 'Ани Образцова ·' }).first()).toBeVisible();
    await page.reload();
    await expect(person).toHaveValue('p-carer-ani');
    await expect(list.filter({ hasText: 'Ани Образцова ·' }).first()).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(MESSAGES);
    await expect(list.filter({ hasText: 'Борис Образцов ·' }).first()).toBeVisible();
  });
});

test('older messages come by a press; when they cannot, those that are there stay', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^500 \/api\/v1\/notifications\/messages$/);
  for (let count = 0; count < 50; count += 1) {
    await control(mock, 'occurrences', { person: MARIA.person, subject: 'account.data_ready' });
  }
  await page.goto(MESSAGES);
  const main = page.getByRole('main');
  const ready = main.getByRole('link', { name: w.text('subjects:of.account_data_ready'), exact: true });
  await expect(ready).toHaveCount(50);
  await mock.fail({ route: 'list_messages', kind: 'status', code: 'internal', count: 1 });
  const more = page.getByRole('button', { name: says(w, 'more'), exact: true });
  await more.click();
  await expect(page.getByRole('alert')).toContainText(says(w, 'more_failed'));
  await expect(ready).toHaveCount(50);
  await more.click();
  await expect(about(page, w, 'protocol_registered').first()).toBeVisible();
  await expect(main.getByText(says(w, 'end'), { exact: true })).toBeVisible();
  await expect(ready).toHaveCount(50);
});

test('what is told while the list is open appears by itself', async ({ page, mock, w }) => {
  await page.goto(MESSAGES);
  const all = about(page, w, 'protocol_docs_required');
  await expect(all.first()).toBeVisible();
  const before = await all.count();
  await expectLive(page, w);
  await mock.event(DOCUMENT, ASKS);
  await expect(all).toHaveCount(before + 1);
});

test('with the keyboard alone to a message, and back to the list', async ({ page, w }) => {
  await page.goto(MESSAGES);
  await expect(about(page, w, 'protocol_docs_required').first()).toBeVisible();
  await tabTo(page, new RegExp(`^${escape(w.text('subjects:of.protocol_docs_required'))}$`));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('subjects:of.protocol_docs_required'));
  await arrive(page);
  await tabTo(page, new RegExp(`^${escape(w.text('messages.title'))}$`));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(MESSAGES);
  await arrive(page);
});
