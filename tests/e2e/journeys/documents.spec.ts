import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

interface Entry {
  id: string;
  person: string;
  kind: string;
  number: string;
  subject: string;
  status: string;
  valid_to?: string;
}

const GROUPS: Record<string, string[]> = {
  open: ['registered', 'docs_required', 'docs_received', 'sent', 'scheduled', 'contested', 'requested', 'in_work'],
  in_use: ['approved', 'issued', 'partly_dispensed', 'in_force', 'ready'],
  refused: ['refused'],
  ended: ['annulled', 'terminated', 'expired', 'used', 'dispensed', 'closed', 'handed_over'],
  kept: ['recorded', 'corrected'],
};

/** So many rows are in the page, however small it is. */
const AT_LEAST = 8;

async function entries(page: Page): Promise<Entry[]> {
  const answer = await page.request.get('/api/v1/documents');
  return ((await answer.json()) as { documents: Entry[] }).documents;
}

function rows(page: Page, w: Words): Locator {
  return page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
}

/** The list holds exactly these, in this order, and says how many they are. */
async function expectRows(page: Page, w: Words, expected: Entry[]): Promise<void> {
  const count = page.getByRole('status').filter({ hasText: w.pattern('documents.count', { n: expected.length }) });
  await expect(count).toBeVisible();
  await expect(rows(page, w).first()).toHaveAttribute('aria-setsize', String(expected.length));
  // The last ones of a longer list are not in the page yet.
  const there = expected.slice(0, AT_LEAST);
  await expect(async () => {
    const texts = await rows(page, w).allTextContents();
    for (const [index, { number }] of there.entries()) expect(texts[index]).toContain(number);
  }).toPass({ timeout: 7000 });
}

test.describe('as somebody who cares for others', () => {
  test.use({ persona: 'carer' });

  test('the list can be narrowed by person, kind and status', async ({ page, w }) => {
    await page.goto('/documents');
    const all = await entries(page);
    await expectRows(page, w, all);
    await page.getByRole('button', { name: w.text('filters.more') }).click();

    const person = page.getByLabel(w.text('filters.person'));
    for (const id of new Set(all.map((entry) => entry.person))) {
      await person.selectOption(id);
      await expect(page).toHaveURL(`/documents?person=${id}`);
      await expectRows(page, w, all.filter((entry) => entry.person === id));
    }
    await person.selectOption('');
    const kind = page.getByLabel(w.text('filters.kind'));
    for (const code of ['medicine_protocol', 'device_application', 'repair_application', 'referral', 'telk_decision', 'sick_sheet']) {
      await kind.selectOption(code);
      await expect(page).toHaveURL(`/documents?kind=${code}`);
      const kept = all.filter((entry) => entry.kind === code);
      if (kept.length > 0) await expectRows(page, w, kept);
      else await expect(page.getByRole('heading', { name: w.text('documents.no_match') })).toBeVisible();
    }
    await kind.selectOption('');
    const group = page.getByLabel(w.text('filters.group'), { exact: true });
    for (const [code, statuses] of Object.entries(GROUPS)) {
      await group.selectOption(code);
      const kept = all.filter((entry) => statuses.includes(entry.status));
      if (kept.length > 0) await expectRows(page, w, kept);
      else await expect(page.getByRole('heading', { name: w.text('documents.no_match') })).toBeVisible();
    }
  });

  test('text finds by name, medicine and number, every word of it', async ({ page, w }) => {
    await page.goto('/documents');
    const all = await entries(page);
    const search = page.getByRole('searchbox', { name: w.text('filters.search') });
    await search.fill('Стефка');
    await expectRows(page, w, all.filter(({ person }) => person === 'p-carer-stefka'));
    const [wanted] = all;
    await search.fill(`  ${wanted.number.toLowerCase()} `);
    await expectRows(page, w, [wanted]);
    const word = wanted.subject.split(' ')[0].toUpperCase();
    await search.fill(word);
    await expectRows(page, w, all.filter(({ subject }) => subject.toUpperCase().includes(word)));
    await search.fill(`${word} ${wanted.number}`);
    await expectRows(page, w, [wanted]);
    await expect(page).toHaveURL('/documents');
  });

  test('nothing found says so, and one press shows everything again', async ({ page, w }) => {
    await page.goto('/documents?kind=medicine_protocol&sort=number');
    const all = await entries(page);
    const search = page.getByRole('searchbox');
    await search.fill('няма такова нещо');
    const nothing = page.getByRole('heading', { name: w.text('documents.no_match') });
    await expect(nothing).toBeVisible();
    await expect(page.getByText(w.pattern('documents.no_match_text', { n: all.length }))).toBeVisible();
    await page.getByRole('button', { name: w.text('documents.clear') }).click();
    await expect(nothing).toHaveCount(0);
    await expect(search).toHaveValue('');
    await expect(page).toHaveURL('/documents?sort=number');
    await expectRows(page, w, [...all].sort((a, b) => (a.number < b.number ? -1 : 1)));
  });
});

test('the list can be sorted by change, end and number', async ({ page, w }) => {
  await page.goto('/documents');
  const all = await entries(page);
  await expectRows(page, w, all);
  const sort = page.getByLabel(w.text('sort.label'));
  await sort.selectOption('number');
  await expectRows(page, w, [...all].sort((a, b) => (a.number < b.number ? -1 : 1)));
  await sort.selectOption('valid_to');
  await expect(page).toHaveURL('/documents?sort=valid_to');
  const end = (entry: Entry) => entry.valid_to ?? '9999';
  await expectRows(page, w, [...all].sort((a, b) => end(a).localeCompare(end(b))));
});

test('only what needs one, with the same number everywhere', async ({ page, w }) => {
  await page.goto('/');
  const needing = page.getByRole('link', { name: w.pattern('places.needing', {}) });
  await expect(needing).toBeVisible();
  const said = Number(/\d+/.exec((await needing.textContent()) ?? '')?.[0]);
  await expect(page.getByText(w.text('home.needing', { n: said }))).toBeVisible();
  await needing.click();
  const box = page.getByRole('checkbox', { name: w.text('filters.needing', { n: said }) });
  await box.check();
  await expect(page).toHaveURL('/documents?need=1');
  await expect(rows(page, w).first()).toHaveAttribute('aria-setsize', String(said));
});

test('back from a document, filter and text are as they were', async ({ page, w }) => {
  await page.goto('/documents');
  await page.getByRole('button', { name: w.text('filters.more') }).click();
  await page.getByLabel(w.text('filters.kind')).selectOption('medicine_protocol');
  await page.getByRole('searchbox').fill('лекарства');
  const found = (await rows(page, w).first().getAttribute('aria-setsize')) ?? '';
  const url = page.url();
  await rows(page, w).first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: w.text('document:history.title') })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(url);
  await expect(page.getByRole('searchbox')).toHaveValue('лекарства');
  await expect(page.getByLabel(w.text('filters.kind'))).toHaveValue('medicine_protocol');
  await expect(rows(page, w).first()).toHaveAttribute('aria-setsize', found);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('лекарства');
  await expect(rows(page, w).first()).toHaveAttribute('aria-setsize', found);
});

test('a document says where it stands, what is needed and what happened', async ({ page, w }) => {
  await page.goto('/documents');
  await rows(page, w).filter({ hasText: 'бронхиална астма' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(w.pattern('app.page_title', { title: 'Лекарства за бронхиална астма' }));
  const needs = page.getByRole('region', { name: w.text('document:needs.label') });
  await expect(needs.getByRole('heading', { name: w.text('needs.you') })).toBeVisible();
  await expect(needs).toContainText(w.text('document:task.send_documents'));
  await expect(needs).toContainText('Приложеното изследване е нечетливо.');
  await expect(needs).toContainText(w.text('document:fund.waiting'));
  const history = page.getByRole('region', { name: w.text('document:history.title') }).getByRole('article');
  await expect(history).toHaveCount(4);
  await expect(history.first()).toContainText(w.moment('2026-11-18T14:02:09Z', 'Europe/Sofia'));
  await expect(history.first()).toContainText(w.text('document:badge.back'));
  await expect(history.first()).toContainText(w.text('document:reason.document_faulty'));
});
