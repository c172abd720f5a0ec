import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expectAccessible, expectAccessibleInEveryTheme } from '../fixtures/axe';
import { forward, takeClock } from '../fixtures/clock';
import { Files, fingerprint, LARGEST, PART, photo, receipt, scan } from '../fixtures/files';
import { tabTo } from '../fixtures/keyboard';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { expect, test } from '../fixtures/test';
import { escape } from '../fixtures/words';

const ASKED = 'patient-asthma';
const WHEN = '2026-11-22T08:00:00Z';

/** What the page says politely to those who listen. */
function said(page: Page, text: string): Locator {
  return page.getByRole('status').filter({ hasText: text });
}

/** The fingerprint of what the fund hands back. */
async function kept(page: Page, files: Files, name: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await files.tool(name, 'open', 'link').click();
  return fingerprint(await readFile(await (await downloading).path()));
}

test.describe('to a document that waits for files', () => {
  test('the action box leads there', async ({ page, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await page.getByRole('link', { name: w.text('document:needs.send') }).click();
    await expect(page).toHaveURL(`/documents/${ASKED}#files`);
    await expect(page.getByRole('heading', { name: files.says('title'), exact: true })).toBeFocused();
  });

  test('a scan and a photograph are received, with receipts that stay', async ({ page, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await expect(files.field).toHaveAccessibleDescription(
      new RegExp(escape(files.says('hint', { types: 'PDF, JPEG, PNG, HEIC', megabytes: 10, files: 20 }))),
    );
    await expect(files.section).toContainText(files.says('none'));
    const [paper, picture] = [scan('епикриза.pdf', 3000), photo('снимка.jpg', 2 * PART + 1)];
    await files.field.setInputFiles([paper, picture]);
    await expect(files.file(paper.name)).toContainText(files.state('checked'));
    await expect(said(page, files.says('said_looked', { ready: 2, refused: 0 }))).toBeAttached();
    await expectAccessibleInEveryTheme(page, 'files that were chosen');
    await files.sendButton(2).click();
    await files.expectReceived(paper.name, receipt(1));
    await files.expectReceived(picture.name, receipt(2));
    await expect(said(page, files.says('said_received', { name: picture.name, number: receipt(2) }))).toBeAttached();
    const entry = files.file(paper.name);
    await expect(entry).toContainText(files.says('by_you'));
    await expect(entry).toContainText(w.moment(WHEN, 'Europe/Sofia'));
    const print = fingerprint(paper.buffer);
    await expect(entry.getByText(print, { exact: true })).toBeHidden();
    await entry.getByText(files.says('fingerprint', { start: print.slice(0, 8) })).click();
    await expect(entry.getByText(print, { exact: true })).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'files that were received');
    await expectNoSidewaysScroll(page, 'files that were received');
    expect(await kept(page, files, picture.name)).toBe(fingerprint(picture.buffer));
    await page.reload();
    await files.expectReceived(paper.name, receipt(1));
  });

  test('with the keyboard alone', async ({ page, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await tabTo(page, new RegExp(`^${escape(files.says('choose'))}$`));
    await expect(files.field).toBeFocused();
    // What the window of the device itself does is no part of the page.
    await files.field.setInputFiles([photo('a.jpg', 5000)]);
    await expect(files.sendButton(1)).toBeVisible();
    await tabTo(page, new RegExp(`^${escape(files.says('send', { n: 1 }))}$`));
    await page.keyboard.press('Enter');
    await files.expectReceived('a.jpg', receipt(1));
    await tabTo(page, w.pattern('document:files.fingerprint'));
    await page.keyboard.press('Enter');
    await expect(files.section.locator('details')).toHaveAttribute('open', '');
  });

  test('what cannot be sent says why beside it, and the rest goes', async ({ page, mock, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    const program = { name: 'рецепта.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(4000, 'MZ\x90\0', 'latin1') };
    const text = { name: 'бележка.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('не е снимка'.repeat(20)) };
    const bad = [
      { file: program, why: w.text('document:file.refusal.type') },
      { file: text, why: w.text('document:file.refusal.type') },
      { file: { ...scan('празен.pdf', 9), buffer: Buffer.alloc(0) }, why: w.text('document:file.refusal.empty') },
      { file: photo('голям.jpg', LARGEST + 1), why: w.text('document:file.refusal.too_large', { megabytes: 10 }) },
    ];
    const good = photo('добър.jpg', 3000);
    await files.field.setInputFiles([...bad.map(({ file }) => file), good]);
    for (const { file, why } of bad) {
      await expect(files.file(file.name)).toContainText(files.state('refused'));
      await expect(files.file(file.name)).toContainText(why);
    }
    await expect(said(page, files.says('said_looked', { ready: 1, refused: 4 }))).toBeAttached();
    await expectAccessibleInEveryTheme(page, 'files that cannot be sent');
    expect(await mock.count('begin_file')).toBe(0);
    for (const { file } of bad) await files.tool(file.name, 'remove').click();
    await expect(page.getByRole('heading', { name: files.says('title'), exact: true })).toBeFocused();
    await files.sendButton(1).click();
    await files.expectReceived(good.name, receipt(1));
    expect(await mock.count('begin_file')).toBe(1);
  });

  test('a photograph of exactly 10 MB goes, in parts', async ({ page, mock, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    const large = photo('large.jpg', LARGEST);
    await files.send(large);
    await files.expectReceived(large.name, receipt(1));
    expect(await mock.count('append_file')).toBe(LARGEST / PART);
    expect(await kept(page, files, large.name)).toBe(fingerprint(large.buffer));
  });

  test('the same file is never there twice', async ({ page, mock, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await files.send(photo('a.jpg', 5000));
    await files.expectReceived('a.jpg', receipt(1));
    await files.send(photo('b.jpg', 5000));
    await expect(said(page, files.says('said_received', { name: 'b.jpg', number: receipt(1) }))).toBeAttached();
    await files.expectReceived('a.jpg', receipt(1));
    await expect(files.file('b.jpg')).toHaveCount(0);
    expect(await mock.count('append_file')).toBe(1);
  });

  test('printed, the receipts are there and nothing to press', async ({ page, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await files.send(scan('a.pdf', 5000));
    await files.expectReceived('a.pdf', receipt(1));
    await page.emulateMedia({ media: 'print' });
    await expect(files.file('a.pdf').getByText(receipt(1))).toBeVisible();
    await expect(files.field).toBeHidden();
    await expect(files.section.getByRole('link')).toHaveCount(0);
    await expect(files.section.getByRole('button')).toHaveCount(0);
  });
});

test.describe('through everything that goes wrong', () => {
  test('without a connection files wait, and go by themselves once there is one', async ({ page, context, trouble, w }) => {
    // Some code that comes ahead of time may still be on its way.
    trouble.allow(/^net::/, /^error: TypeError: Failed to fetch/);
    const files = new Files(page, w);
    await files.open(ASKED);
    await context.setOffline(true);
    await files.send(photo('a.jpg', 3 * PART));
    await expect(files.file('a.jpg')).toContainText(files.state('connection'));
    await expect(files.file('a.jpg')).toContainText(w.text('document:file.next.retry_online'));
    await expectAccessible(page, 'a file that waits for a connection');
    await context.setOffline(false);
    await files.expectReceived('a.jpg', receipt(1));
  });

  test('cut in the middle it goes on from where it stopped', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/api\/v1\/files\//);
    await takeClock(page);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'half', count: 1 });
    const picture = photo('a.jpg', 3 * PART);
    await files.send(picture);
    await expect(files.file('a.jpg')).toContainText(files.state('connection'));
    // The browser notices nothing of a line that broke elsewhere, so the page looks again by itself.
    await forward(page, mock, 31_000);
    await files.expectReceived('a.jpg', receipt(1));
    expect(await mock.count('get_file'), 'it was asked how much is there').toBe(1);
    // Half a part came before the cut: 2.5 parts were left.
    expect(await mock.count('append_file')).toBe(1 + 3);
    expect(await kept(page, files, 'a.jpg')).toBe(fingerprint(picture.buffer));
  });

  test('where large parts do not pass (413), smaller ones do', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^413 \/api\/v1\/files\//);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'status', code: 'too_large', count: 1 });
    await files.send(photo('a.jpg', 4 * PART));
    await files.expectReceived('a.jpg', receipt(1));
    expect(await mock.count('append_file')).toBe(1 + 8);
  });

  test('a file of which the server takes not even small parts (413) says so and what to do, and another one goes', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^413 \/api\/v1\/files\//);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'status', code: 'too_large' });
    await files.send(photo('a.jpg', 2 * PART));
    await expect(files.file('a.jpg')).toContainText(files.state('failed'));
    const why = w.text('document:file.failure.too_large');
    await expect(files.file('a.jpg')).toContainText(why);
    await expect(said(page, files.says('said_failed', { name: 'a.jpg', why }))).toBeAttached();
    await expect(files.file('a.jpg')).toContainText(w.text('document:file.next.choose_another'));
    await expectAccessibleInEveryTheme(page, 'a file that the server does not take');
    await mock.mend();
    await files.tool('a.jpg', 'stop').click();
    await page.getByRole('dialog').getByRole('button', { name: files.says('stop_yes'), exact: true }).click();
    await files.send(photo('b.jpg', 2000));
    await files.expectReceived('b.jpg', receipt(1));
  });

  test('a server that fails (500) is tried again, and not for ever', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^500 \/api\/v1\/documents\//);
    await takeClock(page);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'begin_file', kind: 'status', code: 'internal' });
    await files.send(photo('a.jpg', 5000));
    await expect(files.file('a.jpg')).toContainText(files.state('soon'));
    const tries = async () => {
      await forward(page, mock, 31_000);
      return mock.count('begin_file');
    };
    await expect.poll(tries, { timeout: 30_000 }).toBe(5);
    const why = w.text('document:file.failure.busy');
    await expect(files.file('a.jpg')).toContainText(files.state('failed'));
    await expect(files.file('a.jpg')).toContainText(why);
    await expect(said(page, files.says('said_failed', { name: 'a.jpg', why }))).toBeAttached();
    await expectAccessibleInEveryTheme(page, 'a file that failed');
    await mock.mend();
    await files.tool('a.jpg', 'retry').click();
    await files.expectReceived('a.jpg', receipt(1));
  });

  test('an answer that does not come is not waited for', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/api\/v1\/files\//);
    await takeClock(page);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'hold', count: 1 });
    await files.send(photo('a.jpg', 2 * PART));
    await expect.poll(() => mock.waiting()).toBe(1);
    await expect(files.file('a.jpg').getByRole('progressbar')).toBeVisible();
    await forward(page, mock, 61_000);
    await expect(files.file('a.jpg')).toContainText(w.text('document:file.failure.timeout'));
    await forward(page, mock, 3_000);
    await files.expectReceived('a.jpg', receipt(1));
    // What was held comes after all, and changes nothing.
    await mock.mend();
    await page.reload();
    await files.expectReceived('a.jpg', receipt(1));
    await expect(files.section.getByRole('listitem')).toHaveCount(1);
  });

  test('what a reload stopped goes on when the same file is chosen again', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/api\/v1\/files\//);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'hold' });
    await files.send(photo('a.jpg', 3 * PART));
    await expect.poll(() => mock.waiting()).toBe(1);
    await page.reload();
    await expect(files.file('a.jpg')).toContainText(files.says('receiving', { percent: 0 }));
    await expect(files.file('a.jpg')).toContainText(w.pattern('document:files.resume'));
    await expectAccessibleInEveryTheme(page, 'a file that is not finished');
    await mock.mend();
    await files.send(photo('a.jpg', 3 * PART));
    await files.expectReceived('a.jpg', receipt(1));
    await expect(files.section.getByRole('listitem')).toHaveCount(1);
  });

  test('stopping asks first, and what had arrived is deleted', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^net::\S+ \/api\/v1\/files\//);
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'append_file', kind: 'hold' });
    await files.send(photo('a.jpg', 3 * PART));
    await expect.poll(() => mock.waiting()).toBe(1);
    const dialog = page.getByRole('dialog', { name: files.says('stop_heading') });
    await files.tool('a.jpg', 'stop').click();
    await expect(dialog).toContainText(files.says('stop_text', { name: 'a.jpg' }));
    await expectAccessible(page, 'the question before stopping');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(files.tool('a.jpg', 'stop')).toBeFocused();
    await page.reload();
    await files.tool('a.jpg', 'stop').click();
    await dialog.getByRole('button', { name: files.says('stop_yes'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(files.section).toContainText(files.says('none'));
    await expect(page.getByRole('heading', { name: files.says('title'), exact: true })).toBeFocused();
    await mock.mend();
    expect(await mock.count('delete_file')).toBe(1);
  });

  test('other pages lose nothing, and signing out asks', async ({ page, mock, w }) => {
    const files = new Files(page, w);
    await files.open(ASKED);
    await mock.fail({ route: 'begin_file', kind: 'hold' });
    await files.send(photo('a.jpg', 5000));
    await expect.poll(() => mock.waiting()).toBe(1);
    await page.getByRole('link', { name: w.pattern('places.account') }).first().click();
    await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
    const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
    await expect(dialog).toContainText(w.text('account:leaving.unsent'));
    await dialog.getByRole('button', { name: w.text('account:leaving.stay') }).click();
    await mock.mend();
    await expect(said(page, files.says('said_received', { name: 'a.jpg', number: receipt(1) }))).toBeAttached();
    await page.goBack();
    await files.expectReceived('a.jpg', receipt(1));
  });
});

test('a document that is decided takes no files, and says so', async ({ page, w }) => {
  const files = new Files(page, w);
  await page.goto('/documents/patient-insulin');
  await expect(files.section).toContainText(files.says('closed'));
  await expect(files.section).toContainText(w.text('document:file.closed.decided'));
  await expect(files.field).toHaveCount(0);
  await expect(page.getByRole('link', { name: w.text('document:needs.send') })).toHaveCount(0);
  await expectAccessibleInEveryTheme(page, 'a document that takes no files');
});

test('a decision that comes while one chooses ends it, and takes nothing away', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^409 \/api\/v1\/documents\//);
  const files = new Files(page, w);
  await files.open('patient-psoriasis');
  await files.field.setInputFiles([photo('a.jpg', 5000)]);
  await expect(files.sendButton(1)).toBeVisible();
  await mock.event('patient-psoriasis', { kind: 'protocol.approved' });
  await expect(files.section).toContainText(files.says('closed'));
  await files.sendButton(1).click();
  await expect(files.file('a.jpg')).toContainText(w.text('document:file.failure.closed'));
  await expect(files.file('a.jpg')).toContainText(w.text('document:file.next.ask'));
});
