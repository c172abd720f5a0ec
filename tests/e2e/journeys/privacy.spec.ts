import type { Page } from '@playwright/test';

import { Terms } from '../fixtures/family';
import { Files, photo } from '../fixtures/files';
import { expect, test } from '../fixtures/test';
import { PLANNED } from '../fixtures/plans';
import { persona } from '../fixtures/personas';

/** What is typed here, and nowhere else. */
const TYPED = {
  search: 'инсулин',
  label: 'Снаха ми Десислава',
  file: 'Епикриза Борис.jpg',
  mail: 'georgi.tainata@example.org',
  report: 'Не бях аз, а братовчед ми',
  wrong: 'Стара улица 7',
  right: 'Нова улица 9',
  code: '7391846205',
};

interface Kept {
  /** Addresses asked for, the referring ones, and those shown. */
  addresses: string[];
  /** Bodies of answers that were refused or failed. */
  refusals: string[];
  /** What the page says to the browser's console. */
  said: string[];
}

/** Writes down what others than the person could come to see. */
function watch(page: Page): Kept {
  const kept: Kept = { addresses: [], refusals: [], said: [] };
  page.on('request', (request) => kept.addresses.push(request.url(), request.headers().referer ?? ''));
  page.on('framenavigated', (frame) => kept.addresses.push(frame.url()));
  page.on('console', (message) => kept.said.push(message.text()));
  page.on('response', async (answer) => {
    if (answer.status() >= 400) kept.refusals.push(await answer.text().catch(() => ''));
  });
  return kept;
}

/** What the server knows of people: names, what documents are for, their numbers. */
async function known(page: Page): Promise<string[]> {
  const { persons } = (await (await page.request.get('/api/v1/persons')).json()) as { persons: { name: string }[] };
  const { documents } = (await (await page.request.get('/api/v1/documents')).json()) as {
    documents: { number: string; subject: string }[];
  };
  return [...persons.flatMap(({ name }) => name.split(' ')), ...documents.flatMap(({ number, subject }) => [number, subject])];
}

test.describe('as somebody who cares for others', () => {
  test.use({ persona: 'carer' });

  test('what is known of people and what they type is in no address, no log and no error', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(403|404|409|413|422|500) /);
    const kept = watch(page);
    const secrets = [...(await known(page)), ...Object.values(TYPED)];
    expect(secrets.length).toBeGreaterThan(20);

    await page.goto('/documents');
    await page.getByRole('searchbox').fill(TYPED.search);
    const row = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem').first();
    await expect(row).toContainText(new RegExp(TYPED.search, 'i'));
    await row.getByRole('link').click();
    await expect(page.getByRole('region', { name: w.text('document:history.title') })).toBeVisible();

    // A file whose name says whose it is, refused by the server.
    const files = new Files(page, w);
    await files.open('boris-sensors');
    await mock.fail({ route: 'begin_file', kind: 'status', code: 'too_large', count: 1 });
    await files.send(photo(TYPED.file, 5000));
    const guard = page.getByRole('dialog');
    await guard.getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
    await expect(files.file(TYPED.file)).toContainText(files.state('failed'));

    // An invitation with mistakes, which the page says itself.
    const terms = new Terms(page, w);
    await page.goto('/family/invite');
    await terms.field('terms.label').fill(TYPED.label);
    await terms.button('family:invite.button').click();
    await expect(page.getByRole('alert')).toBeVisible();

    // Contacts that are not kept.
    await page.goto('/account');
    await mock.fail({ route: 'change_account', kind: 'status', code: 'internal', count: 1 });
    const contacts = page.getByRole('region', { name: w.text('account:contacts.title') });
    await contacts.getByRole('textbox', { name: w.text('account:contacts.email'), exact: true }).fill(TYPED.mail);
    await contacts.getByRole('button', { name: w.text('form:save'), exact: true }).click();
    await expect(contacts.getByRole('alert')).toContainText(w.text('error.server'));

    // A report and a correction that the server cannot keep.
    await page.goto('/documents/carer-gout');
    await mock.fail({ route: 'report_document', kind: 'status', code: 'internal', count: 1 });
    await page.getByRole('button', { name: w.text('document:report.whole'), exact: true }).click();
    const report = page.getByRole('dialog', { name: w.text('document:report.heading') });
    await report.getByRole('textbox', { name: w.text('document:report.words') }).fill(TYPED.report);
    await report.getByRole('button', { name: w.text('document:report.send'), exact: true }).click();
    await expect(report.getByRole('alert')).toContainText(w.text('document:report.failed'));
    await page.goto('/account/data');
    await mock.fail({ route: 'ask_correction', kind: 'status', code: 'internal', count: 1 });
    const correction = page.getByRole('region', { name: w.text('rights:correct.title'), exact: true });
    await correction.getByRole('combobox').selectOption('contacts');
    await correction.getByRole('textbox').nth(0).fill(TYPED.wrong);
    await correction.getByRole('textbox').nth(1).fill(TYPED.right);
    await correction.getByRole('button', { name: w.text('rights:correct.send'), exact: true }).click();
    await expect(correction.getByRole('alert')).toContainText(w.text('rights:correct.failed'));

    // A code that opens nothing.
    await page.goto('/family/code');
    await terms.enter(TYPED.code);
    await expect(page.getByRole('alert')).toBeVisible();

    // What one may not see, and what is not there.
    for (const id of ['patient-insulin', 'not-there']) {
      await page.goto(`/documents/${id}`);
      await expect(page.getByRole('alert')).toContainText(w.text('error.not_allowed'));
    }

    const log = await mock.log();
    await expect.poll(() => kept.refusals.length).toBeGreaterThan(3);
    for (const [what, text] of Object.entries({
      addresses: kept.addresses.map((url) => decodeURIComponent(url)).join('\n'),
      refusals: kept.refusals.join('\n'),
      console: kept.said.join('\n'),
      log: log + decodeURIComponent(log),
    })) {
      expect(text.length, what).toBeGreaterThan(what === 'console' ? -1 : 10);
      for (const secret of secrets) expect(text, `${what}: ${secret}`).not.toContain(secret);
    }
  });

  test('no page has anything of people in its address', async ({ page, trouble, w }) => {
    // Pages of the staff, which say so.
    trouble.allow(/^403 \/api\/v1\/templates/);
    const who = persona('carer');
    const kept = watch(page);
    const secrets = await known(page);
    for (const route of PLANNED.filter(({ signedIn }) => signedIn)) {
      await page.goto(route.path(who));
      await route.shows(page, w, who);
      expect(await page.title()).not.toBe('');
    }
    const text = kept.addresses.map((url) => decodeURIComponent(url)).join('\n');
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });
});
