import { both, Sheet } from '../fixtures/calculator';
import { arrive, tabTo } from '../fixtures/keyboard';
import { calculatorTitle, PLANNED } from '../fixtures/plans';
import { persona } from '../fixtures/personas';
import { begins } from '../fixtures/plan';
import { expect, test } from '../fixtures/test';
import { escape, LANGUAGES, Words } from '../fixtures/words';

const CALCULATORS = PLANNED.filter(({ name }) => name.startsWith('calculator_'));

test.describe('days in hospital', () => {
  test('over the new year use up two years of ten paid days', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/hospital');
    await sheet.stay('20.12.2010', '15.01.2011');
    const total = both(w, 96_00, 49_08);
    const days = { first: w.day('2010-12-20'), last: w.day('2011-01-15') };
    await expect(sheet.answer).toContainText(w.text('fees:stay_costs', { ...days, total }));
    for (const [first, last] of [['2010-12-20', '2010-12-29'], ['2011-01-01', '2011-01-10']]) {
      const span = w.text('fees:span_days', { n: 10, first: w.day(first), last: w.day(last) });
      const part = sheet.lines.filter({ hasText: w.text('fees:part_paid', { span, rate: both(w, 4_80, 2_45) }) });
      await expect(part.getByText(both(w, 48_00, 24_54), { exact: true })).toBeVisible();
    }
    const paid = sheet.lines.filter({ hasText: w.pattern('fees:part_paid', { rate: both(w, 4_80, 2_45) }) });
    await expect(paid).toHaveCount(2);
    await expect(sheet.lines.last()).toContainText(total);
  });

  test('while the fee changes cost the old one and then the new one', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/hospital');
    await sheet.stay('13.04.2025', '22.04.2025');
    const days = { first: w.day('2025-04-13'), last: w.day('2025-04-22') };
    const total = both(w, 34_00, 17_38);
    await expect(sheet.answer).toContainText(w.text('fees:stay_costs', { ...days, total }));
    // Five days at 5.80 lev and, from 18 April 2025 on, five at 1.00.
    await expect(sheet.lines.first()).toContainText(both(w, 29_00, 14_83));
    await expect(sheet.lines.nth(1)).toContainText(w.day('2025-04-18'));
    await expect(sheet.lines.nth(1)).toContainText(both(w, 5_00, 2_56));
  });

  test('to come have no amount, and what is known is shown', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/hospital');
    await sheet.stay('01.02.2027', '05.02.2027');
    await expect(sheet.answer).toContainText(w.text('calculator:no_data.future', { day: w.day('2027-02-01') }));
    const known = sheet.lines.filter({ hasText: w.money(51, 'EUR') });
    await expect(known).toContainText(w.pattern('source:elsewhere'));
    await expect(sheet.lines.filter({ hasText: w.text('fees:known_cap', { n: 10 }) })).toHaveCount(1);
    await expect(sheet.answer.getByRole('figure')).toHaveCount(0);
  });
});

test.describe('a visit', () => {
  test('today costs what was last confirmed, and that stands beside the amount', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/visit');
    const amount = w.money(1_48, 'EUR');
    await expect(sheet.answer).toContainText(w.text('fees:visit_full', { day: w.day('2026-11-22'), amount }));
    const line = sheet.lines.filter({ hasText: amount });
    await expect(line).toContainText(w.text('source:not_since', { day: w.day('2026-01-05') }));
    await expect(sheet.answer).toContainText(w.text('fees:last_known', { since: w.day('2026-01-05') }));
  });

  test('costs a woman less from her sixtieth birthday on', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('fees/visit');
    await sheet.field('fees:visit_day').fill('10.05.2010');
    await sheet.choice('fees:provider_dentist').check();
    await sheet.field('fees:born').fill('10.05.1950');
    await sheet.choice('fees:sex_female').check();
    const reduced = { day: w.day('2010-05-10'), amount: both(w, 1_00, 51) };
    await expect(sheet.answer).toContainText(w.text('fees:visit_reduced', reduced));
    await sheet.field('fees:visit_day').fill('09.05.2010');
    const full = { day: w.day('2010-05-09'), amount: both(w, 2_40, 1_23) };
    await expect(sheet.answer).toContainText(w.text('fees:visit_full', full));
  });
});

test.describe('who comes with a child', () => {
  const PATH = 'practice/child?practice=yes';
  const TEN = '01.03.2016';
  /** Sixteen on the day after that of the tests. */
  const FIFTEEN = '23.11.2010';

  test('a parent: yes, by the rule of the practice, and beside it who consents by law', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open(PATH);
    await sheet.field('practice:child.born').fill(TEN);
    await sheet.choice('practice:escort.parent').check();
    await expect(sheet.answer).toContainText(w.text('practice:seen.represented'));
    const rule = sheet.lines.filter({ hasText: w.text('practice:child.presence', { age: 16 }) });
    await expect(rule).toContainText(w.text('source:rule', { rule: 'PR-51' }));
    await expect(rule).toContainText(w.text('source:scope.practice'));
    const law = sheet.lines.filter({ hasText: w.text('practice:law.consents') });
    await expect(law).toContainText(w.text('practice:law.representative'));
    await expect(law.getByRole('link')).toHaveAttribute('href', /^https?:/);
    await expect(sheet.answer).toContainText(w.text('practice:house.only_here'));
  });

  test('a grandmother: no, and what a parent can do about it', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open(PATH);
    await sheet.field('practice:child.born').fill(TEN);
    await sheet.choice('practice:escort.other_relative').check();
    await expect(sheet.answer).toContainText(w.pattern('practice:not_seen.with_other_or'));
    for (const way of ['escort.parent', 'escort.guardian', 'escort.trustee', 'way.parent_told', 'way.written_consent']) {
      await expect(sheet.answer.locator('.answer__sentence')).toContainText(w.text(`practice:${way}`));
    }
    await expect(sheet.lines.filter({ hasText: w.text('source:rule', { rule: 'PR-52' }) })).toHaveCount(3);
    await sheet.choice('practice:exception.parent_told').check();
    await expect(sheet.answer).toContainText(w.text('practice:seen.parent_told'));
    await expect(sheet.lines.filter({ hasText: w.text('practice:rule.signs') })).toHaveCount(1);
    // Alone it is no way any more, and is not asked about.
    await sheet.choice('practice:escort.nobody').check();
    await expect(sheet.answer).toContainText(w.pattern('practice:not_seen.alone_or'));
    await expect(sheet.choice('practice:exception.parent_told')).toHaveCount(0);
    await sheet.choice('practice:exception.critical').check();
    await expect(sheet.answer).toContainText(w.text('practice:seen.critical'));
  });

  test('at fifteen practice and law differ, and both are told; from sixteen on one comes alone', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open(PATH);
    await sheet.field('practice:child.born').fill(FIFTEEN);
    await sheet.choice('practice:escort.parent').check();
    const what = w.text('calculator:conflict_minor_age');
    const both_told = w.text('calculator:conflict', { what, other: w.text('practice:child.both') });
    await expect(sheet.answer).toContainText(both_told);
    await expect(sheet.answer).toContainText(w.text('practice:law.both'));
    await sheet.field('practice:child.day').fill('23.11.2026');
    await expect(sheet.answer).toContainText(w.text('practice:seen.old_enough'));
    await expect(sheet.answer).not.toContainText(both_told);
    await expect(sheet.choice('practice:escort.parent')).toHaveCount(0);
    await expect(sheet.answer).toContainText(w.text('practice:law.some_alone'));
  });

  test('nothing that tells of the patient stands in the address', async ({ page, w }) => {
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(frame.url()));
    const sheet = new Sheet(page, w);
    await sheet.open(PATH);
    await sheet.field('practice:child.day').fill('01.12.2026');
    await sheet.field('practice:child.born').fill(TEN);
    await sheet.choice('practice:escort.acquaintance').check();
    await sheet.choice('practice:exception.critical').check();
    await expect(sheet.answer).toContainText(w.text('practice:seen.critical'));
    await expect(page).toHaveURL('/calculators/practice/child?practice=yes&day=2026-12-01');
    expect(addresses.filter((address) => /2016|acquaintance|critical/.test(address))).toEqual([]);
  });

  test('of a day before the rules of the practice only the law is known', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open(`${PATH}&day=2021-05-31`);
    await sheet.field('practice:child.born').fill(TEN);
    await expect(sheet.answer).toContainText(w.text('calculator:no_data.before', { day: w.day('2021-05-31') }));
    await expect(sheet.answer).toContainText(w.text('practice:child.known', { age: 16 }));
    await expect(sheet.answer).toContainText(w.text('practice:law.representative'));
  });

  test('in a practice without published rules one has to ask there, and the law is told all the same', async ({ page, w }) => {
    const sheet = new Sheet(page, w);
    await sheet.open('practice/child');
    await sheet.choice('calculator:no').check();
    await expect(sheet.answer).toContainText(w.text('practice:house.ask'));
    await expect(sheet.answer).toContainText(w.text('practice:law.ages_alone', { minor: 14, adult: 18, alone: 16 }));
    await expect(sheet.field('practice:child.born')).toHaveCount(0);
    await expect(sheet.answer).not.toContainText(w.text('source:scope.practice'));
  });

  test('whoever cares for no child is not led there from the family', async ({ page, w }) => {
    await page.goto('/family');
    await expect(page.getByRole('link', { name: w.text('board:given.code') })).toBeVisible();
    const board = page.getByRole('region', { name: w.text('board:title') });
    await expect(board.getByRole('heading', { level: 3 })).toHaveCount(1);
    await expect(page.getByRole('link', { name: w.text('board:child') })).toHaveCount(0);
  });

  test.describe(() => {
    test.use({ persona: 'carer' });

    test('whoever cares for a child finds it below the family, and takes nothing of the child along', async ({ page, w }) => {
      await page.goto('/family');
      await page.getByRole('link', { name: w.text('board:child'), exact: true }).click();
      await expect(page).toHaveURL('/calculators/practice/child');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(calculatorTitle(w, 'calculator_child'));
    });
  });
});

/** What a person has typed has no source: it stands in the working all the same. */
const OWN = ['dates:euro.given'];

test('every amount leads to where it is written in one click', async ({ page, w }) => {
  test.setTimeout(test.info().timeout * 2);
  const sheet = new Sheet(page, w);
  const withAmounts: string[] = [];
  for (const route of CALCULATORS) {
    await page.goto(route.path(persona('patient')));
    await route.shows(page, w, persona('patient'));
    const amounts = sheet.lines.filter({ has: page.locator('.working__value').filter({ hasText: /€|лв|BGN/ }) });
    for (const line of await amounts.all()) {
      const text = (await line.innerText()).replace(/\s+/g, ' ');
      if (OWN.some((key) => text.startsWith(w.text(key)))) continue;
      withAmounts.push(route.name);
      const link = line.getByRole('link');
      await expect(link, `${route.name}: ${text}`).toHaveAttribute('href', /^https?:\/\/[^/]+\./);
      await expect(link).toHaveAttribute('target', '_blank');
      await expect(link).toHaveAttribute('rel', /noopener/);
    }
  }
  // Those that answer with an amount before anything is typed, or with the answers of fixtures/plans.ts.
  const expected = ['visit', 'hospital', 'laboratory', 'contribution', 'returning', 'euro'];
  expect([...new Set(withAmounts)]).toEqual(expect.arrayContaining(expected.map((name) => `calculator_${name}`)));
});

test('no sentence ends twice, whatever is put into it', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  // A day with its “г.” and a question with its mark stand at the end of sentences.
  for (const path of ['fees/visit', 'dates/documents']) {
    await sheet.open(path);
    await expect(page.getByText(w.text('calculator:not_advice'))).toBeVisible();
    const text = await page.getByRole('main').innerText();
    expect.soft(text.split('\n').filter((line) => /[.?]\.(\s|$)/.test(line)), path).toEqual([]);
  }
});

test('from home to an answer with the keyboard alone', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  const named = (text: string) => new RegExp(`^${escape(text)}$`);
  const title = page.getByRole('heading', { level: 1 });
  await page.goto('/');
  await expect(title).toHaveText(w.text('home.greeting', { name: persona('patient').name }));
  const way = [
    [named(w.text('services.title')), w.text('services.title')],
    [begins(w.text('calculators.title')), w.text('calculators.title')],
    [named(calculatorTitle(w, 'calculator_hospital')), calculatorTitle(w, 'calculator_hospital')],
  ] as const;
  for (const [link, there] of way) {
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expect(title).toHaveText(there);
    await arrive(page);
  }
  for (const [label, day] of [['fees:stay_first', '13.04.2025'], ['fees:stay_last', '22.04.2025']]) {
    await tabTo(page, named(w.text(label)));
    await page.keyboard.type(day);
  }
  await page.keyboard.press('Enter');
  await expect(sheet.answer).toBeFocused();
  await expect(sheet.answer).toContainText(both(w, 34_00, 17_38));
  await tabTo(page, w.pattern('source:new_tab'));
});

test('the same answer in every language, and the list too', async ({ page, w }) => {
  let sheet = new Sheet(page, w);
  await sheet.open('fees/hospital');
  await sheet.stay('13.04.2025', '22.04.2025');
  for (const lang of LANGUAGES) {
    const words = new Words(lang);
    await sheet.speak(words);
    sheet = new Sheet(page, words);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(calculatorTitle(words, 'calculator_hospital'));
    await expect(sheet.field('fees:stay_first')).toHaveValue('13.04.2025');
    await expect(sheet.answer).toContainText(both(words, 34_00, 17_38));
  }
  await page.getByRole('link', { name: sheet.w.text('calculator:all') }).click();
  for (const lang of LANGUAGES) {
    const words = new Words(lang);
    await sheet.speak(words);
    sheet = new Sheet(page, words);
    for (const { name } of CALCULATORS) {
      await expect(page.getByRole('link', { name: calculatorTitle(words, name), exact: true })).toBeVisible();
    }
  }
});
