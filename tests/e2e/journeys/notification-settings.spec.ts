import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { tabTo } from '../fixtures/keyboard';
import { chooseElsewhere, preferences, Told } from '../fixtures/notifications';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import { escape } from '../fixtures/words';

const SETTINGS = '/notifications/settings';
const MARIA = persona('patient');
const WISHES = `${SETTINGS}/${MARIA.person}`;
const SOFIA = 'Europe/Sofia';
const FAILS = /^(500|net::\S+) \/api\/v1\/notifications\/preferences$/;

/** A wish of Maria about herself by SMS. */
const bySms = (what: object, wish: string) => ({ wishes: [{ person: MARIA.person, channel: 'sms', wish, ...what }] });

test('nobody has chosen yet: two presses choose everything, the summary says it in a sentence, and it stays so', async ({ page, w }) => {
  const told = new Told(page, w);
  await page.goto(SETTINGS);
  const summary = told.section('summary_title');
  await expect(summary).toContainText(told.says('not.undecided'));
  await expect(summary).toContainText(told.says('because.undecided'));
  await summary.getByRole('link', { name: told.says('summary_change') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  const topic = told.row('topic.protocols');
  await told.choose(told.row('all'), 'viber', 'on');
  await told.choose(told.row('all'), 'sms', 'on');
  for (const channel of ['viber', 'sms']) await expect(told.radio(topic, channel, 'on')).toBeChecked();
  await expect(told.saved(topic)).toHaveCount(2);
  await expect(topic).toContainText(told.byViberThenSms());
  await expectAccessibleInEveryTheme(page, 'wishes that are saved');
  await page.getByRole('link', { name: w.text('told.title') }).first().click();
  await expect(summary).toContainText(told.byViberThenSms());
  await expect(summary).not.toContainText(told.says('not.undecided'));
  const { wishes } = await preferences(page.request);
  expect(new Set(wishes.map(({ channel, wish }) => `${channel} ${wish}`))).toEqual(new Set(['viber on', 'sms on']));
  await page.reload();
  await expect(summary).toContainText(told.byViberThenSms());
});

test('one kind of message alone is switched off, and only that', async ({ page, w }) => {
  await chooseElsewhere(page.request, bySms({ topic: 'protocols' }, 'on'));
  const told = new Told(page, w);
  await page.goto(WISHES);
  const singly = told.row('topic.protocols').getByText(w.pattern('notifications:wishes.singly', { n: 9 }));
  await singly.click();
  const approved = told.row('of.protocol_approved');
  await told.choose(approved, 'sms', 'off');
  await expect(told.saved(approved)).toBeVisible();
  await expect(told.row('topic.protocols')).toContainText(w.pattern('notifications:summary_kinds', { n: 8 }));
  expect((await preferences(page.request)).wishes).toContainEqual({ person: MARIA.person, subject: 'protocol.approved', channel: 'sms', wish: 'off' });
  await page.reload();
  await singly.click();
  await expect(told.radio(approved, 'sms', 'off')).toBeChecked();
  await expect(told.radio(told.row('of.protocol_refused'), 'sms', 'as_group')).toBeChecked();
});

test('what cannot be switched off is refused with the reason, and can be taken back', async ({ page, mock, w }) => {
  const told = new Told(page, w);
  await page.goto(WISHES);
  await told.row('topic.account').getByText(w.pattern('notifications:wishes.singly', { n: 5 })).click();
  const device = told.row('of.account_new_device');
  await expect(device).toContainText(told.says('kept.safety'));
  for (const channel of ['sms', 'viber', 'email']) await told.choose(device, channel, 'off');
  await expect(told.saved(device)).toHaveCount(3);
  const asked = await mock.count('change_notification_preferences');
  await told.choose(device, 'push', 'off');
  await expect(device).toContainText(told.says('wrong.kept'));
  await expect(page.getByRole('status').filter({ hasText: told.says('wrong.kept') })).toBeAttached();
  await expectAccessibleInEveryTheme(page, 'a wish that cannot be');
  await device.getByRole('button', { name: told.says('wrong.back') }).click();
  await expect(told.radio(device, 'push', 'as_group')).toBeChecked();
  await expect(device).not.toContainText(told.says('wrong.kept'));
  expect(await mock.count('change_notification_preferences')).toBe(asked);
  expect((await preferences(page.request)).wishes).toHaveLength(3);
});

test('quiet hours show when messages go out', async ({ page, w }) => {
  const told = new Told(page, w);
  const quiet = told.section('quiet.title');
  const night = (at: string, out: string) => told.says('quiet.night', { at: w.moment(at, SOFIA), out: w.moment(out, SOFIA) });
  await page.goto(SETTINGS);
  await quiet.getByRole('checkbox', { name: told.says('quiet.switch') }).check();
  await expect(told.saved(quiet)).toBeVisible();
  await expect(quiet).toContainText(night('2026-11-22T20:00:00Z', '2026-11-23T05:00:00Z'));
  await expect(quiet.getByRole('definition').filter({ hasText: told.says('quiet.at_once') })).toHaveCount(3);
  expect((await preferences(page.request)).quiet).toEqual({ from: '22:00', to: '07:00', action: false });
});

for (const [name, now, out] of [
  ['before midnight', '2026-11-22T23:30:00+02:00', '2026-11-23T05:00:00Z'],
  ['after midnight', '2026-11-23T01:30:00+02:00', '2026-11-23T05:00:00Z'],
  ['in the night that loses an hour', '2027-03-27T23:00:00+02:00', '2027-03-28T04:00:00Z'],
  ['in the night that has one more', '2027-10-30T23:00:00+03:00', '2027-10-31T05:00:00Z'],
] as const) {
  test(`in quiet hours, ${name}, messages wait until seven, those of safety never`, async ({ page, mock, signIn, w }) => {
    const told = new Told(page, w);
    const quiet = told.section('quiet.title');
    const then = told.says('quiet.then', { at: w.moment(out, SOFIA) });
    const [calm, pressing, safety] = [0, 1, 2].map((place) => quiet.getByRole('definition').nth(place));
    await mock.until(now);
    await signIn('patient');
    await chooseElsewhere(page.request, { quiet: { from: '22:00', to: '07:00', action: false } });
    await page.goto(SETTINGS);
    await expect(calm!).toHaveText(then);
    await expect(pressing!).toHaveText(told.says('quiet.at_once'));
    await quiet.getByRole('checkbox', { name: told.says('quiet.action') }).check();
    await expect(pressing!).toHaveText(then);
    await expect(safety!).toHaveText(told.says('quiet.at_once'));
  });
}

test('quiet hours that end when they begin are refused, and can be taken back', async ({ page, w }) => {
  await chooseElsewhere(page.request, { quiet: { from: '22:00', to: '07:00', action: false } });
  const told = new Told(page, w);
  await page.goto(SETTINGS);
  const quiet = told.section('quiet.title');
  const to = quiet.getByLabel(told.says('quiet.to'), { exact: true });
  await to.fill('22:00');
  await to.blur();
  await expect(quiet).toContainText(told.says('wrong.quiet_empty'));
  await expectAccessibleInEveryTheme(page, 'quiet hours that cannot be');
  await quiet.getByRole('button', { name: told.says('wrong.back') }).click();
  await expect(to).toHaveValue('07:00');
  await quiet.getByRole('checkbox', { name: told.says('quiet.switch') }).uncheck();
  await expect(told.saved(quiet)).toBeVisible();
  expect((await preferences(page.request)).quiet).toBeUndefined();
});

test('the order of channels with the keyboard alone: the focus stays with the channel; wait, leads and language are saved', async ({ page, w }) => {
  const told = new Told(page, w);
  await page.goto(SETTINGS);
  await expect(told.order('up', 'sms')).toBeVisible();
  const order = told.section('order.title');
  const kept = async () => (await preferences(page.request)).fallback.order;
  await tabTo(page, new RegExp(`^${escape(told.says('order.up'))}`));
  await page.keyboard.press('Enter');
  await expect(told.order('out', 'sms')).toBeFocused();
  await expect(told.saved(order)).toBeVisible();
  await expect.poll(kept).toEqual(['sms', 'viber']);
  await page.keyboard.press('Enter');
  await expect(told.order('in', 'sms')).toBeFocused();
  await expect.poll(kept).toEqual(['viber']);
  await expect(page.getByLabel(told.says('order.wait'))).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(told.order('out', 'sms')).toBeFocused();
  await expect.poll(kept).toEqual(['viber', 'sms']);
  await page.getByLabel(told.says('order.wait'), { exact: true }).selectOption('60');
  await page.getByLabel(w.text('subjects:of.visit_reminder'), { exact: true }).selectOption('3');
  await page.getByLabel(told.says('language.label'), { exact: true }).selectOption('kk');
  await expect(told.saved(page.getByRole('main'))).toHaveCount(3);
  const { fallback, leads, language } = await preferences(page.request);
  expect(fallback).toEqual({ order: ['viber', 'sms'], wait_minutes: 60 });
  expect(leads).toEqual([{ subject: 'visit.reminder', days: 3 }]);
  expect(language).toBe('kk');
});

test('while a choice is being saved it says so, and what is chosen meanwhile follows', async ({ page, mock, w }) => {
  const told = new Told(page, w);
  await page.goto(WISHES);
  const topic = told.row('topic.protocols');
  await expect(topic).toBeVisible();
  await mock.fail({ route: 'change_notification_preferences', kind: 'hold' });
  await told.choose(topic, 'sms', 'on');
  await expect(topic.getByText(w.text('form:saving'), { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: w.text('form:saving') })).toBeAttached();
  await told.choose(topic, 'viber', 'on');
  await mock.mend();
  await expect(told.saved(topic)).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: w.text('form:saved') })).toBeAttached();
  expect((await preferences(page.request)).wishes).toHaveLength(2);
});

for (const kind of ['status', 'drop', 'garbage'] as const) {
  test(`a choice that is not saved (${kind}) stays, says so, and is saved the next time`, async ({ page, mock, trouble, w }) => {
    trouble.allow(FAILS);
    // What was saved although the answer was lost is found out by the next attempt.
    trouble.allow(/^412 \/api\/v1\/notifications\/preferences$/);
    const told = new Told(page, w);
    await page.goto(WISHES);
    const topic = told.row('topic.protocols');
    await expect(topic).toBeVisible();
    await mock.fail({ route: 'change_notification_preferences', kind, ...(kind === 'status' ? { code: 'internal' } : {}), count: 1 });
    await told.choose(topic, 'sms', 'on');
    await expect(topic.getByText(told.says('failed'), { exact: true })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: told.says('failed') })).toBeAttached();
    await expect(told.radio(topic, 'sms', 'on')).toBeChecked();
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a wish that was not saved');
    await topic.getByRole('button', { name: w.text('retry') }).click();
    await expect(told.saved(topic)).toBeVisible();
    expect((await preferences(page.request)).wishes).toEqual(bySms({ topic: 'protocols' }, 'on').wishes);
  });
}

test('three choices without a connection: none is lost, one retry saves all, and signing out asks until then', async ({ page, context, trouble, w }) => {
  trouble.allow(/^net::\S+ \/api\//);
  const told = new Told(page, w);
  await page.goto(SETTINGS);
  await expect(told.order('up', 'sms')).toBeVisible();
  await context.setOffline(true);
  await told.order('up', 'sms').click();
  await page.getByLabel(told.says('language.label'), { exact: true }).selectOption('ru');
  await told.section('quiet.title').getByRole('checkbox', { name: told.says('quiet.switch') }).check();
  const failed = page.getByRole('main').getByText(told.says('failed'), { exact: true });
  await expect(failed).toHaveCount(3);
  await context.setOffline(false);
  await page.getByRole('link', { name: w.text('places.account'), exact: true }).first().click();
  await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
  const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
  await expect(dialog).toContainText(w.text('account:leaving.unsaved'));
  await expect(dialog.getByRole('link', { name: w.text('told.title') }).first()).toBeVisible();
  await dialog.getByRole('button', { name: w.text('account:leaving.stay') }).click();
  await page.goBack();
  await expect(failed).toHaveCount(3);
  await page.getByRole('main').getByRole('button', { name: w.text('retry') }).first().click();
  await expect(told.saved(page.getByRole('main'))).toHaveCount(3);
  const { fallback, language, quiet } = await preferences(page.request);
  expect([fallback.order, language, quiet?.from]).toEqual([['sms', 'viber'], 'ru', '22:00']);
});

test('other choices of another tab are taken over without a question', async ({ page, trouble, w }) => {
  trouble.allow(/^412 \/api\/v1\/notifications\/preferences$/);
  const told = new Told(page, w);
  await page.goto(WISHES);
  await expect(told.row('topic.protocols')).toBeVisible();
  await chooseElsewhere(page.request, bySms({ topic: 'protocols' }, 'on'));
  await told.choose(told.row('topic.devices'), 'sms', 'off');
  await expect(told.saved(told.row('topic.devices'))).toBeVisible();
  await expect(told.radio(told.row('topic.protocols'), 'sms', 'on')).toBeChecked();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await preferences(page.request)).wishes).toHaveLength(2);
});

for (const [what, keep] of [['mine', true], ['what is saved', false]] as const) {
  test(`another tab chose otherwise: ${what} is kept by choice`, async ({ page, trouble, w }) => {
    trouble.allow(/^412 \/api\/v1\/notifications\/preferences$/);
    const told = new Told(page, w);
    await page.goto(WISHES);
    const topic = told.row('topic.protocols');
    await expect(topic).toBeVisible();
    await chooseElsewhere(page.request, bySms({ topic: 'protocols' }, 'off'));
    await told.choose(topic, 'sms', 'on');
    const alert = topic.getByRole('alert');
    await expect(alert).toContainText(told.says('other_title'));
    await expect(alert).toContainText(told.says('other_text', { chosen: told.says('wish_off') }));
    if (keep) await expectAccessibleInEveryTheme(page, 'a wish that was chosen otherwise meanwhile');
    await alert.getByRole('button', { name: w.text(`form:conflict_${keep ? 'keep_own' : 'take_over'}`) }).click();
    await expect(alert).toHaveCount(0);
    await expect(told.radio(topic, 'sms', keep ? 'on' : 'off')).toBeChecked();
    if (keep) await expect(told.saved(topic)).toBeVisible();
    expect((await preferences(page.request)).wishes).toEqual(bySms({ topic: 'protocols' }, keep ? 'on' : 'off').wishes);
  });
}

test.describe('who cares for three others', () => {
  test.use({ persona: 'carer' });

  test('sees those who are alike in one card, and the others apart as soon as they differ', async ({ page, w }) => {
    const told = new Told(page, w);
    await page.goto(SETTINGS);
    const summary = told.section('summary_title');
    await expect(summary.getByRole('heading', { level: 3 })).toHaveCount(1);
    await expect(summary.getByRole('link', { name: told.says('summary_change') })).toHaveCount(4);
    await chooseElsewhere(page.request, { wishes: [{ person: 'p-carer-ani', topic: 'protocols', channel: 'sms', wish: 'on' }] });
    await page.reload();
    await expect(summary.getByRole('heading', { level: 3 })).toHaveCount(2);
    await expect(summary.getByRole('heading', { level: 3 }).filter({ hasText: 'Ани' })).not.toContainText('Борис');
    await expect(summary).toContainText(told.says('unverified_phone', { channel: w.text('subjects:channel.sms') }));
    await summary.getByRole('link', { name: told.says('mend.verify'), exact: true }).last().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(told.says('contacts_title'));
  });
});

test.describe('who has no e-mail', () => {
  test.use({ persona: 'mother' });

  test('is led from a wish by e-mail to the contact, adds it, and comes back', async ({ page, w }) => {
    const told = new Told(page, w);
    await page.goto(`${SETTINGS}/${persona('mother').person}`);
    const topic = told.row('topic.visits');
    await told.choose(topic, 'email', 'on');
    await expect(topic).toContainText(told.says('lacks.email'));
    await topic.getByRole('link', { name: told.says('mend.add'), exact: true }).click();
    const card = told.section('contacts_email');
    await expect(card.getByRole('heading')).toBeFocused();
    await card.getByRole('link', { name: told.says('contacts_add') }).click();
    const email = page.getByRole('textbox', { name: w.text('account:contacts.email'), exact: true });
    await expect(email).toBeFocused();
    await email.fill('stefka@obrazets.example');
    await page.getByRole('button', { name: w.text('form:save'), exact: true }).click();
    await page.getByRole('link', { name: w.text('account:contacts.back') }).click();
    await expect(card).toContainText('stefka@obrazets.example');
    await expect(card).toContainText(told.says('unverified'));
    await page.goto(`${SETTINGS}/${persona('mother').person}`);
    await expect(topic).toContainText(told.says('unverified_email'));
  });
});
