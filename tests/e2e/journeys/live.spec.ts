import type { Page } from '@playwright/test';

import { announcement, expectLive, history, timeUntilShown } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

const ASTHMA = { id: 'patient-asthma', subject: 'Лекарства за бронхиална астма' };
const APPROVED = { kind: 'protocol.approved', valid_from: '2026-11-23', valid_to: '2027-11-22' };

/** Would be gone after a reload. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(globalThis, { marked: true }));
}

async function expectMarked(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
}

test('an event changes the open document within a second, without a reload', async ({ page, mock, w }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`/documents/${ASTHMA.id}`);
  await expectLive(page, w);
  const newest = (await history(page, w)).first();
  await mark(page);

  const took = await timeUntilShown(page, w.text('document:event.protocol_approved'), () => mock.event(ASTHMA.id, APPROVED));
  expect(took).toBeLessThan(1000);

  await expect(announcement(page, w, 'approved', ASTHMA.subject, w.text('person.you'))).toHaveCount(1);
  await expect(newest.getByRole('heading')).toHaveText(w.text('document:event.protocol_approved'));
  await expect(newest).toContainText(w.text('document:badge.new'));
  const strip = page.getByRole('region', { name: w.text('document:strip.title') });
  await expect(strip.getByRole('listitem').and(page.locator('[aria-current="step"]'))).toContainText(w.text('document:step.use'));
  await expect(page.getByRole('main')).toContainText(w.text('document:meaning.approved'));
  await expectMarked(page);
});

test('what is printed on the document anew is there without a reload, too', async ({ page, mock, w }) => {
  await page.goto(`/documents/${ASTHMA.id}`);
  await expectLive(page, w);
  const before = await mock.count('get_document');
  const facts = page.getByRole('region', { name: w.text('document:facts.title'), exact: true });
  await expect(facts).toContainText(w.text('document:facts.no_validity'));
  await mark(page);
  await mock.event(ASTHMA.id, APPROVED);
  const validity = { from: w.day(APPROVED.valid_from), to: w.day(APPROVED.valid_to) };
  await expect(facts).toContainText(w.text('document:facts.from_to', validity));
  await expect((await history(page, w)).first()).toContainText(w.text('document:badge.new'));
  expect(await mock.count('get_document')).toBe(before + 1);
  await expectMarked(page);
});

test('whoever is about to report an entry still stands on it when news come', async ({ page, mock, w }) => {
  await page.goto('/documents/patient-insulin');
  await expectLive(page, w);
  const report = page.getByRole('list').locator('.history__tools button').first();
  const name = (await report.getAttribute('aria-label')) ?? '';
  await report.focus();
  await mock.event('patient-insulin', { kind: 'protocol.terminated' });
  await expect(page.getByRole('article').getByText(w.text('document:event.protocol_terminated')).first()).toBeVisible();
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('aria-label', name);
  await expect(focused).toHaveRole('button');
});

test('what happened stays on the page when the document cannot be read again', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^503 \/api\/v1\/documents\/patient-asthma$/);
  await page.goto(`/documents/${ASTHMA.id}`);
  await expectLive(page, w);
  await mock.fail({ route: 'get_document', kind: 'status', code: 'unavailable', count: 1 });
  await mock.event(ASTHMA.id, { kind: 'protocol.docs_received' });
  await expect.poll(() => trouble.all()).toHaveLength(1);
  const titles = (await history(page, w)).getByRole('heading');
  await expect(titles.first()).toHaveText(w.text('document:event.protocol_docs_received'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  // The next change brings both.
  await mock.event(ASTHMA.id, APPROVED);
  await expect(titles.first()).toHaveText(w.text('document:event.protocol_approved'));
  await expect(page.getByRole('main')).toContainText(w.day(APPROVED.valid_from));
});

test.describe('for somebody else', () => {
  test.use({ persona: 'carer' });

  test('when and where a commission sits is there as soon as it is set', async ({ page, mock, w }) => {
    await page.goto('/documents/stefka-telk');
    await expectLive(page, w);
    const place = 'ТЕЛК Плевен, кабинет 4';
    const details = page.getByRole('region', { name: w.text('details:title'), exact: true });
    await expect(details).not.toContainText(place);
    await mock.event('stefka-telk', { kind: 'telk_protocol.hearing_set', hearing: { at: '2026-12-15T08:30:00Z', place } });
    await expect(details).toContainText(place);
    await expect(page.getByRole('region', { name: w.text('deadlines:title'), exact: true })).toContainText(w.day('2026-12-15'));
  });
});

test('an event changes the row in the list, and brings it to the top', async ({ page, mock, w }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/documents');
  await expectLive(page, w);
  await mark(page);
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.filter({ hasText: ASTHMA.subject })).toContainText(w.text('status.docs_required'));

  const took = await timeUntilShown(page, w.text('status.terminated'), () =>
    mock.event(ASTHMA.id, { kind: 'protocol.terminated' }),
  );
  expect(took).toBeLessThan(1000);

  await expect(rows.first()).toContainText(ASTHMA.subject);
  await expect(rows.first()).toContainText(w.text('status.terminated'));
  await expect(rows.first()).toHaveAttribute('aria-setsize', '18');
  await expect(announcement(page, w, 'terminated', ASTHMA.subject, w.text('person.you'))).toHaveCount(1);
  await expectMarked(page);
});

test('home shows the change, and the notice leads to it and can be closed', async ({ page, mock, w }) => {
  await page.goto('/');
  await expectLive(page, w);
  await expect(page.getByRole('region', { name: w.text('home.news') }).getByRole('listitem').first()).toBeVisible();
  const corner = page.getByRole('region', { name: w.text('beside:live.label') });
  await mock.event(ASTHMA.id, { kind: 'protocol.docs_received' });
  await mock.event('patient-psoriasis', { kind: 'protocol.refused', reason: { code: 'duplicate', text: 'Вече е одобрен.' } });
  const news = page.getByRole('region', { name: w.text('home.news') }).getByRole('listitem');
  await expect(news.first()).toContainText(w.text('status.refused'));
  await expect(news.nth(1)).toContainText(w.text('status.docs_received'));
  await corner.getByRole('link', { name: w.text('beside:live.show') }).first().click();
  await expect(page).toHaveURL('/documents/patient-psoriasis');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await mock.event('patient-psoriasis', { kind: 'protocol.annulled' });
  await corner.getByRole('button', { name: w.text('beside:live.dismiss') }).first().click();
  await expect(corner.getByRole('button', { name: w.text('beside:live.dismiss') })).toHaveCount(0);
});

test('what happens to the documents of others is not told', async ({ page, mock, w }) => {
  await page.goto('/documents');
  await expectLive(page, w);
  await mock.event('stefka-walker', { kind: 'aid.annulled' });
  await mock.event('patient-psoriasis', { kind: 'protocol.annulled' });
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toContainText(w.text('status.annulled'));
  await expect(page.getByText('Стефка')).toHaveCount(0);
});

test('six tabs share one stream, and the next one takes it over', async ({ context, page, mock, w }) => {
  const open = async (tab: Page) => {
    await tab.goto('/documents');
    await expectLive(tab, w);
  };
  await open(page);
  const tabs = [page];
  for (let count = 1; count < 6; count += 1) {
    const tab = await context.newPage();
    await open(tab);
    tabs.push(tab);
  }
  expect(await mock.count('stream_changes')).toBe(1);
  await mock.event(ASTHMA.id, { kind: 'protocol.docs_received' });
  const first = (tab: Page) =>
    tab.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem').first();
  for (const tab of tabs) await expect(first(tab)).toContainText(w.text('status.docs_received'));

  await page.close();
  await expect.poll(() => mock.count('stream_changes')).toBe(2);
  await mock.event(ASTHMA.id, { kind: 'protocol.refused' });
  for (const tab of tabs.slice(1)) await expect(first(tab)).toContainText(w.text('status.refused'));
  expect(await mock.count('stream_changes')).toBe(2);
});
