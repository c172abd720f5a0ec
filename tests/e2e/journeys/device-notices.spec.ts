import type { BrowserContext, Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { pass, takeClock } from '../fixtures/clock';
import { tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { Notices } from '../fixtures/notices';
import { addContact, chooseElsewhere, outbox, removeContacts, Told } from '../fixtures/notifications';
import { persona } from '../fixtures/personas';
import type { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const CONTACTS = '/notifications/contacts';
const MARIA = persona('patient');
const DOCUMENT = 'patient-psoriasis';
/** What is told of it: the fund asks for documents. */
const ASKS = { kind: 'protocol.docs_required', to: 'docs_required' };
/** As often as a device looks for what is new, in seconds. */
const EVERY = 60;

/** The section about this device. */
class Device {
  readonly told: Told;
  readonly section: Locator;

  constructor(
    readonly page: Page,
    readonly w: Words,
  ) {
    this.told = new Told(page, w);
    this.section = page.getByRole('region', { name: this.told.says('device.title'), exact: true });
  }

  says(key: string): string {
    return this.told.says(`device.${key}`);
  }

  get allow(): Locator {
    return this.section.getByRole('button', { name: this.says('allow'), exact: true });
  }

  get all(): Locator {
    return this.section.getByRole('listitem');
  }

  /** That notices come here. */
  get here(): Locator {
    return this.section.getByText(this.says('here'), { exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto(CONTACTS);
    await expect(this.section).toBeVisible();
  }

  async allowed(): Promise<void> {
    await this.open();
    await this.allow.click();
    await expect(this.here).toBeVisible();
  }
}

/** Wants notices about medicine protocols. */
async function want(page: Page): Promise<void> {
  await chooseElsewhere(page.request, { wishes: [{ person: MARIA.person, topic: 'protocols', channel: 'push', wish: 'on' }] });
}

/** The text of the last notice that left. */
async function left(mock: Server): Promise<string> {
  return (await outbox(mock)).filter(({ channel }) => channel === 'push').at(-1)?.text ?? 'no notice left';
}

/** Everything that the browser keeps for the site. */
function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}

async function secondTab(context: BrowserContext, w: Words): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto('/');
  await expectLive(tab, w);
  return tab;
}

test('allowed with one press: a notice shows what they look like, and what is sent then is shown word for word, once', async ({ page, context, mock, w }) => {
  const notices = await Notices.play(context);
  const device = new Device(page, w);
  await device.open();
  await expectAccessibleInEveryTheme(page, 'before notices are allowed');
  await device.allow.click();
  await expect(device.here).toBeVisible();
  expect(notices.shown).toEqual([{ title: device.says('title'), body: device.says('trial'), tag: 'device' }]);
  await expect(page.getByRole('status').filter({ hasText: device.says('here') })).toBeAttached();
  await expect(device.section.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(device.all).toHaveCount(1);
  await expect(device.all).toContainText(device.says('this'));
  await expectAccessibleInEveryTheme(page, 'notices are allowed');

  await want(page);
  const other = await secondTab(context, w);
  await mock.event(DOCUMENT, ASKS);
  await expect.poll(() => notices.shown.length).toBe(2);
  expect(notices.shown.at(-1)?.body).toBe(await left(mock));
  expect(notices.shown.at(-1)?.title).not.toBe('');
  // A locked screen is read by whoever is near.
  expect(JSON.stringify(notices.shown)).not.toMatch(new RegExp(`${escape(MARIA.name)}|ПЛ-|псориазис`, 'i'));

  // The tab that showed it goes: the other one goes on, with what is new alone.
  await page.close();
  await mock.event(DOCUMENT, { kind: 'protocol.approved', to: 'approved' });
  await expect.poll(() => notices.shown.length).toBe(3);
  expect(notices.shown.at(-1)?.body).toBe(await left(mock));
  expect(await kept(other)).not.toMatch(/\p{Script=Cyrillic}/u);
});

test('with the keyboard alone', async ({ page, context, w }) => {
  await Notices.play(context);
  const device = new Device(page, w);
  await device.open();
  await tabTo(page, new RegExp(`^${escape(device.says('allow'))}$`));
  await page.keyboard.press('Enter');
  await expect(device.here).toBeVisible();
  await expect(device.section.getByRole('heading', { level: 2 })).toBeFocused();
  await tabTo(page, new RegExp(`^${escape(device.says('take'))}`));
  await page.keyboard.press('Enter');
  await expect(device.allow).toBeVisible();
  await expect(device.section.getByRole('heading', { level: 2 })).toBeFocused();
});

test('the question of the browser is sent away, then answered with no: each is said, with what can be done', async ({ page, context, mock, w }) => {
  const notices = await Notices.play(context, { answer: 'default' });
  const device = new Device(page, w);
  await device.open();
  await device.allow.click();
  await expect(device.section).toContainText(device.says('undecided_text'));
  await expectAccessibleInEveryTheme(page, 'nobody answered');
  await notices.now({ answer: 'denied' });
  await device.open();
  await device.allow.click();
  await expect(device.section).toContainText(device.says('denied_text'));
  await expect(device.section.getByRole('button')).toHaveCount(0);
  await expectAccessibleInEveryTheme(page, 'notices are forbidden');
  expect(notices.shown).toEqual([]);
  expect(await mock.count('add_notification_contact')).toBe(0);
});

test('a browser that cannot show notices says so, before it is asked or after', async ({ page, context, mock, w }) => {
  const notices = await Notices.play(context, { shows: false });
  const device = new Device(page, w);
  await device.open();
  await device.allow.click();
  await expect(device.section).toContainText(device.says('unsupported'));
  await notices.none();
  await device.open();
  await expect(device.section).toContainText(device.says('unsupported'));
  await expect(device.section.getByRole('button')).toHaveCount(0);
  await expectAccessibleInEveryTheme(page, 'no notices here');
  expect(await mock.count('add_notification_contact')).toBe(0);
});

test('ten devices are enough: it says so, and after one is taken away this one can be added', async ({ page, context, mock, trouble, w }) => {
  trouble.allow(/^422 \/api\/v1\/notifications\/contacts$/);
  const notices = await Notices.play(context);
  for (let count = 0; count < 10; count += 1) await addContact(page.request, { reach: 'device', address: `token-of-another-device-${count}` });
  const device = new Device(page, w);
  await device.open();
  await expect(device.all).toHaveCount(10);
  await device.allow.click();
  await expect(device.section).toContainText(device.says('limit_text'));
  await expectAccessibleInEveryTheme(page, 'ten devices');
  await device.all.first().getByRole('button').click();
  await expect(device.all).toHaveCount(9);
  await expect(device.section.getByRole('heading', { level: 2 })).toBeFocused();
  await device.allow.click();
  await expect(device.here).toBeVisible();
  await expect(device.all).toHaveCount(10);
  expect(notices.shown.every(({ tag }) => tag === 'device')).toBe(true);
  expect(await mock.count('add_notification_contact')).toBe(12);
});

for (const kind of ['status', 'drop'] as const) {
  test(`a device that cannot be added or taken away (${kind}) is said, and works the next time`, async ({ page, context, mock, trouble, w }) => {
    trouble.allow(/\/api\/v1\/notifications\/contacts/);
    await Notices.play(context);
    const device = new Device(page, w);
    await device.open();
    await mock.fail({ route: 'add_notification_contact', kind, ...(kind === 'status' && { code: 'internal' }) });
    await device.allow.click();
    await expect(device.section.getByRole('alert')).toBeVisible();
    await expect(device.all).toHaveCount(0);
    await expect(device.section).toContainText(device.says('known'));
    await mock.mend();
    await device.allow.click();
    await expect(device.here).toBeVisible();
    await expect(device.section.getByRole('alert')).toHaveCount(0);

    await mock.fail({ route: 'delete_notification_contact', kind, ...(kind === 'status' && { code: 'internal' }) });
    await device.all.getByRole('button').click();
    await expect(device.section.getByRole('alert')).toBeVisible();
    await expect(device.here).toBeVisible();
    await mock.mend();
    await device.all.getByRole('button').click();
    await expect(device.allow).toBeVisible();
  });
}

test('taken away here or on another device: nothing is shown any more, whatever is sent', async ({ page, context, mock, w }) => {
  await takeClock(page);
  const notices = await Notices.play(context);
  const device = new Device(page, w);
  await device.allowed();
  await want(page);
  await device.all.getByRole('button').click();
  await expect(device.allow).toBeVisible();
  await mock.event(DOCUMENT, ASKS);
  await pass(page, mock, EVERY + 1);
  await device.allow.click();
  await expect(device.here).toBeVisible();
  await removeContacts(page.request, 'device');
  await page.goto('/');
  await expectLive(page, w);
  await mock.event(DOCUMENT, { kind: 'protocol.approved', to: 'approved' });
  await pass(page, mock, EVERY + 1);
  expect(notices.shown.map(({ tag }) => tag)).toEqual(['device', 'device']);
});

test('what waits for the end of quiet hours is shown then', async ({ page, context, mock, w }) => {
  await takeClock(page);
  const notices = await Notices.play(context);
  const device = new Device(page, w);
  await device.allowed();
  await want(page);
  // It is ten in Sofia.
  await chooseElsewhere(page.request, { quiet: { from: '09:00', to: '10:05', action: true } });
  await mock.event(DOCUMENT, ASKS);
  await pass(page, mock, EVERY + 1);
  expect(notices.shown).toHaveLength(1);
  await pass(page, mock, 4 * EVERY);
  await pass(page, mock, EVERY + 1);
  await expect.poll(() => notices.shown.length).toBe(2);
  expect(notices.shown.at(-1)?.body).toBe(await left(mock));
});

test('somebody else signs in in this browser: it is not theirs, and shows nothing of either', async ({ page, context, mock, signIn, w }) => {
  const notices = await Notices.play(context);
  const device = new Device(page, w);
  await device.allowed();
  await want(page);
  await page.goto('about:blank');
  await signIn('carer');
  await device.open();
  await expect(device.section).toContainText(device.says('known'));
  await expect(device.all).toHaveCount(0);
  await expectLive(page, w);
  await mock.event(DOCUMENT, ASKS);
  await expect.poll(() => outbox(mock).then((all) => all.length)).toBeGreaterThan(0);
  await page.reload();
  await expectLive(page, w);
  expect(notices.shown).toHaveLength(1);
  await device.allow.click();
  await expect(device.here).toBeVisible();
  await expect.poll(() => notices.shown.length).toBe(2);
});
