import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { accept, invited, somebodyElse } from '../fixtures/family';
import { Files, PART, photo, receipt } from '../fixtures/files';
import { expect, test } from '../fixtures/test';
import type { Words } from '../fixtures/words';

const ASKED = 'patient-asthma';

test.describe('for somebody else', () => {
  test.use({ persona: 'carer' });
  const THEIRS = 'boris-sensors';

  function boris(w: Words): string {
    return w.text('person.with_relation', { name: 'Борис Образцов', relation: w.text('relation.child') });
  }

  test('the page says for whom, and nothing goes before that was asked', async ({ page, mock, w }) => {
    const files = new Files(page, w);
    await files.open(THEIRS);
    await expect(page.getByText(w.text('person.acting', { name: boris(w) }))).toBeVisible();
    await files.send(photo('a.jpg', 5000));
    const dialog = page.getByRole('dialog', { name: w.text('document:guard.files_heading', { name: boris(w) }) });
    await expect(dialog).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'the question whose documents these are');
    await dialog.getByRole('button', { name: w.text('guard.no'), exact: true }).click();
    await expect(files.sendButton(1)).toBeFocused();
    expect(await mock.count('begin_file')).toBe(0);
    await files.sendButton(1).click();
    await dialog.getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
    await files.expectReceived('a.jpg', receipt(1));
  });

  test('from two devices at once each file is there once', async ({ page, browser, mock, trouble, w }) => {
    // The one that comes second is told how far the first is.
    trouble.allow(/^409 \/api\/v1\/files\//);
    const elsewhere = await browser.newContext({ baseURL: mock.url, locale: await page.evaluate(() => navigator.language) });
    await elsewhere.request.post(`${mock.url}/mock/session`, { data: { persona: 'carer' } });
    const [here, there] = [new Files(page, w), new Files(await elsewhere.newPage(), w)];
    await Promise.all([here, there].map((files) => files.open(THEIRS)));
    const same = photo('both.jpg', 3 * PART, 7);
    await Promise.all([here, there].map(async (files, number) => {
      await files.send(photo(`own-${number}.jpg`, 2 * PART, number + 1), same);
      await files.page.getByRole('dialog').getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
      await expect(files.section.getByRole('heading', { name: files.says('chosen') })).toHaveCount(0);
    }));
    for (const files of [here, there]) {
      await files.page.reload();
      for (const name of ['own-0.jpg', 'own-1.jpg', 'both.jpg']) {
        await expect(files.file(name)).toHaveCount(1);
        await expect(files.file(name)).toContainText(files.says('received'));
      }
      await expect(files.section.getByRole('listitem')).toHaveCount(3);
    }
    await elsewhere.close();
  });
});

test.describe('of a mother with two who act for her', () => {
  test.use({ persona: 'carer' });

  test('both send at the same time: nothing is lost, and each sees what the other sent', async ({ page, browser, mock, w }) => {
    const DOCUMENT = 'stefka-memory';
    await mock.event(DOCUMENT, { kind: 'protocol.docs_required', to: 'docs_required' });
    const mother = await somebodyElse(browser, mock, w, 'mother');
    const daughter = await somebodyElse(browser, mock, w, 'patient');
    await accept(daughter.request, await invited(mother.request, '2027-05-31', ['look', 'act']));
    const [his, hers] = [new Files(page, w), new Files(daughter, w)];
    await Promise.all([his, hers].map((files) => files.open(DOCUMENT)));
    await Promise.all([his, hers].map(async (files, number) => {
      await files.send(photo(`own-${number}.jpg`, 2 * PART, number + 1));
      await files.page.getByRole('dialog').getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
      await expect(files.section.getByRole('heading', { name: files.says('chosen') })).toHaveCount(0);
    }));
    for (const [files, other] of [[his, 'Мария Примерова'], [hers, 'Георги Образцов']] as const) {
      await files.page.reload();
      for (const name of ['own-0.jpg', 'own-1.jpg']) {
        await expect(files.file(name)).toHaveCount(1);
        await expect(files.file(name)).toContainText(files.says('received'));
      }
      await expect(files.section.getByRole('listitem')).toHaveCount(2);
      await expect(files.file(files === his ? 'own-1.jpg' : 'own-0.jpg')).toContainText(other);
    }
    for (const one of [mother, daughter]) await one.context().close();
  });
});

test('there is no banner on one\'s own pages', async ({ page, w }) => {
  await new Files(page, w).open(ASKED);
  await expect(page.getByText(w.pattern('person.acting'))).toHaveCount(0);
});
