import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { Sheet } from '../fixtures/calculator';
import { tabTo } from '../fixtures/keyboard';
import { expect, test } from '../fixtures/test';
import { escape, type Words } from '../fixtures/words';

/** A text of the calculator. */
function says(w: Words, key: string, values: Record<string, string> = {}): string {
  return w.text(`dates:elsewhere.${key}`, values);
}

async function stay(sheet: Sheet, arrive: string, leave: string): Promise<void> {
  await sheet.field('dates:elsewhere.arrive').fill(arrive);
  await sheet.field('dates:elsewhere.leave').fill(leave);
}

test('too short, long enough, too long: from the page about the GP to the day on which one’s own stands again', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await page.goto('/services/doctor');
  await page.getByRole('link', { name: w.text('calculator:elsewhere.title'), exact: true }).click();
  await sheet.ready();
  // A month to the day, and each of its neighbours; the end of February and of a year.
  for (const [arrive, leave, answer, own] of [
    ['01.03.2026', '01.04.2026', 'any_gp'],
    ['01.03.2026', '02.04.2026', 'temporary', '2026-04-03'],
    ['31.01.2026', '01.03.2026', 'temporary', '2026-03-02'],
    ['01.03.2026', '01.08.2026', 'temporary', '2026-08-02'],
    ['01.03.2026', '02.08.2026', 'permanent'],
    ['30.09.2026', '28.02.2027', 'temporary', '2027-03-01'],
  ] as const) {
    await stay(sheet, arrive, leave);
    await expect(sheet.answer).toContainText(own ? says(w, 'temporary', { day: w.day(own) }) : says(w, answer));
    await expect(sheet.answer.getByText(says(w, 'year_end'))).toHaveCount(leave.endsWith('2027') ? 1 : 0);
  }
  await expect(page).toHaveURL('/calculators/dates/elsewhere?arrive=2026-09-30&leave=2027-02-28');
  await expectAccessibleInEveryTheme(page, 'a stay over the end of a year');
  await page.reload();
  await expect(sheet.answer).toContainText(says(w, 'temporary', { day: w.day('2027-03-01') }));
});

test('who leaves before arriving is told beside the field, with the keyboard alone', async ({ page, w }) => {
  const sheet = new Sheet(page, w);
  await sheet.open('dates/elsewhere');
  for (const [key, day] of [['arrive', '10.03.2026'], ['leave', '09.03.2026']] as const) {
    await tabTo(page, new RegExp(`^${escape(says(w, key))}`));
    await page.keyboard.type(day);
  }
  await page.keyboard.press('Tab');
  const problem = says(w, 'leaves_before', { day: w.day('2026-03-10') });
  await expect(sheet.field('dates:elsewhere.leave')).toHaveAccessibleDescription(new RegExp(escape(problem)));
  await expectAccessibleInEveryTheme(page, 'leaving before arriving');
  await sheet.field('dates:elsewhere.leave').fill('12.03.2026');
  await expect(sheet.answer).toContainText(says(w, 'any_gp'));
});
