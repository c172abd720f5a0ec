import { both, Sheet } from '../fixtures/calculator';
import { expect, test } from '../fixtures/test';
import { escape, LANGUAGES, Words } from '../fixtures/words';

const DAY = { first: '2025-04-13', last: '2025-04-22' };

/** What ten days over the change of the fee cost. */
function costs(w: Words): string {
  return w.text('fees:stay_costs', { first: w.day(DAY.first), last: w.day(DAY.last), total: both(w, 34_00, 17_38) });
}

test('the answer comes as one types, and is said once one leaves the field', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('fees/hospital');
  const missing = w.text('calculator:list_and', { first: w.text('fees:stay_first'), second: w.text('fees:stay_last') });
  await expect(sheet.answer).toContainText(w.text('calculator:still_open', { open: missing }));
  await sheet.field('fees:stay_first').pressSequentially('13.04.2025');
  await expect(sheet.answer).toContainText(w.text('calculator:still_open', { open: w.text('fees:stay_last') }));
  await sheet.field('fees:stay_last').pressSequentially('22.04.2025');
  await expect(sheet.answer).toContainText(costs(w));
  await expect(sheet.said(costs(w))).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(sheet.said(costs(w))).toHaveCount(1);
});

test('nothing is called wrong while one is still typing it', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('fees/hospital');
  await sheet.field('fees:stay_first').fill('13.04.2025');
  const last = sheet.field('fees:stay_last');
  await last.focus();
  for (const figure of '22.04.2025') {
    await page.keyboard.type(figure);
    await expect.soft(last, `after ${await last.inputValue()}`).not.toHaveAttribute('aria-invalid', /.*/);
  }
});

for (const how of ['Enter', 'the button'] as const) {
  test(`with ${how} one goes to the answer`, async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/hospital');
    await sheet.stay('13.04.2025', '22.04.2025');
    if (how === 'Enter') await sheet.field('fees:stay_last').press('Enter');
    else await sheet.button('show').click();
    await expect(sheet.answer).toBeFocused();
    await expect(sheet.answer).toContainText(costs(w));
  });
}

interface Impossible {
  what: string;
  path: string;
  choose?: string;
  /** Texts by the key of their label; the last one is wrong. */
  typed: [string, string][];
  /** Key of what is said, and what stands in it. */
  says: (w: Words) => string | RegExp;
}

const IMPOSSIBLE: Impossible[] = [
  {
    what: 'a day that is in no calendar',
    path: 'fees/visit',
    typed: [['fees:visit_day', '31.02.2025']],
    says: (w) => w.text('calculator:problem_no_such_day', { day: '31.02.2025' }),
  },
  {
    what: 'an end before the start',
    path: 'fees/hospital',
    typed: [['fees:stay_first', '02.05.2010'], ['fees:stay_last', '01.05.2010']],
    says: (w) => w.text('fees:stay_ends_before', { first: w.day('2010-05-02') }),
  },
  {
    what: 'a stay into the next millennium',
    path: 'fees/hospital',
    typed: [['fees:stay_first', '01.01.2025'], ['fees:stay_last', '01.01.3025']],
    says: (w) => w.pattern('calculator:problem_year'),
  },
  {
    what: 'a stay longer than a life',
    path: 'fees/hospital',
    typed: [['fees:stay_first', '01.01.1900'], ['fees:stay_last', '31.12.2199']],
    says: (w) => w.pattern('fees:stay_too_long'),
  },
  {
    what: 'a wage below nothing',
    path: 'insurance/contribution',
    choose: 'insurance:payer_employee',
    typed: [['insurance:month', '05.2025'], ['insurance:wage', '-1']],
    says: (w) => w.text('calculator:problem_negative'),
  },
];

for (const { what, path, choose, typed, says } of IMPOSSIBLE) {
  test(`${what} is said beside its field, and nothing typed is lost`, async ({ page, lang, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open(path);
    if (choose) await sheet.choice(choose).check();
    for (const [label, text] of typed) await sheet.field(label).fill(text);
    const [wrong] = typed.at(-1) ?? [''];
    await sheet.field(wrong).press('Tab');

    const expectSaid = async (now: Sheet) => {
      const field = now.field(wrong);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      const said = says(now.w);
      await expect(field).toHaveAccessibleDescription(said instanceof RegExp ? said : new RegExp(escape(said)));
      await expect(now.answer.getByRole('heading', { level: 3 })).toHaveText(now.w.text('calculator:problems', { n: 1 }));
      await expect(now.answer.locator('.answer__sentence')).toHaveCount(0);
      for (const [label, text] of typed) await expect(now.field(label)).toHaveValue(text);
      const link = now.answer.getByRole('link', { name: now.w.text(wrong) });
      await expect(link).toContainText(said);
      await link.click();
      await expect(field).toBeFocused();
    };
    await expectSaid(sheet);
    const other = new Words(LANGUAGES.find((language) => language !== lang) ?? 'ru');
    await sheet.speak(other);
    await expectSaid(new Sheet(page, other));
  });
}

test('on another day: both answers beside each other', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('fees/visit');
  await sheet.button('another.ask').click();
  const day = sheet.field('calculator:another.day');
  await expect(day).toBeFocused();
  await page.keyboard.type('10.05.2010');
  const here = page.getByRole('group', { name: w.text('calculator:another.here', { day: w.day('2026-11-22') }) });
  const there = page.getByRole('group', { name: w.text('calculator:another.there', { day: w.day('2010-05-10') }) });
  const then = w.text('fees:visit_full', { day: w.day('2010-05-10'), amount: both(w, 2_40, 1_23) });
  await expect(here).toContainText(w.money(1_48, 'EUR'));
  await expect(there).toContainText(then);
  await expect(there.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
  await expect(page).toHaveURL('/calculators/fees/visit?another=2010-05-10');
  await page.keyboard.press('Tab');
  await expect(sheet.said(then)).toHaveCount(1);

  await day.fill('30.02.2010');
  await day.press('Tab');
  await expect(day).toHaveAccessibleDescription(new RegExp(escape(w.text('calculator:problem_no_such_day', { day: '30.02.2010' }))));
  await expect(there).toHaveCount(0);
  await expect(here).toHaveCount(0);

  await sheet.button('another.close').click();
  await expect(day).toHaveCount(0);
  await expect(sheet.button('another.ask')).toBeFocused();
  await expect(page).toHaveURL('/calculators/fees/visit');
});

test('one can begin anew, and what was typed does not come back', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('fees/visit?another=2011-01-01');
  const today = await sheet.field('fees:visit_day').inputValue();
  await sheet.field('fees:visit_day').fill('10.05.2010');
  await sheet.choice('fees:provider_dentist').check();
  await sheet.field('fees:born').fill('10.05.1950');
  await sheet.button('start_over').click();
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    await expect(sheet.field('fees:visit_day')).toHaveValue(today);
    await expect(sheet.choice('fees:provider_gp')).toBeChecked();
    await expect(sheet.field('fees:born')).toHaveValue('');
    await expect(sheet.field('calculator:another.day')).toHaveCount(0);
    await expect(page).toHaveURL('/calculators/fees/visit');
    await expect(sheet.answer).toContainText(w.money(1_48, 'EUR'));
  }
});

test('on paper stand the answers, what follows and where it is written, and nothing to press', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('fees/visit?day=2010-05-10&provider=dentist');
  await expect(sheet.answer).toContainText(both(w, 2_40, 1_23));
  await expect(page.getByRole('button').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(sheet.field('fees:visit_day')).toBeVisible();
  await expect(sheet.field('fees:visit_day')).toHaveValue('10.05.2010');
  await expect(page.getByText(w.text('fees:provider_dentist'), { exact: true })).toBeVisible();
  await expect(page.getByText(w.text('fees:provider_gp'), { exact: true })).toBeHidden();
  await expect(sheet.answer.getByText(both(w, 2_40, 1_23)).first()).toBeVisible();
  const source = sheet.lines.first().getByRole('link');
  await expect(source).toBeVisible();
  const printed = await source.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(printed).toContain((await source.getAttribute('href')) ?? 'no address');
});
