import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectAccessibleInEveryTheme } from '../fixtures/axe';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import { LANGUAGES, Words } from '../fixtures/words';

const ALL = '/services/check-ups';
const maria = persona('patient');
const denitsa = persona('parent');

/** A text of the page. */
const says = (w: Words, key: string, values: Record<string, string> = {}) => w.text(`check_ups:${key}`, values);

/** A section of the page. */
const section = (page: Page, w: Words, key: string): Locator => page.getByRole('region', { name: says(w, key), exact: true });

/** The sentence that comes first. */
const sentence = (page: Page): Locator => page.locator('.answer__sentence').first();

/** What is said when this year's check-up is open. */
const open = (w: Words) => says(w, 'due.year', { day: w.day('2026-12-31') });

/** What is said when it is done. */
const done = (w: Words) => says(w, 'ahead.year', { year: '2027' });

async function mark(page: Page, w: Words, day: string): Promise<void> {
  await page.getByLabel(says(w, 'mark.field')).fill(day);
  await page.getByRole('button', { name: says(w, 'mark.button'), exact: true }).click();
}

test.describe('a patient of the practice with published rules', () => {
  test('hears when it is due, how often, by whose rule, and what was missed', async ({ page, w }) => {
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(open(w));
    const often = page.getByRole('listitem').filter({ hasText: says(w, 'often.what') }).first();
    await expect(often).toContainText(says(w, 'often.year'));
    await expect(often).toContainText('PR-59');
    await expect(often.getByRole('link')).toHaveAttribute('href', 'https://drchobanova.com/');
    await expect(page.getByText(says(w, 'missed.year', { year: '2025' }))).toBeVisible();
    const risk = section(page, w, 'risk.title');
    await expect(risk).toContainText(says(w, 'risk.year', { year: '2025' }));
    for (const amount of [/50[.,]00/, /100[.,]00/, /200[.,]00/, /25[.,]56/]) await expect(risk).toContainText(amount);
    await expect(risk).toContainText(says(w, 'risk.inspection'));
    await expect(risk.getByRole('link').first()).toHaveAttribute('href', /^https:/);
    const content = section(page, w, 'content.title');
    await expect(content).toContainText(says(w, 'content.test.hdl'));
    await expect(content).toContainText('BG10-48');
    await expect(content.getByRole('link', { name: /Наредба № 8/ })).toHaveAttribute('href', /lex\.bg/);
  });

  test('sees dates of follow-up and immunisations from the record, each with its source', async ({ page, w }) => {
    await page.goto(ALL);
    const follow = section(page, w, 'follow.title');
    const asthma = follow.getByRole('listitem').filter({ hasText: 'Бронхиална астма' });
    await expect(asthma).toContainText(w.day('2026-12-11'));
    await expect(asthma).toContainText(says(w, 'record.source.specialist'));
    await expect(follow.getByRole('listitem').filter({ hasText: 'Мигрена' })).toContainText(says(w, 'follow.no_next'));
    const planned = section(page, w, 'immun.title').getByRole('listitem').filter({ hasText: w.day('2027-03-10') });
    await expect(planned).toContainText(says(w, 'immun.planned'));
    await expect(planned).toContainText(says(w, 'record.source.card'));
  });

  test('marks a check-up, which is due no more, and takes it back with the keyboard alone', async ({ page, w }) => {
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(open(w));
    await page.getByLabel(says(w, 'mark.field')).focus();
    await page.keyboard.type('20.11.2026');
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toContainText(done(w));
    await expect(page.getByLabel(says(w, 'mark.field'))).toBeFocused();
    await expect(page.getByLabel(says(w, 'mark.field'))).toHaveValue('');
    const list = section(page, w, 'done.title').getByRole('listitem');
    await expect(list.first()).toContainText(w.day('2026-11-20'));
    await expect(list.first()).toContainText(says(w, 'done.marked'));
    await expect(list.first()).toContainText(maria.name);
    await expect(list.nth(1)).not.toContainText(says(w, 'done.marked'));
    await expectAccessibleInEveryTheme(page, 'check-ups with a mark');
    await tabTo(page, new RegExp(says(w, 'done.back', { day: w.day('2026-11-20') })));
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toContainText(open(w));
    await expect(section(page, w, 'done.title').getByRole('heading', { level: 2 })).toBeFocused();
  });

  test('a mark stands after a reload, and a year that was missed can be marked', async ({ page, w }) => {
    await page.goto(ALL);
    await mark(page, w, '07.10.2025');
    const back = page.getByRole('button', { name: says(w, 'done.back', { day: w.day('2025-10-07') }) });
    await expect(back).toBeVisible();
    await expect(page.getByText(says(w, 'missed.year', { year: '2025' }))).toHaveCount(0);
    await page.reload();
    await expect(back).toBeVisible();
    await expect(section(page, w, 'risk.title')).toContainText(says(w, 'risk.general'));
  });

  test('a day that cannot be is said beside its field, and nothing is sent', async ({ page, mock, w }) => {
    await page.goto(ALL);
    const field = page.getByLabel(says(w, 'mark.field'));
    for (const [day, why] of [
      ['23.11.2026', says(w, 'problem.future')],
      ['01.04.1979', says(w, 'problem.before_birth')],
      ['16.05.2024', says(w, 'problem.there')],
      ['вчера', w.text('calculator:problem_not_a_day')],
      ['', w.text('calculator:problem_not_a_day')],
    ] as const) {
      await mark(page, w, day);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(why.replace(/[.?]/g, '\\$&')));
      await expect(field).toHaveValue(day);
    }
    expect(await mock.count('mark_check_up')).toBe(0);
    await expectAccessible(page, 'check-ups with a wrong day');
  });

  for (const kind of ['drop', 'status'] as const) {
    test(`a mark whose answer is lost (${kind}) is tried again and kept once`, async ({ page, mock, trouble, w }) => {
      trouble.allow(/^net::|^500 /);
      await page.goto(ALL);
      await expect(sentence(page)).toContainText(open(w));
      const code = kind === 'status' ? { code: 'internal' } : {};
      await mock.fail({ route: 'mark_check_up', kind, ...code, count: kind === 'drop' ? 2 : 1 });
      await mark(page, w, '20.11.2026');
      const alert = section(page, w, 'done.title').getByRole('alert');
      await expect(alert).toContainText(says(w, 'change.failed'));
      await expect(page.getByLabel(says(w, 'mark.field'))).toHaveValue('20.11.2026');
      await mock.mend();
      await page.getByRole('button', { name: says(w, 'mark.button'), exact: true }).click();
      await expect(sentence(page)).toContainText(done(w));
      await expect(alert).toHaveCount(0);
      await expect(page.getByRole('button', { name: w.pattern('check_ups:done.back') })).toHaveCount(1);
    });
  }

  test('offline nothing is lost of what was typed', async ({ page, context, trouble, w }) => {
    trouble.allow(/^net::/);
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(open(w));
    await context.setOffline(true);
    await mark(page, w, '20.11.2026');
    await expect(section(page, w, 'done.title').getByRole('alert')).toContainText(w.text('error.offline'));
    await context.setOffline(false);
    await page.getByRole('button', { name: says(w, 'mark.button'), exact: true }).click();
    await expect(sentence(page)).toContainText(done(w));
  });

  test('what changed in another tab is shown before anything is kept', async ({ page, context, trouble, w }) => {
    trouble.allow(/^412 /);
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(open(w));
    const other = await context.newPage();
    await other.goto(ALL);
    await mark(other, w, '19.11.2026');
    await expect(sentence(other)).toContainText(done(w));
    await mark(page, w, '20.11.2026');
    await expect(section(page, w, 'done.title').getByRole('alert')).toContainText(says(w, 'change.changed'));
    await expect(section(page, w, 'done.title')).toContainText(w.day('2026-11-19'));
    await expect(page.getByLabel(says(w, 'mark.field'))).toHaveValue('20.11.2026');
    await page.getByRole('button', { name: says(w, 'mark.button'), exact: true }).click();
    await expect(page.getByRole('button', { name: w.pattern('check_ups:done.back') })).toHaveCount(2);
  });

  test('the days come as a file that tells of no health and of nobody', async ({ page, w }) => {
    await page.goto(ALL);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: says(w, 'calendar.add') }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('yasno.ics');
    const file = await readFile(await download.path(), 'utf8');
    for (const day of ['20261231', '20271231', '20281231']) expect(file).toContain(`DTSTART;VALUE=DATE:${day}`);
    for (const told of [maria.name, 'check-up', says(w, 'title'), 'преглед']) expect(file).not.toContain(told);
  });

  test('leads to when one is reminded', async ({ page, w }) => {
    await page.goto(ALL);
    await page.getByRole('link', { name: says(w, 'remind') }).click();
    await expect(page).toHaveURL('/notifications/settings/p-patient');
  });

  test('nothing of it stands in the address or stays in the browser', async ({ page, w }) => {
    await page.goto(ALL);
    await mark(page, w, '20.11.2026');
    await expect(sentence(page)).toContainText(done(w));
    expect(new URL(page.url()).href.endsWith(ALL)).toBe(true);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    for (const told of ['астма', '2026-11-20', '20.11.2026', 'p-patient']) expect(kept).not.toContain(told);
  });

  for (const chosen of LANGUAGES) {
    test(`in ${chosen} the same is said, without asking again`, async ({ page, mock, lang, w }) => {
      await page.goto(ALL);
      await expect(sentence(page)).toContainText(open(w));
      const words = new Words(chosen);
      if (chosen !== lang) await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(chosen);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(says(words, 'title'));
      // How a day is written in Kazakh, browser and test may differ on.
      await expect(sentence(page)).toContainText(words.pattern('check_ups:due.year'));
      await expect(section(page, words, 'content.title')).toContainText(says(words, 'content.test.cholesterol'));
      expect(await mock.count('get_person_prevention')).toBe(1);
    });
  }
});

for (const [now, said] of [
  ['2026-12-31T21:59:00Z', { key: 'due.year', day: '2026-12-31' }],
  ['2026-12-31T22:00:00Z', { key: 'due.year', day: '2027-12-31' }],
] as const) {
  test(`the year ends at midnight in Sofia, wherever the browser is: ${now}`, async ({ page, mock, signIn, w }) => {
    await mock.until(now);
    await signIn('patient');
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(says(w, said.key, { day: w.day(said.day) }));
    const missed = page.getByText(says(w, 'missed.year', { year: '2026' }));
    await expect(missed).toHaveCount(said.day === '2026-12-31' ? 0 : 1);
  });
}

test.describe('a mother of three', () => {
  test.use({ persona: 'parent' });

  /** How the fund names a child. */
  const child = (w: Words, name: string) => w.text('person.with_relation', { name, relation: w.text('relation.child') });

  test('sees everybody by age: a month, a day that is over, a day ahead, a year', async ({ page, w }) => {
    await page.goto(ALL);
    const of = (name: string) => page.getByRole('region', { name, exact: true });
    await expect(of(denitsa.name)).toContainText(open(w));
    await expect(of(child(w, 'Мила Скицова'))).toContainText(w.day('2026-11-30'));
    await expect(of(child(w, 'Теодор Скицов'))).toContainText(says(w, 'due.overdue', { day: w.day('2026-10-30') }));
    await expect(of(child(w, 'Яна Скицова'))).toContainText(says(w, 'ahead.day', { day: w.day('2026-12-05') }));
    await expectAccessibleInEveryTheme(page, 'check-ups of four');
    await expectNoSidewaysScroll(page, 'check-ups of four');
  });

  test('marks for a child only after saying yes to the name', async ({ page, mock, w }) => {
    await page.goto(ALL);
    const teo = child(w, 'Теодор Скицов');
    await page.getByRole('link', { name: says(w, 'more', { name: teo }) }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(says(w, 'title_of', { name: teo }));
    await expect(section(page, w, 'content.title')).toContainText(says(w, 'content.child'));
    await expect(section(page, w, 'risk.title')).toContainText(says(w, 'risk.immunisation'));
    await mark(page, w, '21.11.2026');
    const asked = page.getByRole('dialog', { name: says(w, 'mark.guard', { name: teo }) });
    await asked.getByRole('button', { name: w.text('guard.no') }).click();
    expect(await mock.count('mark_check_up')).toBe(0);
    await page.getByRole('button', { name: says(w, 'mark.button'), exact: true }).click();
    await asked.getByRole('button', { name: w.text('guard.yes') }).click();
    await expect(sentence(page)).toContainText(says(w, 'ahead.day', { day: w.day('2027-05-21') }));
    await expect(section(page, w, 'done.title').getByRole('listitem').first()).toContainText(denitsa.name);
  });

  test('one answer that does not come hides nobody else, and can be asked for again', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^503 /);
    await mock.fail({ route: '/api/v1/persons/p-parent-teo/prevention', kind: 'status', code: 'unavailable' });
    await page.goto(ALL);
    const teo = page.getByRole('region', { name: child(w, 'Теодор Скицов'), exact: true });
    await expect(teo.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(1);
    await expect(page.getByRole('region', { name: child(w, 'Яна Скицова'), exact: true })).toContainText(w.day('2026-12-05'));
    await mock.mend();
    await teo.getByRole('button').click();
    await expect(teo).toContainText(w.day('2026-10-30'));
  });
});

test.describe('a father whose son turns sixteen', () => {
  test.use({ persona: 'carer' });

  test('looks and cannot mark any more', async ({ page, mock, signIn, w }) => {
    await mock.until('2026-12-02T08:00:00Z');
    await signIn('carer');
    await page.goto(`${ALL}/p-carer-boris`);
    await expect(sentence(page)).toContainText(says(w, 'ask.not_published'));
    await expect(page.getByText(says(w, 'mark.may_not'))).toBeVisible();
    await expect(page.getByLabel(says(w, 'mark.field'))).toHaveCount(0);
  });

  test('is told that somebody else’s page is not his', async ({ page, trouble, w }) => {
    trouble.allow(/^403 /);
    await page.goto(`${ALL}/p-patient`);
    await expect(page.getByRole('alert').getByRole('heading', { name: w.text('error.not_allowed') })).toBeVisible();
  });
});

test.describe('a patient of another practice', () => {
  test.use({ persona: 'mother' });

  test('is sent to ask there, and hears what the guide said of its own year', async ({ page, w }) => {
    await page.goto(ALL);
    await expect(sentence(page)).toContainText(says(w, 'ask.not_published'));
    const guide = page.getByRole('listitem').filter({ hasText: says(w, 'often.guide') }).first();
    await expect(guide).toContainText(says(w, 'often.year'));
    await expect(guide).toContainText(says(w, 'often.guide_why'));
    await expect(page.getByRole('button', { name: says(w, 'calendar.add') })).toHaveCount(0);
    await expect(section(page, w, 'follow.title')).toContainText(w.day('2027-03-15'));
  });
});

test.describe('in Altai krai', () => {
  test.use({ persona: 'altai' });

  test('the clinic invites; one declines with a reason, and changes one’s mind', async ({ page, w }) => {
    await page.goto(ALL);
    const clinic = 'Поликлиника «Образцовая»';
    const invited = says(w, 'invited.open', { clinic, day: w.day('2026-12-18') });
    await expect(sentence(page)).toContainText(invited);
    const all = section(page, w, 'inv.title');
    const newest = all.getByRole('listitem').filter({ hasText: says(w, 'inv.state.open') });
    await expect(newest).toContainText('РЕСО-Мед');
    for (const day of ['2026-11-03', '2026-11-17']) await expect(newest).toContainText(w.day(day));
    await expect(page.getByRole('button', { name: says(w, 'calendar.add') })).toHaveCount(0);
    await page.getByRole('button', { name: says(w, 'inv.send') }).click();
    const why = page.getByLabel(says(w, 'inv.why'));
    await expect(why).toHaveAccessibleDescription(new RegExp(says(w, 'inv.problem_reason')));
    await why.selectOption(says(w, 'inv.reason.no_time'));
    await page.getByRole('button', { name: says(w, 'inv.send') }).click();
    await expect(sentence(page)).toContainText(says(w, 'invited.declined', { day: w.day('2026-12-18') }));
    await expect(all).toContainText(says(w, 'inv.reason.no_time'));
    await expect(all).toContainText(says(w, 'inv.again'));
    await expectAccessibleInEveryTheme(page, 'a declined invitation');
    await page.reload();
    await page.getByRole('button', { name: says(w, 'inv.come') }).click();
    await expect(sentence(page)).toContainText(invited);
  });

  test('an invitation that ended meanwhile says so', async ({ page, mock, signIn, trouble, w }) => {
    trouble.allow(/^422 /);
    await mock.until('2026-12-18T16:30:00Z');
    await signIn('altai');
    await page.goto(ALL);
    await page.getByLabel(says(w, 'inv.why')).selectOption(says(w, 'inv.reason.ill'));
    await mock.fail({ route: 'answer_check_up_invitation', kind: 'status', code: 'invalid_fields', count: 1 });
    await page.getByRole('button', { name: says(w, 'inv.send') }).click();
    await expect(section(page, w, 'inv.title').getByRole('alert')).toContainText(says(w, 'inv.problem_over'));
  });
});

for (const [key, said] of [
  ['kazakhstan', 'nothing_known'],
  ['empty', 'ask.age'],
] as const) {
  test.describe(() => {
    test.use({ persona: key });

    test(`of ${key} nothing is computed, and why is said`, async ({ page, w }) => {
      await page.goto(ALL);
      await expect(sentence(page)).toContainText(says(w, said));
      await expect(page.getByRole('button', { name: says(w, 'calendar.add') })).toHaveCount(0);
      if (key === 'empty') await expect(page.getByText(says(w, 'record.none'))).toBeVisible();
      else await expect(page.getByLabel(says(w, 'mark.field'))).toHaveCount(0);
    });
  });
}
