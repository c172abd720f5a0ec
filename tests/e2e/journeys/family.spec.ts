import type { Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { accept, changeGrant, changeLatestGrant, endGrant, gone, invited, problems, somebodyElse, Terms } from '../fixtures/family';
import { Files, receipt, scan } from '../fixtures/files';
import { tabTo } from '../fixtures/keyboard';
import { expectLive } from '../fixtures/live';
import { persona } from '../fixtures/personas';
import { expect, test } from '../fixtures/test';
import { escape } from '../fixtures/words';

const [STEFKA, MARIA] = ['mother', 'patient'].map((key) => persona(key).name);
const MANDATE = 'g-stefka-georgi';
const PARENT = 'g-boris-georgi';
const WALKER = '/documents/stefka-walker';
const PROTOCOL = 'stefka-memory-2';

/** What came of something: it takes the focus, for what led to it is gone. */
function result(page: Page, text: string) {
  return page.getByRole('main').getByRole('paragraph').filter({ hasText: text });
}

test.describe('a daughter', () => {
  test.use({ persona: 'mother' });

  test('is invited by her mother with a code that both can read out, and both see what it gave', async ({ browser, page, mock, w }) => {
    const terms = new Terms(page, w);
    await page.goto('/family');
    await page.getByRole('link', { name: w.text('board:given.invite') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await terms.field('terms.label').fill('Дъщеря ми');
    await terms.box('look').check();
    await terms.field('terms.until').fill('31.05.2027');
    await terms.button('family:invite.button').click();
    const shown = page.getByRole('region', { name: w.text('shown:title') });
    await expect(shown.getByRole('heading')).toBeFocused();
    await expectAccessibleInEveryTheme(page, 'the code of an invitation');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await shown.innerText())?.[0] ?? '';
    await shown.getByRole('link', { name: w.text('shown:back') }).click();
    await expect(page.getByRole('heading', { name: 'Дъщеря ми' })).toBeVisible();
    await expect(page.getByText(code)).toHaveCount(0);

    const daughter = await somebodyElse(browser, mock, w, 'patient');
    await daughter.goto('/family/code');
    const hers = new Terms(daughter, w);
    // As it may be heard on the phone: small letters, a blank for the hyphen.
    await hers.enter(code.toLowerCase().replace('-', ' '));
    const offer = daughter.getByRole('region', { name: w.text('code:offer.title', { name: STEFKA }) });
    await expect(offer).toContainText(w.text('family:may.you_look'));
    await expect(offer).toContainText(w.day('2027-05-31'));
    await expectAccessibleInEveryTheme(daughter, 'what a code opens');
    await offer.getByRole('button', { name: w.text('code:offer.accept') }).click();
    await expect(result(daughter, w.text('code:offer.accepted', { name: STEFKA }))).toBeFocused();
    await daughter.getByRole('link', { name: w.text('code:offer.documents') }).click();
    await expect(daughter).toHaveURL('/documents?person=p-carer-stefka');
    const rows = daughter.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
    await expect(rows.filter({ hasText: STEFKA }).first()).toBeVisible();

    // The mother's open page hears of it, with the name in place of the invitation.
    const maria = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: MARIA, exact: true }) });
    await expect(maria).toContainText(w.text('family:may.they_look'));
    await expect(page.getByRole('heading', { name: 'Дъщеря ми' })).toHaveCount(0);

    await daughter.goto('/family');
    const card = daughter.getByRole('listitem').filter({ has: daughter.getByRole('heading', { name: new RegExp(`^${escape(STEFKA)}`) }) });
    await expect(card).toContainText(w.text('family:may.until', { day: w.day('2027-05-31'), may: w.text('family:may.you_look') }));
    await card.getByRole('link', { name: w.text('board:log') }).click();
    await expect(daughter.getByText(w.text('log:lead_held'))).toBeVisible();
    await expect(daughter.getByText(w.text('person.acting', { name: STEFKA }))).toBeVisible();
    await expect(daughter.getByText(w.text('log:deed.accepted'))).toBeVisible();
    await daughter.context().close();
  });

  test('reads and sends what she may for one kind of document, and is stopped where her scope ends', async ({ browser, page, mock, w }) => {
    const terms = new Terms(page, w);
    await page.goto('/family/invite');
    await terms.field('terms.label').fill('Дъщеря ми');
    await terms.box('act').check();
    await terms.box('kinds_only').check();
    await page.getByRole('checkbox', { name: w.text('kind.medicine_protocol'), exact: true }).check();
    await terms.field('terms.until').fill('31.05.2027');
    await terms.button('family:invite.button').click();
    const shown = page.getByRole('region', { name: w.text('shown:title') });
    await expect(shown.getByRole('heading')).toBeFocused();
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await shown.innerText())?.[0] ?? '';
    await mock.event(PROTOCOL, { kind: 'protocol.docs_required', to: 'docs_required' });

    const daughter = await somebodyElse(browser, mock, w, 'patient');
    await daughter.goto('/family/code');
    await new Terms(daughter, w).enter(code);
    await daughter.getByRole('button', { name: w.text('code:offer.accept') }).click();
    await daughter.getByRole('link', { name: w.text('code:offer.documents') }).click();
    const rows = daughter.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: w.text('kind.medicine_protocol') })).toHaveCount(2);

    // She reads, and sends what the fund asks for.
    await rows.filter({ hasText: w.text('status.docs_required') }).getByRole('link').click();
    await expect(daughter.getByText(w.text('person.acting', { name: STEFKA }))).toBeVisible();
    const hers = new Files(daughter, w);
    await hers.send(scan('епикриза.pdf', 3000));
    const guard = daughter.getByRole('dialog', { name: w.text('document:guard.files_heading', { name: STEFKA }) });
    await guard.getByRole('button', { name: w.text('guard.yes'), exact: true }).click();
    await hers.expectReceived('епикриза.pdf', receipt(1));

    // Her mother sees the file and who sent it.
    await page.goto(`/documents/${PROTOCOL}`);
    const theirs = new Files(page, w);
    await expect(theirs.file('епикриза.pdf')).toContainText(receipt(1));
    await expect(theirs.file('епикриза.pdf')).toContainText(MARIA);

    // Other kinds are not hers to see, and say no more than what is not there.
    for (const id of ['stefka-telk', 'not-there']) {
      await daughter.goto(`/documents/${id}`);
      await expect(daughter.getByRole('alert')).toContainText(w.text('error.not_allowed'));
    }

    // From acting back to looking, while her page is open with something chosen.
    await daughter.goto(`/documents/${PROTOCOL}`);
    await hers.field.setInputFiles([scan('снимка.pdf', 3000)]);
    await expect(hers.sendButton(1)).toBeVisible();
    await changeLatestGrant(page.request, { scopes: ['look'] });
    await expect(hers.section).toContainText(w.text('document:file.closed.no_right'));
    await expect(hers.field).toHaveCount(0);
    await expect(hers.file('епикриза.pdf')).toContainText(receipt(1));
    await daughter.context().close();
  });

  test('who was only given the messages is told so by the empty list, under the name of the person', async ({ browser, page, mock, w }) => {
    await page.goto('/family');
    const code = await invited(page.request, '2027-05-31', ['receive']);
    const daughter = await somebodyElse(browser, mock, w, 'patient');
    await accept(daughter.request, code);
    await daughter.goto('/documents?person=p-carer-stefka');
    await expect(daughter.getByText(w.text('documents.none_shared'))).toBeVisible();
    await expect(daughter.getByText(w.text('person.acting', { name: STEFKA }))).toBeVisible();
    await expectAccessibleInEveryTheme(daughter, 'a list of which nothing is shared');
    await daughter.context().close();
  });

  test('what is wrong with an invitation is said beside the fields, and nothing typed is lost', async ({ page, mock, w }) => {
    const terms = new Terms(page, w);
    await page.goto('/family/invite');
    await terms.button('family:invite.button').click();
    await expect(problems(page, w, 3)).toBeFocused();
    await expectAccessibleInEveryTheme(page, 'an invitation with problems');
    await terms.field('terms.label').fill('Дъщеря ми');
    await terms.box('act').check();
    await expect(terms.box('look')).toBeChecked();
    await terms.box('look').uncheck();
    await expect(terms.box('act')).not.toBeChecked();
    await terms.box('act').check();
    await terms.box('kinds_only').check();
    await terms.field('terms.until').fill('31.02.2027');
    await terms.button('family:invite.button').click();
    await expect(problems(page, w, 2)).toContainText(w.text('family:problem.kinds_empty'));
    await expect(terms.field('terms.until')).toHaveAccessibleDescription(w.pattern('family:problem.until_no_such_day'));
    await terms.field('terms.until').fill('23.11.2028');
    await page.getByRole('link', { name: w.text('family.title'), exact: true }).first().click();
    await page.getByRole('link', { name: w.text('board:given.invite') }).click();
    await expect(terms.field('terms.label')).toHaveValue('Дъщеря ми');
    await expect(terms.field('terms.until')).toHaveValue('23.11.2028');
    await expect(terms.box('act')).toBeChecked();
    expect(await mock.count('invite')).toBe(0);
  });

  test('what is typed for an invitation is named before signing out, with the way back to it', async ({ page, w }) => {
    const terms = new Terms(page, w);
    await page.goto('/family/invite');
    await terms.field('terms.label').fill('Дъщеря ми');
    await page.getByRole('link', { name: w.text('places.account'), exact: true }).click();
    await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
    const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
    await expect(dialog).toContainText(w.text('account:leaving.unsaved'));
    await expectAccessibleInEveryTheme(page, 'what would be lost by signing out');
    await dialog.getByRole('link').click();
    await expect(page).toHaveURL('/family/invite');
    await expect(terms.field('terms.label')).toHaveValue('Дъщеря ми');
  });

  test('an invitation is taken back after a question, with the keyboard alone', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^500 \/api\/v1\/invitations\//);
    await page.goto('/family');
    await invited(page.request, '2027-05-31');
    await page.reload();
    await mock.fail({ route: 'withdraw_invitation', kind: 'status', code: 'internal', count: 1 });
    await tabTo(page, new RegExp(`^${escape(w.text('family:open.withdraw'))}`));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: w.text('board:withdraw.title', { label: 'По телефона' }) });
    await expect(dialog.getByRole('button', { name: w.text('family:confirm.cancel') })).toBeFocused();
    await expectAccessibleInEveryTheme(page, 'the question before an invitation is taken back');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText(w.text('board:withdraw.failed'));
    await page.keyboard.press('Enter');
    await expect(result(page, w.text('board:withdraw.done'))).toBeFocused();
    await expect(page.getByText(w.text('family:open.title'))).toHaveCount(0);
  });

  test('access is changed, and what somebody changed meanwhile is shown before it is lost', async ({ page, trouble, w }) => {
    // Whether the page hears of it first, or the server refuses, is not the page's to choose.
    trouble.allow(/^412 \/api\/v1\/access\//);
    const terms = new Terms(page, w);
    await page.goto(`/family/access/${MANDATE}`);
    await expect(terms.field('terms.until')).toHaveValue('15.02.2027');
    await terms.field('terms.until').fill('30.11.2027');
    await changeGrant(page.request, MANDATE, { scopes: ['look'] });
    const conflict = page.getByRole('alert').filter({ hasText: w.text('grant:edit.conflict') });
    await terms.button('form:save').click();
    await expect(conflict).toContainText(w.text('family:may.they_look'));
    await expect(terms.field('terms.until')).toHaveValue('30.11.2027');
    await expectAccessibleInEveryTheme(page, 'access that was changed elsewhere');
    await conflict.getByRole('button', { name: w.text('form:conflict_keep_own') }).click();
    await expect(conflict).toHaveCount(0);
    const facts = page.getByRole('region', { name: w.text('family:facts.title') });
    await expect(facts).toContainText(w.day('2027-11-30'));
    await expect(facts).toContainText(w.text('family:may.they_act'));
  });

  test('the log says who looked, and goes on when asked, also after a failure', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^500 \/api\/v1\/persons\//);
    for (let count = 0; count < 55; count += 1) await page.request.get('/api/v1/documents/stefka-walker');
    await page.goto('/family/log/p-carer-stefka');
    const entries = page.getByRole('main').getByRole('listitem');
    await expect(entries).toHaveCount(50);
    await mock.fail({ route: 'get_access_log', kind: 'status', code: 'internal', count: 1 });
    const more = page.getByRole('button', { name: w.text('log:more') });
    await more.click();
    await expect(page.getByRole('alert')).toContainText(w.text('log:more_failed'));
    await expect(entries).toHaveCount(50);
    await expectAccessibleInEveryTheme(page, 'the log, of which more could not be had');
    await more.click();
    await expect(page.getByText(w.text('log:end'))).toBeVisible();
    expect(await entries.count()).toBeGreaterThan(54);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('access that is taken back disappears from an open page at once', async ({ browser, page, mock, w }) => {
    const carer = await somebodyElse(browser, mock, w, 'carer');
    await carer.goto(WALKER);
    await expectLive(carer, w);
    const subject = (await carer.getByRole('heading', { level: 1 }).innerText()).split(',')[0];
    await page.goto(`/family/access/${MANDATE}`);
    await page.getByRole('button', { name: w.text('grant:end.revoke_button') }).click();
    await page.getByRole('dialog').getByRole('button', { name: w.text('grant:end.revoke_confirm') }).click();
    await expect(result(page, w.text('grant:end.done'))).toBeFocused();
    await expect(gone(carer, w, STEFKA)).toBeVisible();
    await expect(carer.getByRole('main')).toContainText(w.text('document:gone.revoked'));
    await expect(carer.getByRole('main')).not.toContainText(subject);
    await expectAccessibleInEveryTheme(carer, 'a document to which access ended');
    await carer.getByRole('main').getByRole('link', { name: w.text('family.title') }).click();
    await expect(carer.getByRole('heading', { level: 3, name: new RegExp(`^${escape(STEFKA)}`) })).toHaveCount(0);
    await carer.context().close();
  });

  for (const { what, path, shows } of [
    { what: 'the pharmacy’s view', path: '/documents/stefka-memory-2/pharmacy', shows: 'pharmacy:number' },
    { what: 'the access log', path: '/family/log/p-carer-stefka', shows: 'log:end' },
  ]) {
    test(`access that is taken back takes ${what} off an open page, and says so`, async ({ browser, page, mock, trouble, w }) => {
      trouble.allow(/^403 \/api\/v1\/(documents\/stefka-memory-2|persons\/p-carer-stefka\/access-log)$/);
      const carer = await somebodyElse(browser, mock, w, 'carer');
      await carer.goto(path);
      const main = carer.getByRole('main');
      await expect(main.getByText(w.text(shows), { exact: true })).toBeVisible();
      await expectLive(carer, w);
      await endGrant(page.request, MANDATE);
      await expect(main.getByText(w.text(shows), { exact: true })).toHaveCount(0);
      await expect(main).not.toContainText(STEFKA);
      await expect(main).toContainText(w.text('error.not_allowed'));
      const corner = carer.getByRole('region', { name: w.text('beside:live.label') });
      await expect(corner).toContainText(w.text('beside:access.revoked', { name: STEFKA }));
      await expectAccessibleInEveryTheme(carer, `${what} after access ended`);
      await carer.context().close();
    });
  }
});

test.describe('a code', () => {
  test('that is wrong is said so, and after too many one waits', async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(422|429) \/api\/v1\/invitations\/preview$/);
    const terms = new Terms(page, w);
    await page.goto('/family/code');
    // No code has a zero: nobody is asked, and no attempt is lost.
    await terms.enter('AKMH-2340');
    await expect(problems(page, w, 1)).toContainText(w.text('code:not_valid'));
    expect(await mock.count('preview_invitation')).toBe(0);
    for (let count = 0; count < 5; count += 1) {
      await terms.enter('AKMH-2345');
      await expect.poll(() => mock.count('preview_invitation')).toBe(count + 1);
      await expect(page.getByRole('textbox', { name: w.text('code:label'), exact: true })).toHaveAccessibleDescription(w.pattern('code:not_valid'));
    }
    await terms.enter('AKMH-2345');
    await expect(page.getByRole('alert').filter({ hasText: w.text('code:wait', { n: 60 }) })).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'too many wrong codes');
  });

  test('of one’s own is not accepted, nor one of who gave access already', async ({ browser, page, mock, trouble, w }) => {
    trouble.allow(/^422 \/api\/v1\/invitations\/preview$/);
    const own = await invited(page.request, '2027-05-31');
    const mother = await somebodyElse(browser, mock, w, 'mother');
    const again = await invited(mother.request, '2027-05-31');
    const carer = await somebodyElse(browser, mock, w, 'carer');
    await page.goto('/family/code');
    await new Terms(page, w).enter(own);
    await expect(problems(page, w, 1)).toContainText(w.text('code:own'));
    await carer.goto('/family/code');
    await new Terms(carer, w).enter(again);
    await expect(problems(carer, w, 1)).toContainText(w.text('code:already'));
    await mother.context().close();
    await carer.context().close();
  });

  test('can be declined, and is used up by that', async ({ browser, page, mock, trouble, w }) => {
    trouble.allow(/^422 \/api\/v1\/invitations\/preview$/);
    const mother = await somebodyElse(browser, mock, w, 'mother');
    const code = await invited(mother.request, '2027-05-31');
    const terms = new Terms(page, w);
    await page.goto('/family/code');
    await terms.enter(code);
    await page.getByRole('button', { name: w.text('code:offer.decline') }).click();
    await page.getByRole('dialog').getByRole('button', { name: w.text('code:offer.decline_confirm') }).click();
    await expect(result(page, w.text('code:offer.declined'))).toBeFocused();
    await terms.button('code:offer.another').click();
    await terms.enter(code);
    await expect(problems(page, w, 1)).toContainText(w.text('code:not_valid'));
    await mother.context().close();
  });
});

test.describe('who holds access', () => {
  test.use({ persona: 'carer' });

  test('sees on one board what each person needs, and may ask for more time', async ({ browser, page, mock, w }) => {
    await page.goto('/family');
    const board = page.getByRole('region', { name: w.text('board:title') });
    await expect(board.getByRole('heading', { level: 3 })).toHaveCount(4);
    await expectAccessibleInEveryTheme(page, 'the board of who cares for three');
    await page.goto(`/family/access/${MANDATE}`);
    await page.getByRole('button', { name: w.text('grant:renewal.button') }).click();
    await expect(page.getByRole('status').filter({ hasText: w.pattern('grant:renewal.done') })).toBeVisible();
    const mother = await somebodyElse(browser, mock, w, 'mother');
    await mother.goto('/family');
    await expect(mother.getByText(w.text('board:given.asked'))).toBeVisible();
    // She gives more time, and his open page says until when.
    await expectLive(page, w);
    await changeGrant(mother.request, MANDATE, { until: '2027-08-31' });
    await expect(page.getByRole('main')).toContainText(w.day('2027-08-31'));
    await mother.context().close();
  });

  test('gives it up after a question, and sees nothing of that person any more', async ({ page, w }) => {
    await page.goto(`/family/access/${MANDATE}`);
    await page.getByRole('button', { name: w.text('grant:end.give_up_button') }).click();
    await page.getByRole('dialog').getByRole('button', { name: w.text('grant:end.give_up_confirm') }).click();
    await expect(result(page, w.text('grant:end.done'))).toBeFocused();
    await page.getByRole('link', { name: w.text('family.title'), exact: true }).first().click();
    const board = page.getByRole('region', { name: w.text('board:title') });
    await expect(board.getByRole('heading', { level: 3 })).toHaveCount(3);
  });

  test('is told why a parent’s access is not ended here', async ({ page, w }) => {
    await page.goto(`/family/access/${PARENT}`);
    await expect(page.getByText(w.text('family:refusal.basis_forbids'))).toBeVisible();
    await expect(page.getByRole('button', { name: w.text('grant:end.give_up_button') })).toHaveCount(0);
  });

  test('loses the list’s rows when access is taken back while it is open', async ({ browser, page, mock, w }) => {
    await page.goto('/documents');
    await expectLive(page, w);
    const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
    await expect(rows.filter({ hasText: STEFKA }).first()).toBeVisible();
    const mother = await somebodyElse(browser, mock, w, 'mother');
    await endGrant(mother.request, MANDATE);
    await expect(rows.filter({ hasText: STEFKA })).toHaveCount(0);
    await page.getByRole('button', { name: w.text('filters.more') }).click();
    await expect(page.getByRole('combobox', { name: w.text('filters.person') })).not.toContainText(STEFKA);
    await mother.context().close();
  });
});
