import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { cared } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { persona } from '../fixtures/personas';
import { NOW } from '../fixtures/server';
import { expect, test } from '../fixtures/test';
import { escape, LANGUAGES, Words } from '../fixtures/words';

const DOCTOR = '/services/doctor';
const MARIA = persona('patient');
const GEORGI = persona('carer');
const FIRST = '2026-12-01';

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string | number> = {}): string {
  return w.text(`doctor:${key}`, values);
}

/** The part about somebody. */
function of(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Both sides of the bounds of both windows, in Sofia, and what is answered: until when, or from when, and the days. */
const BOUNDS: [moment: string, answer: 'may_from' | 'may_window' | 'may_last', day: string, days?: number][] = [
  ['2026-11-30T23:59:00+02:00', 'may_from', '2026-12-01', 1],
  ['2026-12-01T00:00:00+02:00', 'may_window', '2026-12-31'],
  ['2026-12-31T23:59:59+02:00', 'may_last', '2026-12-31'],
  ['2027-01-01T00:00:00+02:00', 'may_from', '2027-06-01', 151],
  ['2027-05-31T23:59:00+03:00', 'may_from', '2027-06-01', 1],
  ['2027-06-01T00:00:00+03:00', 'may_window', '2027-06-30'],
  ['2027-06-30T23:59:59+03:00', 'may_last', '2027-06-30'],
  ['2027-07-01T00:00:00+03:00', 'may_from', '2027-12-01', 153],
];

for (const timezoneId of ['America/New_York', 'Asia/Tokyo']) {
  test.describe(`a browser in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('has the windows of Sofia, to the second, each with its rule', async ({ page, mock, signIn, w }) => {
      let shown = Date.parse(NOW);
      for (const [moment, answer, day, days] of BOUNDS) {
        // The session of before is over; a page that is open would notice.
        await page.goto('about:blank');
        await mock.advance((Date.parse(moment) - shown) / 1000);
        shown = Date.parse(moment);
        await signIn('patient');
        await page.goto(DOCTOR);
        const own = of(page, MARIA.name);
        const values = { opens: w.day(day), last: w.day(day), ...(days === undefined ? {} : { n: days }) };
        await expect(own.getByRole('status').first(), moment).toHaveText(`${says(w, answer, values)}${says(w, 'why_wish')}`);
        await own.getByText(says(w, 'how'), { exact: true }).click();
        const when = own.getByRole('listitem').filter({ hasText: says(w, 'when') });
        await expect(when.getByRole('link')).toHaveAttribute('href', /^https:\/\/www\.segabg\.com\//);
      }
    });
  });
}

test.describe('who cares for three others', () => {
  test.use({ persona: 'carer' });

  test('gets one answer for each: whether, why, with whom and how', async ({ page, w }) => {
    await page.goto(DOCTOR);
    const { ani, boris, stefka } = cared(w);
    const later = says(w, 'may_from', { n: 9, opens: w.day(FIRST) });
    for (const name of [GEORGI.name, ani, stefka]) await expect(of(page, name)).toContainText(later);
    await expect(of(page, boris)).toContainText(says(w, 'may_any_day'));
    await expect(of(page, boris)).toContainText(says(w, 'why_practice_closed'));
    await expect(of(page, ani)).toContainText('д-р Чобанова');
    await expect(of(page, ani)).toContainText(w.day('2019-12-02'));
    for (const name of [GEORGI.name, ani, boris, stefka]) await of(page, name).getByText(says(w, 'how'), { exact: true }).click();
    await expect(of(page, GEORGI.name)).toContainText(says(w, 'online_own'));
    await expect(of(page, ani)).toContainText(says(w, 'online_child'));
    await expect(of(page, stefka)).toContainText(says(w, 'online_patient_why'));
    await expectAccessibleInEveryTheme(page, 'the GPs of a family');
    await expectNoSidewaysScroll(page, 'the GPs of a family');
  });

  test('a move opens the choice for whoever moved, and for nobody else; it is kept nowhere', async ({ page, mock, w }) => {
    await page.goto(DOCTOR);
    const { ani, boris } = cared(w);
    await expect(of(page, boris).getByText(says(w, 'said'), { exact: true })).toHaveCount(0);
    const child = of(page, ani);
    await child.getByText(says(w, 'said'), { exact: true }).click();
    const before = (await mock.requests()).length;
    for (const [choice, why] of [['said_moved', 'why_moved'], ['said_address_changed', 'why_address_changed']] as const) {
      await child.getByText(says(w, choice), { exact: true }).click();
      await expect(child.getByRole('status').first()).toHaveText(`${says(w, 'may_any_day')}${says(w, why)}`);
    }
    await expectAccessibleInEveryTheme(page, 'somebody has moved');
    await expect(of(page, GEORGI.name)).toContainText(w.pattern('doctor:may_from'));
    expect((await mock.requests()).slice(before).filter(({ operation }) => operation === 'get_person_gp')).toEqual([]);
    await expect(page).toHaveURL(DOCTOR);
    await child.getByText(says(w, 'said_none'), { exact: true }).click();
    await expect(child).toContainText(says(w, 'why_wish'));
    await page.reload();
    await expect(child).toContainText(says(w, 'why_wish'));
  });

  test('the year shows the windows, and the practice’s months for its own patients only', async ({ page, w }) => {
    await page.goto(DOCTOR);
    const year = of(page, says(w, 'year'));
    await expect(year.getByRole('listitem').filter({ hasText: w.pattern('doctor:year_windows') })).toHaveCount(1);
    const protocols = year.getByRole('listitem').filter({ hasText: w.pattern('doctor:year_protocols') });
    await expect(protocols).toHaveCount(1);
    await expect(protocols).toContainText('PR-11');
    await expect(protocols).toContainText(`${GEORGI.name}, Ани Образцова`);
    await expect(protocols).not.toContainText('Стефка');
  });

  test('one answer that does not come hides no other, and can be asked for again with the keyboard', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^503 \/api\/v1\/persons\/p-carer-ani\/gp$/);
    const { ani, boris } = cared(w);
    await mock.fail({ route: '/api/v1/persons/p-carer-ani/gp', kind: 'status', code: 'unavailable' });
    await page.goto(DOCTOR);
    await expect(of(page, ani).getByRole('alert')).toContainText(w.text('error.server'));
    await expect(of(page, boris)).toContainText(says(w, 'may_any_day'));
    await mock.mend();
    await tabTo(page, w.pattern('retry'));
    await page.keyboard.press('Enter');
    await expect(of(page, ani)).toContainText(says(w, 'why_wish'));
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('the next window goes into a calendar, and the file does not say what it is for', async ({ page, mock, signIn, w }) => {
  const save = async (): Promise<string> => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: says(w, 'calendar_add'), exact: true }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('yasno.ics');
    return readFile(await download.path(), 'utf8');
  };
  await page.goto(DOCTOR);
  await expect(page.getByText(says(w, 'calendar_first', { first: w.day(FIRST) }))).toBeVisible();
  const file = await save();
  expect(file).toContain('DTSTART;VALUE=DATE:20261201\r\n');
  expect(file).toContain('TRIGGER:PT9H\r\n');
  expect(file).not.toMatch(/лекар|doctor|gp\//i);
  await expect(page.getByRole('status').filter({ hasText: says(w, 'calendar_saved') })).toBeAttached();
  await page.goto('about:blank');
  await mock.until('2026-12-10T10:00:00+02:00');
  await signIn('patient');
  await page.goto(DOCTOR);
  await expect(page.getByText(says(w, 'calendar_last', { last: w.day('2026-12-31') }))).toBeVisible();
  expect(await save()).toContain('DTSTART;VALUE=DATE:20261231\r\n');
  await page.getByRole('link', { name: says(w, 'calendar_remind'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.text('told.title'));
});

test('with the keyboard alone: unfolded, moved, and the answer is said', async ({ page, w }) => {
  await page.goto(DOCTOR);
  const own = of(page, MARIA.name);
  await expect(own).toContainText(says(w, 'why_wish'));
  await tabTo(page, new RegExp(`^${escape(says(w, 'said'))}$`));
  await page.keyboard.press('Enter');
  await tabTo(page, new RegExp(escape(says(w, 'said_none'))));
  await page.keyboard.press('ArrowRight');
  await expect(own.getByRole('radio', { name: says(w, 'said_moved'), exact: true })).toBeFocused();
  await expect(own.getByRole('status').first()).toContainText(says(w, 'why_moved'));
});

for (const [key, sentence] of [['kazakhstan', 'kazakhstan'], ['altai', 'russia']] as const) {
  test.describe(`who is insured elsewhere (${key})`, () => {
    test.use({ persona: key });

    test('is told that, and no rule of Bulgaria', async ({ page, w }) => {
      await page.goto(DOCTOR);
      const own = of(page, persona(key).name);
      await expect(own).toContainText(says(w, sentence));
      await expect(own).toContainText(says(w, 'elsewhere_next'));
      await expect(own.getByText(says(w, 'how'), { exact: true })).toHaveCount(0);
      await expect(of(page, says(w, 'year'))).toHaveCount(0);
      await expectAccessibleInEveryTheme(page, `the GP of ${key}`);
    });
  });
}

for (const chosen of LANGUAGES) {
  test(`in ${chosen} the same is said, without asking again`, async ({ page, mock, lang, w }) => {
    await page.goto(DOCTOR);
    await expect(of(page, MARIA.name)).toContainText(says(w, 'why_wish'));
    const words = new Words(chosen);
    if (chosen !== lang) await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(chosen);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(says(words, 'title'));
    await expect(of(page, MARIA.name)).toContainText(words.pattern('doctor:may_from', { n: 9 }));
    expect(await mock.count('get_person_gp')).toBe(1);
  });
}
