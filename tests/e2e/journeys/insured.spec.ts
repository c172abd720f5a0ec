import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from '../fixtures/axe';
import { cared } from '../fixtures/family';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import { LANGUAGES, Words } from '../fixtures/words';

const georgi = persona('carer');
const at = (person: string) => `/api/v1/persons/${person}/insurance`;

/** What is said of one person. */
function of(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** A text of the page. */
function says(w: Words, key: string, values: Record<string, string> = {}): string {
  return w.text(`insurance:insured.${key}`, values);
}

function months(w: Words, n: number): string {
  return w.text('calculator:months', { n });
}

test.describe('who cares for others', () => {
  test.use({ persona: 'carer' });

  test('sees an answer for each of them, the own one first', async ({ page, w }) => {
    const { ani, boris, stefka } = cared(w);
    await page.goto('/insured');
    const own = of(page, georgi.name);
    await expect(own).toContainText(says(w, 'interrupted', { months: months(w, 5) }));
    for (const child of [ani, boris]) {
      await expect(of(page, child)).toContainText(says(w, 'by_group', { group: w.text('insurance:group_child') }));
    }
    const mother = of(page, stefka);
    await expect(mother).toContainText(says(w, 'by_group', { group: w.text('insurance:group_pensioner') }));
    await expect(mother).toContainText(says(w, 'open', { months: months(w, 8) }));
    const headings = page.getByRole('main').getByRole('heading', { level: 2 });
    const names = [georgi.name, ani, boris, stefka, says(w, 'payers'), says(w, 'more')];
    await expect(headings).toHaveText(names);
    const asOf = says(w, 'as_of', { moment: w.moment('2026-11-20T04:10:00Z', 'Europe/Sofia') });
    for (const name of names.slice(0, 4)) await expect(of(page, name).getByText(asOf)).toBeVisible();
    await expectAccessible(page, 'insured, four persons');
    await expectNoSidewaysScroll(page, 'insured, four persons');
  });

  test('hears what brings rights back, what it costs and where that is written', async ({ page, w }) => {
    await page.goto('/insured');
    const own = of(page, georgi.name);
    const lines = own.getByRole('listitem');
    const restores = lines.filter({ hasText: says(w, 'restores') });
    await expect(restores).toContainText(months(w, 6));
    await expect(restores.getByRole('link')).toHaveAttribute('href', /^https?:\/\//);
    const total = lines.filter({ hasText: says(w, 'total') });
    for (const amount of [/214[.,]28/, /49[.,]62/, /159[.,]18/]) await expect(total).toContainText(amount);
    const due = lines.filter({ hasText: w.pattern('insurance:insured.due') });
    await expect(due).toContainText(w.day('2026-11-25'));
    await expect(own.getByText(says(w, 'interest'))).toBeVisible();
    await expect(own.getByText(w.text('insurance:emergency'))).toBeVisible();
    const unpaid = own.getByRole('figure').getByRole('listitem').filter({ hasText: says(w, 'share_unpaid') });
    await expect(unpaid).toContainText(months(w, 5));
  });

  test('one answer that does not come hides no other, and can be asked for again with the keyboard', async ({
    page,
    mock,
    trouble,
    w,
  }) => {
    trouble.allow(/^503 \/api\/v1\/persons\/p-carer-ani\/insurance$/);
    const { ani, boris, stefka } = cared(w);
    await mock.fail({ route: at('p-carer-ani'), kind: 'status', code: 'unavailable' });
    await page.goto('/insured');
    const alert = of(page, ani).getByRole('alert');
    await expect(alert.getByRole('heading', { name: w.text('error.server') })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(1);
    await expect(of(page, ani)).not.toContainText(says(w, 'nothing'));
    await expect(of(page, georgi.name)).toContainText(w.pattern('insurance:insured.interrupted'));
    for (const other of [boris, stefka]) {
      await expect(of(page, other)).toContainText(w.pattern('insurance:insured.by_group'));
    }
    const before = await mock.count('get_person_insurance');
    await mock.mend();
    await tabTo(page, w.pattern('retry'));
    await page.keyboard.press('Enter');
    await expect(of(page, ani)).toContainText(says(w, 'by_group', { group: w.text('insurance:group_child') }));
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(await mock.count('get_person_insurance'), 'only the one that failed').toBe(before + 1);
  });

  test('a person whom the account may not see any more is said to be that, and nobody else', async ({
    page,
    mock,
    trouble,
    w,
  }) => {
    trouble.allow(/^403 \/api\/v1\/persons\/p-carer-stefka\/insurance$/);
    const { ani, stefka } = cared(w);
    await mock.fail({ route: at('p-carer-stefka'), kind: 'status', code: 'not_allowed' });
    await page.goto('/insured');
    const alert = of(page, stefka).getByRole('alert');
    await expect(alert.getByRole('heading', { name: w.text('error.not_allowed') })).toBeVisible();
    await expect(alert.getByRole('button')).toHaveCount(0);
    await expect(of(page, ani)).toContainText(w.pattern('insurance:insured.by_group'));
  });

  test('nothing of anybody stands in the address or stays in the browser', async ({ page, w }) => {
    await page.goto('/insured');
    await expect(of(page, georgi.name)).toContainText(w.pattern('insurance:insured.interrupted'));
    expect(new URL(page.url()).href.endsWith('/insured')).toBe(true);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    );
    for (const told of ['Образцов', 'p-carer', 'unpaid', 'self_insured']) expect(kept).not.toContain(told);
  });

  for (const chosen of LANGUAGES) {
    test(`in ${chosen} the same is said, without asking again`, async ({ page, mock, lang, w }) => {
      await page.goto('/insured');
      await expect(of(page, georgi.name)).toContainText(w.pattern('insurance:insured.interrupted'));
      // Each of the four is asked about by itself, and the last may still be on its way.
      await expect.poll(() => mock.count('get_person_insurance')).toBe(4);
      const words = new Words(chosen);
      if (chosen !== lang) await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(chosen);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('insured.title'));
      await expect(of(page, georgi.name)).toContainText(says(words, 'interrupted', { months: months(words, 5) }));
      const { ani } = cared(words);
      const group = words.text('insurance:group_child');
      await expect(of(page, ani)).toContainText(says(words, 'by_group', { group }));
      expect(await mock.count('get_person_insurance')).toBe(4);
    });
  }
});

test('who is insured by an employer that missed a month is insured all the same', async ({ page, w }) => {
  await page.goto('/insured');
  const own = of(page, persona('patient').name);
  await expect(own).toContainText(says(w, 'by_employer'));
  const missed = own.getByRole('listitem').filter({ hasText: w.pattern('insurance:insured.run_at_fault') });
  await expect(missed).toContainText(months(w, 1));
  await expect(missed).toContainText(says(w, 'at_fault_why'));
  await expect(own).not.toContainText(says(w, 'total'));
});

for (const [key, said] of [
  ['kazakhstan', 'kazakhstan'],
  ['altai', 'russia'],
  ['empty', 'nothing'],
] as const) {
  test.describe(() => {
    test.use({ persona: key });

    test(`of ${key} nothing is computed, and why is said`, async ({ page, w }) => {
      await page.goto('/insured');
      const own = of(page, persona(key).name);
      await expect(own).toContainText(says(w, said));
      await expect(own).toContainText(says(w, said === 'nothing' ? 'nothing_next' : 'other_next'));
      await expect(own.getByRole('figure')).toHaveCount(0);
      await expect(own).not.toContainText(says(w, 'rule'));
    });
  });
}

test.describe(() => {
  test.use({ persona: 'many' });

  test('codes that the app does not know are shown as they came', async ({ page, w }) => {
    await page.goto('/insured');
    const own = of(page, persona('many').name);
    await expect(own).toContainText(says(w, 'undecided', { months: months(w, 30) }));
    const unknown = own.getByRole('listitem').filter({ hasText: w.pattern('insurance:insured.run_unknown') });
    await expect(unknown).toContainText(says(w, 'code', { code: 'abroad' }));
    await expect(unknown).toContainText(says(w, 'code', { code: 'not_owed' }));
  });
});

test('it is the first of its family in the list, and leads on to what can be worked out', async ({ page, w }) => {
  await page.goto('/calculators');
  const list = page.getByRole('region', { name: w.text('calculator:family.insurance') });
  const first = list.getByRole('listitem').first();
  await expect(first).toContainText(w.text('calculator:insured.lead'));
  await first.getByRole('link', { name: w.text('insured.title'), exact: true }).click();
  await expect(page).toHaveURL('/insured');
  const payers = of(page, says(w, 'payers'));
  await expect(payers.getByText(w.text('insurance:group_student'))).toBeVisible();
  await expect(payers.getByRole('link')).toHaveAttribute('href', /^https:\/\//);
  const more = of(page, says(w, 'more'));
  await expect(more.getByRole('link')).toHaveText([
    w.text('calculator:contribution.title'),
    w.text('calculator:returning.title'),
  ]);
  await more.getByRole('link', { name: w.text('calculator:returning.title') }).click();
  await expect(page).toHaveURL('/calculators/insurance/returning');
  await page.goBack();
  await expect(of(page, persona('patient').name)).toContainText(says(w, 'by_employer'));
});

test.describe('signed out', () => {
  test.use({ persona: null });

  test('it asks to sign in first, and comes back', async ({ page, trouble, w }) => {
    trouble.allowSignedOut();
    await page.goto('/calculators');
    await page.getByRole('link', { name: w.text('insured.title'), exact: true }).click();
    await expect(page).toHaveURL('/sign-in?return_to=/insured');
    await page.getByRole('link', { name: w.text('sign_in:button') }).click();
    await page.getByRole('button', { name: georgi.name }).click();
    await expect(page).toHaveURL('/insured');
    await expect(of(page, georgi.name)).toContainText(w.pattern('insurance:insured.interrupted'));
  });
});
