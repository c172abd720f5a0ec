import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { pass, takeClock } from '../fixtures/clock';
import { problems } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { control, lastCode, outbox, Told } from '../fixtures/notifications';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

const CONTACTS = '/notifications/contacts';
const MINUTE = 60;
const PHONE = '+359880000002';

test.use({ persona: 'carer' });

/** The card of one's own phone, or of another contact, and what can be done in it. */
class Card {
  readonly told: Told;

  constructor(
    readonly page: Page,
    readonly w: Words,
    readonly card: Locator = page.getByRole('region', { name: w.text('notifications:contacts_phone'), exact: true }),
  ) {
    this.told = new Told(page, w);
  }

  button(key: string): Locator {
    return this.card.getByRole('button', { name: this.told.says(`code.${key}`), exact: true });
  }

  get field(): Locator {
    return this.card.getByRole('textbox', { name: this.told.says('code.label'), exact: true });
  }

  /** Sends a code, and comes to its field. */
  async send(): Promise<void> {
    await this.button('send').click();
    await expect(this.field).toBeFocused();
  }

  async type(code: string): Promise<void> {
    await this.field.fill(code);
    await this.button('confirm').click();
  }

  /** What the summary says of the code. */
  problem(key: string): Locator {
    return problems(this.page, this.w, 1).filter({ hasText: this.told.says(`code.${key}`) });
  }
}

/** Another code than the one that was sent. */
function wrong(code: string): string {
  return code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
}

test('a code goes to the phone alone, a wrong one is said, the right one confirms the phone', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^422 .*\/verification$/);
  const phone = new Card(page, w);
  const { told } = phone;
  await page.goto(CONTACTS);
  await expect(phone.card).toContainText(told.says('unverified'));
  await phone.send();
  await expect(page.getByRole('status').filter({ hasText: told.says('code.sent') })).toBeAttached();
  await expect(phone.card).toContainText(told.says('pending'));
  await expect(phone.card).toContainText(told.says('code.until', { until: w.moment('2026-11-22T08:10:00Z', 'Europe/Sofia') }));
  const left = await outbox(mock);
  expect(left.map(({ channel, address }) => [channel, address])).toEqual([['sms', PHONE]]);
  const code = await lastCode(mock);
  await expectAccessibleInEveryTheme(page, 'a code is typed');

  await phone.button('confirm').click();
  await expect(phone.problem('empty')).toBeFocused();
  await phone.type('12 34');
  await expect(phone.problem('form')).toBeFocused();
  expect(await mock.count('verify_contact')).toBe(0);
  await phone.type(wrong(code));
  await expect(phone.problem('wrong')).toBeFocused();
  await expect(phone.field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleInEveryTheme(page, 'a wrong code');
  await phone.type(`${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(phone.card).toContainText(told.says('verified_since', { since: w.moment('2026-11-22T08:00:00Z', 'Europe/Sofia') }));
  await expect(page.getByRole('status').filter({ hasText: told.says('verified') })).toBeAttached();
  await expect(phone.card.getByRole('button')).toHaveCount(0);
  expect(await mock.log()).not.toContain(code);
});

test('with the keyboard alone', async ({ page, mock, w }) => {
  const phone = new Card(page, w);
  await page.goto(CONTACTS);
  await expect(phone.button('send')).toBeVisible();
  await tabTo(page, new RegExp(`^${escape(phone.told.says('code.send'))}$`));
  await page.keyboard.press('Enter');
  await expect(phone.field).toBeFocused();
  await page.keyboard.type(await lastCode(mock));
  await page.keyboard.press('Enter');
  await expect(phone.card).toContainText(w.pattern('notifications:verified_since'));
  // What had the focus is gone.
  await expect(phone.card.getByRole('heading', { level: 2 })).toBeFocused();
});

test('the next code can be asked for after a minute, the page counts down to it, and the first one serves no longer', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^422 .*\/verification$/);
  await takeClock(page);
  const phone = new Card(page, w);
  await page.goto(CONTACTS);
  await phone.send();
  const first = await lastCode(mock);
  const again = phone.button('again');
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await expect(phone.card).toContainText(w.pattern('notifications:code.wait_seconds'));
  await pass(page, mock, MINUTE + 1);
  await expect(again).not.toHaveAttribute('aria-disabled', 'true');
  await again.click();
  await expect.poll(async () => (await outbox(mock)).length).toBe(2);
  await expect(phone.field).toBeFocused();
  const second = await lastCode(mock);
  if (first !== second) {
    await phone.type(first);
    await expect(phone.problem('wrong')).toBeFocused();
  }
  await phone.type(second);
  await expect(phone.card).toContainText(w.pattern('notifications:verified_since'));
});

test('a code serves ten minutes', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^422 .*\/verification$/);
  await takeClock(page);
  const phone = new Card(page, w);
  await page.goto(CONTACTS);
  await phone.send();
  const code = await lastCode(mock);
  await pass(page, mock, 10 * MINUTE + 1);
  await phone.type(code);
  await expect(phone.problem('lapsed').or(phone.problem('none')).first()).toBeVisible();
  await expect(phone.card).not.toContainText(w.pattern('notifications:verified_since'));
});

test('too many wrong codes: nobody can go on guessing, and the page says for how long', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^4(22|29) .*\/verification$/);
  const phone = new Card(page, w);
  await page.goto(CONTACTS);
  await phone.send();
  const code = await lastCode(mock);
  const much = phone.card.getByText(phone.told.says('code.too_many'));
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await phone.type(wrong(code));
    await expect.poll(() => mock.count('verify_contact')).toBe(attempt);
    await expect(phone.problem('wrong')).toBeVisible();
  }
  await phone.type(code);
  await expect(much).toBeVisible();
  await expectAccessibleInEveryTheme(page, 'too many codes');
  await expect(phone.card).not.toContainText(w.pattern('notifications:verified_since'));
});

for (const kind of ['status', 'drop'] as const) {
  const failure = kind === 'status' ? { kind, code: 'internal' } : { kind };
  test(`a code that cannot be sent or taken (${kind}) is said, and works the next time`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/notifications\/contacts\//);
    const phone = new Card(page, w);
    const says = w.text(`error.${kind === 'status' ? 'server' : 'offline'}`);
    await page.goto(CONTACTS);
    await mock.fail({ route: 'send_contact_code', ...failure, count: 1 });
    await phone.button('send').click();
    await expect(phone.card.getByRole('alert')).toContainText(says);
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a code that was not sent');
    await phone.send();
    await expect(phone.card.getByRole('alert')).toHaveCount(0);
    await mock.fail({ route: 'verify_contact', ...failure, count: 1 });
    const code = await lastCode(mock);
    await phone.type(code);
    await expect(phone.card.getByRole('alert')).toContainText(says);
    await expect(phone.field).toHaveValue(code);
    await phone.button('confirm').click();
    await expect(phone.card).toContainText(w.pattern('notifications:verified_since'));
  });

  test(`a contact apart that cannot be added or taken away (${kind}) is said, and works the next time`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/notifications\/contacts/);
    const apart = new Apart(page, w);
    const says = w.text(`error.${kind === 'status' ? 'server' : 'offline'}`);
    await apart.open();
    await mock.fail({ route: 'add_notification_contact', ...failure, count: 1 });
    await apart.fill('0888 123 456');
    await expect(apart.section.getByRole('alert')).toContainText(says);
    await expect(apart.address).toHaveValue('0888 123 456');
    await apart.add.click();
    const remove = apart.card.getByRole('button', { name: apart.told.says('remove') });
    await expect(remove).toBeVisible();
    await mock.fail({ route: 'delete_notification_contact', ...failure, count: 1 });
    await remove.click();
    await expect(apart.card.getByRole('alert')).toContainText(says);
    await remove.click();
    await expect(apart.card).toHaveCount(0);
  });
}

/** The form of a contact for one person alone. */
class Apart {
  readonly told: Told;

  constructor(
    readonly page: Page,
    readonly w: Words,
  ) {
    this.told = new Told(page, w);
  }

  get section(): Locator {
    return this.told.section('apart.title');
  }

  get address(): Locator {
    return this.section.getByRole('textbox', { name: this.told.says('add.address'), exact: true });
  }

  get add(): Locator {
    return this.section.getByRole('button', { name: this.told.says('contacts_add'), exact: true });
  }

  /** The contact that is there. */
  get card(): Locator {
    return this.section.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: /Ани/ }) });
  }

  async open(): Promise<void> {
    await this.page.goto(CONTACTS);
    await this.section.getByText(this.told.says('add.title'), { exact: true }).click();
    await expect(this.address).toBeVisible();
  }

  /** Adds a phone for the younger child. */
  async fill(address: string): Promise<void> {
    await this.section.getByLabel(this.told.says('add.person'), { exact: true }).selectOption({ label: `Ани Образцова (${this.w.text('relation.child')})` });
    await this.section.getByLabel(this.told.says('add.reach'), { exact: true }).selectOption('phone');
    await this.address.fill(address);
    await this.add.click();
  }
}

test('a child gets a phone of their own: what is wrong is said, it is confirmed, and taken away again', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^422 \/api\/v1\/notifications\/contacts$/);
  const apart = new Apart(page, w);
  const { told } = apart;
  await apart.open();
  await apart.add.click();
  const summary = problems(page, w, 3);
  await expect(summary).toBeFocused();
  await expectAccessibleInEveryTheme(page, 'a contact apart with problems');
  await summary.getByRole('link', { name: w.text('form:problem_of', { label: told.says('add.address'), problem: told.says('add.empty') }) }).click();
  await expect(apart.address).toBeFocused();
  await apart.fill('0888 12');
  await expect(problems(page, w, 1)).toContainText(w.text('contact:phone_too_short'));
  expect(await mock.count('add_notification_contact')).toBe(0);
  await apart.fill('0888 123 456');
  await expect(apart.card).toContainText('+359888123456');
  await expect(page.getByRole('status').filter({ hasText: told.says('add.done') })).toBeAttached();
  await expect(apart.address).toHaveValue('');

  await apart.fill('0888 123 457');
  await expect(problems(page, w, 1)).toContainText(told.says('add.twice'));

  const code = new Card(page, w, apart.card);
  await code.send();
  await code.type(await lastCode(mock));
  await expect(apart.card).toContainText(w.pattern('notifications:verified_since'));
  expect((await outbox(mock)).at(-1)?.address).toBe('+359888123456');
  await expectAccessibleInEveryTheme(page, 'a contact apart');
  await apart.card.getByRole('button', { name: told.says('remove') }).click();
  await expect(apart.card).toHaveCount(0);
  await expect(apart.section.getByRole('heading', { level: 2 })).toBeFocused();
  await page.reload();
  await expect(apart.section).toBeVisible();
  await expect(apart.card).toHaveCount(0);
});

test('a STOP that was texted to the carrier is shown with the way to undo it', async ({ page, mock, w }) => {
  const phone = new Card(page, w);
  await control(mock, 'stops', { address: PHONE, channel: 'sms', stopped: true });
  await page.goto(CONTACTS);
  const since = w.moment('2026-11-22T08:00:00Z', 'Europe/Sofia');
  await expect(phone.card).toContainText(phone.told.says('stop.sms', { since }));
  await expect(phone.card).toContainText(w.pattern('notifications:undo.text'));
  await expectAccessibleInEveryTheme(page, 'a stopped channel');
  await control(mock, 'stops', { address: PHONE, channel: 'sms', stopped: false });
  await page.reload();
  await expect(phone.card).toContainText(PHONE);
  await expect(phone.card).not.toContainText(w.pattern('notifications:stop.sms'));
});

test.describe('who has no phone', () => {
  test.use({ persona: 'teen' });

  test('comes straight to its field in the account, saves it, comes back and confirms it', async ({ page, mock, w }) => {
    const phone = new Card(page, w);
    await page.goto(CONTACTS);
    await expect(phone.card).toContainText(phone.told.says('contacts_no_phone'));
    await phone.card.getByRole('link', { name: phone.told.says('contacts_add') }).click();
    const field = page.getByRole('textbox', { name: w.text('account:contacts.phone'), exact: true });
    await expect(field).toBeFocused();
    await expect(page.getByText(w.text('account:contacts.for_messages'))).toBeVisible();
    await field.fill('0888 765 432');
    await page.getByRole('button', { name: w.text('form:save'), exact: true }).click();
    await expect(page.getByText(w.text('form:saved'), { exact: true })).toBeVisible();
    await page.getByRole('link', { name: w.text('account:contacts.back') }).click();
    await expect(phone.card).toContainText('+359888765432');
    await phone.send();
    await phone.type(await lastCode(mock));
    await expect(phone.card).toContainText(w.pattern('notifications:verified_since'));
  });
});
