import { readFileSync } from 'node:fs';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { kept, keptDay, noteElsewhere, PlanPage, planOf, typed } from '../fixtures/commission';
import { accept, invited, somebodyElse } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { persona } from '../fixtures/personas';
import { settled } from '../fixtures/settled';
import { expect, test } from '../fixtures/test';
import { escape, LANGUAGES, Words } from '../fixtures/words';

const MARIA = persona('patient').person;
const NORA = persona('empty').person;
const STEFKA = persona('mother').person;
const PLAN = /^(412|500|401|net::\S+) \/api\/v1\/persons\/[\w-]+\/commission$/;
const XRAY = 'Рентгенова снимка на бял дроб';
const IDLE_SECONDS = 20 * 60;

/** Clears what is noted of Maria, so that a test begins where it wants. */
const NOTHING = {
  days: ['asked', 'made', 'session', 'expires'].map((of) => ({ of })),
  removed_tests: ['t-spirometry', 't-lung', 't-xray'],
};

test('in the middle of it: what comes next stands first, the oldest test says why, and made again it counts', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  const session = w.day('2027-01-20');
  await expect(plan.next).toContainText(plan.says('step.repeat', { n: 1, session }));
  await expect(plan.part('tests').getByRole('heading', { level: 3 })).toHaveText([XRAY, 'Спирометрия', 'Консултация с пулмолог']);
  await expect(plan.test(XRAY)).toContainText(plan.says('counts.too_old', { until: w.day('2027-01-19') }));
  await expect(plan.test('Спирометрия')).toContainText(plan.says('counts.session', { until: session }));
  await expectAccessibleInEveryTheme(page, 'a plan in the middle');
  await expectNoSidewaysScroll(page, 'a plan in the middle');
  await plan.test(XRAY).getByText(plan.says('test_edit'), { exact: true }).click();
  const day = plan.test(XRAY).getByLabel(plan.says('test_day'), { exact: true });
  await day.fill('20.11.2026');
  await day.blur();
  await expect(plan.next).toContainText(plan.says('step.book', { session }));
  await expect(plan.part('tests').getByRole('heading', { level: 3 })).toHaveText(['Спирометрия', 'Консултация с пулмолог', XRAY]);
  await plan.unfold('letter');
  await plan.day('visit').fill('10.12.2026');
  await expect(plan.saved(plan.day('visit'))).toBeVisible();
  await expect(plan.next).toContainText(plan.says('step.visit', { day: w.day('2026-12-10') }));
  await expect(plan.timeline).toContainText(plan.says('mark.visit'));
  await page.reload();
  await expect(plan.next).toContainText(plan.says('step.visit', { day: w.day('2026-12-10') }));
  expect((await kept(page.request, MARIA)).tests.find(({ id }) => id === 't-xray')?.on).toBe('2026-11-20');
});

for (const [asked, key, values] of [
  ['2026-10-31', 'wait_within', { latest: '2026-11-30' }],
  ['2026-11-01', 'wait_limit', { last_open: '2026-11-30', reopens: '2027-01-07' }],
  ['2026-11-02', 'wait_limit', { last_open: '2026-11-30', reopens: '2027-01-07' }],
  ['2026-05-31', 'wait_limit', { last_open: '2026-05-31', reopens: '2026-07-07' }],
  ['2026-06-01', 'wait_after', { earliest: '2026-07-07' }],
  ['2026-10-22', 'late', { latest: '2026-11-21' }],
] as const) {
  test(`a protocol that was asked for on ${asked}`, async ({ page, w }) => {
    await noteElsewhere(page.request, MARIA, NOTHING);
    const plan = new PlanPage(page, w);
    await plan.open(MARIA);
    await plan.day('asked').fill(typed(asked));
    const days = Object.fromEntries(Object.entries(values).map(([name, day]) => [name, w.day(day)]));
    await expect(plan.next).toContainText(plan.says(`step.${key}`, days));
    await expect(plan.saved(plan.day('asked'))).toBeVisible();
    expect(await keptDay(page.request, MARIA, 'asked')).toBe(asked);
  });
}

test('whose practice publishes no rules is told none, and the plan works all the same', async ({ page, mock, signIn, w }) => {
  await signIn('mother');
  const plan = new PlanPage(page, w);
  await plan.open(STEFKA);
  await expect(plan.next).toContainText(plan.says('step.book', { session: w.day('2026-12-09') }));
  const main = page.getByRole('main');
  for (const key of ['papers', 'who_pays', 'referral', 'refused', 'visit_fee']) await expect(main.getByText(plan.says(key), { exact: true })).toHaveCount(0);
  await expect(main).not.toContainText('Чобанова');
  await expect(main).not.toContainText('PR-1');
  await plan.unfold('protocol');
  await expect(plan.part('protocol')).toContainText(plan.says('ask_practice'));
  await plan.unfold('file');
  await plan.day('lent').fill('20.11.2026');
  await expect(plan.next).toContainText(plan.says('step.return_ask'));
  await expect(plan.timeline).not.toContainText(plan.says('mark.file_back'));
  await expect(plan.part('file')).toContainText(plan.says('file_ask'));
  await mock.until('2026-12-01T10:00:00+02:00');
  await signIn('mother');
  await plan.open(STEFKA);
  await expect(plan.next).toContainText(plan.says('step.return_ask'));
});

test('who has nothing noted: an empty plan, and the practice is not known', async ({ page, signIn, w }) => {
  await signIn('empty');
  const plan = new PlanPage(page, w);
  await plan.open(NORA);
  await expect(plan.next).toContainText(plan.says('step.ask'));
  await expect(plan.timeline).toContainText(plan.says('timeline_none'));
  await expect(plan.part('protocol')).toContainText(plan.says('no_practice'));
  await plan.unfold('tests');
  await expect(plan.part('tests')).toContainText(plan.says('tests_none'));
  await plan.add('ЕКГ', '2025-11-21');
  await expect(plan.test('ЕКГ')).toContainText(plan.says('counts.not_any_more', { until: w.day('2026-11-21') }));
  await plan.add('Ехография', '2025-11-22');
  await expect(plan.test('Ехография')).toContainText(plan.says('counts.still', { until: w.day('2026-11-22') }));
  await expect.poll(async () => (await kept(page.request, NORA)).tests.length).toBe(2);
  await plan.test('ЕКГ').getByText(plan.says('test_edit'), { exact: true }).click();
  await page.getByRole('button', { name: plan.says('test_remove_of', { name: 'ЕКГ' }) }).click();
  await expect(plan.test('ЕКГ')).toHaveCount(0);
  await expect.poll(async () => (await kept(page.request, NORA)).tests.map(({ name }) => name)).toEqual(['Ехография']);
});

test('a new test without a name or with half a day is not added, says why, and keeps what was typed', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  const form = plan.part('tests').locator('form');
  const name = form.getByLabel(plan.says('test_name'), { exact: true });
  const day = form.getByLabel(plan.says('test_day'), { exact: true });
  await day.fill('20.11');
  await form.getByRole('button', { name: plan.says('test_add') }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(form).toContainText(plan.says('problem.name_missing'));
  await expect(form).toContainText(w.text('calculator:problem_not_a_day'));
  await expectAccessibleInEveryTheme(page, 'a test that cannot be added');
  await name.fill('Кръвна картина');
  await form.getByRole('button', { name: plan.says('test_add') }).click();
  await expect(day).toBeFocused();
  await expect(day).toHaveValue('20.11');
  await page.getByRole('link', { name: plan.says('back') }).click();
  await page.goBack();
  await expect(name).toHaveValue('Кръвна картина');
  expect((await kept(page.request, MARIA)).tests).toHaveLength(3);
});

test('the list of papers: what was said shortens it, and every tick is kept', async ({ page, w }) => {
  await noteElsewhere(page.request, MARIA, NOTHING);
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  const papers = plan.part('papers');
  await expect(papers.getByRole('checkbox')).toHaveCount(7);
  await papers.getByLabel(plan.says('fact.other_address'), { exact: true }).selectOption('no');
  await papers.getByLabel(plan.says('fact.decided'), { exact: true }).selectOption('no');
  await expect(papers.getByRole('checkbox')).toHaveCount(5);
  await expect(papers).toContainText(plan.says('papers_left', { n: 3 }));
  await plan.paper('diseases').check();
  await expect(plan.saved(plan.paper('diseases'))).toBeVisible();
  await expect(papers).toContainText(plan.says('papers_left', { n: 2 }));
  await page.reload();
  await expect(plan.paper('diseases')).toBeChecked();
  expect((await kept(page.request, MARIA)).ready).toContain('diseases');
});

test.describe('who cares for children', () => {
  test.use({ persona: 'carer' });

  test('chooses for whom, acts in their name, and brings the parent’s document', async ({ page, w }) => {
    const plan = new PlanPage(page, w);
    await page.goto('/services');
    await page.getByRole('link', { name: new RegExp(`^${escape(w.text('services:commission'))}`) }).click();
    await expect(page.getByRole('main').getByRole('link').filter({ hasText: /Образцов/ })).toHaveCount(4);
    await page.getByRole('main').getByRole('link', { name: /^Ани/ }).click();
    await expect(page.getByText(w.pattern('person.acting')).first()).toBeVisible();
    await expect(plan.next).toContainText(plan.says('step.ask_limit', { last_open: w.day('2026-11-30'), reopens: w.day('2027-01-07') }));
    await expect(plan.paper('identity_parent')).toBeVisible();
    await expect(plan.paper('identity')).toHaveCount(0);
    await plan.day('asked').fill('22.11.2026');
    await expect(plan.saved(plan.day('asked'))).toBeVisible();
  });

  for (const [what, keep] of [['mine', true], ['what is saved', false]] as const) {
    test(`two carers noted different days: ${what} is kept by choice, and what only one noted is kept anyway`, async ({ page, browser, mock, trouble, w }) => {
      trouble.allow(PLAN);
      const plan = new PlanPage(page, w);
      await plan.open(STEFKA);
      await plan.unfold('letter');
      const mother = await somebodyElse(browser, mock, w, 'mother');
      await noteElsewhere(mother.request, STEFKA, { days: [{ of: 'visit', day: '2026-12-01' }], ready: [{ paper: 'medicines', ready: true }] });
      await mother.context().close();
      await plan.day('visit').fill('03.12.2026');
      const alert = plan.field(plan.day('visit')).getByRole('alert');
      await expect(alert).toContainText(plan.says('other_title'));
      await expect(alert).toContainText(plan.says('other_text', { noted: w.day('2026-12-01') }));
      if (keep) await expectAccessibleInEveryTheme(page, 'a day that somebody noted otherwise');
      await plan.day('visit').blur();
      await alert.getByRole('button', { name: w.text(`form:conflict_${keep ? 'keep_own' : 'take_over'}`) }).click();
      await expect(alert).toHaveCount(0);
      await expect(plan.day('visit')).toHaveValue(keep ? '03.12.2026' : '01.12.2026');
      await expect.poll(() => keptDay(page.request, STEFKA, 'visit')).toBe(keep ? '2026-12-03' : '2026-12-01');
      expect((await kept(page.request, STEFKA)).ready).toEqual(['medicines']);
    });
  }
});

test('who may only look sees the plan and why nothing can be noted', async ({ page, browser, mock, w }) => {
  const mother = await somebodyElse(browser, mock, w, 'mother');
  await accept(page.request, await invited(mother.request, '2027-03-01'));
  const plan = new PlanPage(page, w);
  await plan.open(STEFKA);
  await expect(page.getByText(plan.says('look_only'))).toBeVisible();
  await expect(plan.timeline).toContainText(plan.says('mark.session'));
  await plan.unfold('tests');
  await expect(plan.test('Консултация с невролог')).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: plan.says('test_add'), exact: true })).toHaveCount(0);
  await expectAccessibleInEveryTheme(page, 'a plan that one may only look at');
  await mother.context().close();
});

test('whose insurance is in another country has no plan here', async ({ page, signIn, mock, w }) => {
  await signIn('kazakhstan');
  await page.goto(planOf(persona('kazakhstan').person));
  await expect(page.getByText(w.text('commission:elsewhere'))).toBeVisible();
  expect(await mock.count('get_commission')).toBe(0);
});

test('a note that is on its way says so, and what is noted meanwhile follows', async ({ page, mock, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await plan.unfold('letter');
  await mock.fail({ route: 'change_commission', kind: 'hold' });
  await plan.day('visit').fill('10.12.2026');
  await expect(plan.field(plan.day('visit')).getByText(w.text('form:saving'), { exact: true })).toBeVisible();
  const place = page.getByRole('textbox', { name: plan.says('place'), exact: true });
  await place.fill('Другаде');
  await place.blur();
  await mock.mend();
  await expect(plan.saved(plan.day('visit'))).toBeVisible();
  await expect(plan.saved(place)).toBeVisible();
  expect((await kept(page.request, MARIA)).place).toBe('Другаде');
});

for (const kind of ['status', 'drop', 'garbage'] as const) {
  test(`a note that is not saved (${kind}) stays, says so, and is saved the next time`, async ({ page, mock, trouble, w }) => {
    trouble.allow(PLAN);
    const plan = new PlanPage(page, w);
    await plan.open(MARIA);
    await plan.unfold('letter');
    await mock.fail({ route: 'change_commission', kind, ...(kind === 'status' ? { code: 'internal' } : {}), count: 1 });
    await plan.day('visit').fill('10.12.2026');
    const field = plan.field(plan.day('visit'));
    await expect(field).toContainText(plan.says('failed'));
    await expect(plan.day('visit')).toHaveValue('10.12.2026');
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a note that was not saved');
    await field.getByRole('button', { name: w.text('retry') }).click();
    await expect(plan.saved(plan.day('visit'))).toBeVisible();
    expect(await keptDay(page.request, MARIA, 'visit')).toBe('2026-12-10');
  });
}

test('without a connection nothing noted is lost, a test that was taken out says so, and one retry saves all', async ({ page, context, trouble, w }) => {
  trouble.allow(/^net::\S+ \/api\//);
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await plan.unfold('letter');
  await context.setOffline(true);
  await plan.day('visit').fill('10.12.2026');
  await plan.test(XRAY).getByText(plan.says('test_edit'), { exact: true }).click();
  await page.getByRole('button', { name: plan.says('test_remove_of', { name: XRAY }) }).click();
  await expect(plan.part('tests')).toContainText(plan.says('test_removing', { name: XRAY }));
  const failed = page.getByRole('main').getByText(plan.says('failed'), { exact: true });
  await expect(failed).toHaveCount(2);
  // A page whose code is here already: without a connection no other can be opened.
  await page.getByRole('link', { name: w.text('services.title'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: w.text('services.title') })).toBeVisible();
  await page.goBack();
  await expect(failed).toHaveCount(2);
  await context.setOffline(false);
  await page.getByRole('main').getByRole('button', { name: w.text('retry') }).first().click();
  await expect(failed).toHaveCount(0);
  await expect.poll(() => keptDay(page.request, MARIA, 'visit')).toBe('2026-12-10');
  expect((await kept(page.request, MARIA)).tests.map(({ id }) => id)).toEqual(['t-spirometry', 't-lung']);
});

test('a day is saved as soon as it is written out: a session that ends right after loses none of it', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^401 /);
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await plan.unfold('letter');
  await plan.day('visit').pressSequentially('10.12.2026');
  await expect(plan.saved(plan.day('visit'))).toBeVisible();
  await mock.advance(IDLE_SECONDS + 1);
  await expect(page.getByRole('link', { name: w.text('sign_in:button') })).toBeVisible();
  await page.getByRole('link', { name: w.text('sign_in:button') }).click();
  await page.getByRole('button', { name: persona('patient').name }).click();
  await expect(page).toHaveURL(planOf(MARIA));
  await plan.unfold('letter');
  await expect(plan.day('visit')).toHaveValue('10.12.2026');
});

test('days that do not fit are kept and said, and half a day says what is missing', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await plan.unfold('letter');
  await plan.day('visit').fill('21.01.2027');
  await expect(plan.part('letter')).toContainText(plan.says('odd.visit_after_session'));
  await expect.poll(() => keptDay(page.request, MARIA, 'visit')).toBe('2027-01-21');
  await plan.day('visit').fill('31.02.2027');
  await plan.day('visit').blur();
  await expect(plan.part('letter')).toContainText(w.text('calculator:problem_no_such_day', { day: '31.02.2027' }));
  await expect(plan.day('visit')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleInEveryTheme(page, 'a day that is none');
  expect(await keptDay(page.request, MARIA, 'visit')).toBe('2027-01-21');
  await plan.day('visit').fill('');
  await plan.day('visit').blur();
  await expect.poll(() => keptDay(page.request, MARIA, 'visit')).toBeUndefined();
});

test('the file that was lent: seven days, the eighth is late, and back it is back', async ({ page, mock, signIn, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await plan.unfold('file');
  await plan.day('lent').fill('22.11.2026');
  await expect(plan.next).toContainText(plan.says('step.return', { by: w.day('2026-11-29') }));
  await expect(plan.saved(plan.day('lent'))).toBeVisible();
  await mock.until('2026-11-30T00:30:00+02:00');
  await signIn('patient');
  await plan.open(MARIA);
  await expect(plan.next).toContainText(plan.says('step.return_late', { by: w.day('2026-11-29') }));
  await plan.day('returned').fill('30.11.2026');
  await expect(plan.next).toContainText(plan.says('step.repeat', { n: 1, session: w.day('2027-01-20') }));
});

test('who applies again begins a new plan: what goes is said first, decision and tests stay', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  const before = await kept(page.request, MARIA);
  const main = page.getByRole('main');
  await main.getByText(plan.says('again'), { exact: true }).click();
  await expect(main.getByText(plan.says('again_text'))).toBeVisible();
  await expectAccessibleInEveryTheme(page, 'before a new plan');
  await main.getByRole('button', { name: plan.says('again_button') }).click();
  await expect(plan.next.getByRole('heading')).toBeFocused();
  await expect(main.getByText(plan.says('again'), { exact: true })).toHaveCount(0);
  await expect.poll(async () => (await kept(page.request, MARIA)).place).toBe('');
  const now = await kept(page.request, MARIA);
  expect(now.days).toEqual(before.days.filter(({ of }) => of === 'expires'));
  expect([now.ready, now.tests]).toEqual([[], before.tests]);
  await page.reload();
  await expect(plan.day('asked')).toHaveValue('');
});

test('with the keyboard alone: a part is unfolded, a day noted, a paper ticked', async ({ page, w }) => {
  await noteElsewhere(page.request, MARIA, NOTHING);
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  await tabTo(page, new RegExp(`^${escape(plan.says('asked'))}`));
  await page.keyboard.type('20.11.2026');
  await expect(plan.saved(plan.day('asked'))).toBeVisible();
  await tabTo(page, new RegExp(`^${escape(plan.says('paper.diseases'))}`));
  await page.keyboard.press('Space');
  await expect(plan.paper('diseases')).toBeChecked();
  await expect(plan.paper('diseases')).toBeFocused();
  await expect(plan.saved(plan.paper('diseases'))).toBeVisible();
});

test('the calendar has the days to come, and nothing in it tells of health', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: plan.says('calendar') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('yasno.ics');
  const text = readFileSync(await file.path(), 'utf8').replace(/\r\n[ \t]/g, '');
  const days = [...text.matchAll(/^DTSTART;VALUE=DATE:(\d+)/gm)].map(([, day]) => day);
  expect(days.sort()).toEqual(['20261231', '20270119', '20270120', '20270120', '20270331', '20270914']);
  for (const word of ['ТЕЛК', 'TELK', 'commission', 'Спирометрия', 'Мария']) expect(text).not.toContain(word);
});

for (const lang of LANGUAGES) {
  test.describe(() => {
    test.use({ locale: { bg: 'bg-BG', en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' }[lang] });

    test(`in ${lang} the plan says the same`, async ({ page }) => {
      const w = new Words(lang);
      const plan = new PlanPage(page, w);
      await plan.open(MARIA);
      await expect(plan.next).toContainText(w.pattern('commission:step.repeat', { n: 1 }));
      for (const name of ['protocol', 'papers', 'letter', 'tests', 'file', 'decision'] as const) await plan.unfold(name);
      await expectNoSidewaysScroll(page, `a plan in ${lang}`);
    });
  });
}

test('on paper it is one sheet', async ({ page, w }) => {
  const plan = new PlanPage(page, w);
  await plan.open(MARIA);
  for (const part of ['papers', 'tests'] as const) await expect(plan.part(part)).toBeVisible();
  await settled(page);
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
