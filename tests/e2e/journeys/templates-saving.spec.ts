import type { Page } from '@playwright/test';

import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { doElsewhere, TextPage, TEXTS, version, writeElsewhere } from '../fixtures/templates';
import { expect, test } from '../fixtures/test';
import { Words } from '../fixtures/words';

const MINE = 'НЗОК: Заявление ((number)) е одобрено от нас.';
const THEIRS = 'НЗОК: Заявление ((number)) е одобрено от тях.';
const VERSION = /^(409|412|500|net::\S+) \/api\/v1\/templates\/aid\.approved\/sms\/bg\/versions\/2(\/deeds)?$/;
const IDLE_SECONDS = 20 * 60;

test.use({ persona: 'editor' });

async function keptByTab(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.values(sessionStorage) as string[]);
}

/** Signs in again as the editor, from where the session ended. */
async function signInAgain(page: Page, w: Words): Promise<void> {
  await page.getByRole('link', { name: w.text('sign_in:button') }).click();
  await page.getByRole('button', { name: 'Ема Макетова' }).click();
}

let editor: TextPage;
test.beforeEach(async ({ page, trouble, w }) => {
  trouble.allow(VERSION);
  editor = new TextPage(page, w);
  await editor.open(TEXTS.draft);
});

test('what is typed is saved, says so, and is no longer kept in the tab', async ({ page }) => {
  await editor.text.fill(MINE);
  await expect(editor.unsaved).toBeVisible();
  expect((await keptByTab(page)).join()).toContain(MINE);
  await editor.write(MINE, 'По-кратко.');
  await expect(editor.unsaved).toHaveCount(0);
  expect(await keptByTab(page)).toEqual([]);
  expect(await version(page.request, TEXTS.draft, 2)).toMatchObject({ text: MINE, note: 'По-кратко.' });
  await page.reload();
  await expect(editor.text).toHaveValue(MINE);
});

test('while it is being saved it is not sent again, and what is typed meanwhile stays', async ({ page, mock, w }) => {
  await mock.fail({ route: 'write_template_version', kind: 'hold' });
  await editor.text.fill(MINE);
  await editor.save.click();
  await expect(editor.part('editor_title').getByRole('status').filter({ hasText: w.text('form:saving') })).toBeVisible();
  await expect(editor.save).toHaveAttribute('aria-disabled', 'true');
  await editor.text.press('End');
  await editor.text.press('Control+End');
  await editor.text.pressSequentially(' И още.');
  await editor.save.focus();
  await page.keyboard.press('Enter');
  await mock.mend();
  await expect(editor.save).not.toHaveAttribute('aria-disabled', 'true');
  expect(await mock.count('write_template_version')).toBe(1);
  await expect(editor.text).toHaveValue(`${MINE} И още.`);
  await expect(editor.unsaved).toBeVisible();
  await expect(page.getByText(w.text('templates:conflict'))).toHaveCount(0);
  await editor.write(`${MINE} И още.`);
  expect((await version(page.request, TEXTS.draft, 2)).text).toBe(`${MINE} И още.`);
});

for (const kind of ['status', 'drop', 'garbage', 'cut'] as const) {
  test(`saving that fails (${kind}) keeps what was typed, also over a reload, and works the next time`, async ({ page, mock, w }) => {
    const code = kind === 'status' ? { code: 'internal' } : {};
    await mock.fail({ route: 'write_template_version', kind, ...code, count: 1 });
    await editor.text.fill(MINE);
    await editor.save.click();
    await expect(editor.part('editor_title').getByRole('alert')).toContainText(w.text('form:failed'));
    await expect(editor.text).toHaveValue(MINE);
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a text that was not saved');
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await editor.ready();
    await expect(editor.text).toHaveValue(MINE);
    // An answer that was lost on its way: what is typed stands with the server already, and nobody is asked to choose.
    if (kind === 'cut') await expect(editor.unsaved).toHaveCount(0);
    else await editor.write(MINE);
    await expect(page.getByText(w.text('templates:conflict'))).toHaveCount(0);
    expect((await version(page.request, TEXTS.draft, 2)).text).toBe(MINE);
  });
}

test('what was saved can be handed in at once, before all versions are read again', async ({ mock, w }) => {
  await mock.fail({ route: 'get_template', kind: 'hold' });
  await editor.write(MINE);
  await editor.deed('submit').click();
  await editor.expectState(2, 'submitted');
  await expect(editor.part('deeds_title').getByText(w.text('templates:deeds_save_first'))).toHaveCount(0);
  await mock.mend();
  await editor.expectState(2, 'submitted');
  await expect(editor.part('editor_title')).toHaveCount(0);
});

test('without a connection one types on, sees the preview, and saves when it is back', async ({ page, context, trouble, w }) => {
  trouble.allow(/^net::/);
  await context.setOffline(true);
  await editor.text.fill(MINE);
  await expect(editor.drawn).toContainText('одобрено от нас');
  await editor.save.click();
  await expect(editor.part('editor_title').getByRole('alert')).toContainText(w.text('error.offline'));
  await expect(editor.text).toHaveValue(MINE);
  await context.setOffline(false);
  await editor.write(MINE);
  expect((await version(page.request, TEXTS.draft, 2)).text).toBe(MINE);
});

for (const keep of [true, false]) {
  test(`somebody wrote it meanwhile: ${keep ? 'mine' : 'what is saved'} is kept by choice`, async ({ page, w }) => {
    await editor.text.fill(MINE);
    expect((await writeElsewhere(page.request, TEXTS.draft, 2, { text: THEIRS })).status()).toBe(200);
    await editor.save.click();
    const conflict = editor.part('editor_title').getByRole('alert').filter({ hasText: w.text('templates:conflict') });
    await expect(conflict.getByRole('deletion').first()).toBeVisible();
    await expect(conflict.getByRole('insertion').first()).toBeVisible();
    await expect(editor.text).toHaveValue(MINE);
    await expectAccessibleInEveryTheme(page, 'a text that two wrote');
    await conflict.getByRole('button', { name: w.text(`form:conflict_${keep ? 'keep_own' : 'take_over'}`) }).click();
    await expect(conflict).toHaveCount(0);
    await expect(editor.save).toBeFocused();
    await expect(editor.text).toHaveValue(keep ? MINE : THEIRS);
    await expect(editor.unsaved).toHaveCount(0);
    if (keep) await expect(editor.saved).toBeVisible();
    expect((await version(page.request, TEXTS.draft, 2)).text).toBe(keep ? MINE : THEIRS);
  });
}

test('handed in meanwhile: what was typed is kept, and is there again when the version is taken back', async ({ page, w }) => {
  await editor.text.fill(MINE);
  expect((await doElsewhere(page.request, TEXTS.draft, 2, { deed: 'submit' })).status()).toBe(200);
  await editor.save.click();
  await editor.expectState(2, 'submitted');
  await expect(editor.part('text_title').getByRole('alert')).toContainText(w.text('templates:kept'));
  await expectAccessibleInEveryTheme(page, 'what was typed over a version that is on its way');
  await editor.deed('take_back').click();
  await expect(editor.text).toHaveValue(MINE);
  await page.getByRole('button', { name: w.text('form:conflict_keep_own') }).click();
  await expect(editor.saved).toBeVisible();
  expect((await version(page.request, TEXTS.draft, 2)).text).toBe(MINE);
});

test('a server that finds the version in another state (409) is told, and nothing typed is lost', async ({ mock, w }) => {
  await mock.fail({ route: 'write_template_version', kind: 'status', code: 'version_state', count: 1 });
  await editor.text.fill(MINE);
  await editor.save.click();
  await expect(editor.part('editor_title').getByRole('alert')).toContainText(w.text('form:failed'));
  await expect(editor.text).toHaveValue(MINE);
  await editor.write(MINE);
});

test('the session ends in the middle of a sentence: after signing in again in the same tab it goes on', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^401 /);
  await editor.text.fill(MINE);
  await mock.advance(IDLE_SECONDS + 1);
  await expect(page).toHaveURL(/\/sign-in\?outcome=expired/);
  await expect(page.getByText(MINE)).toHaveCount(0);
  await signInAgain(page, w);
  await expect(page).toHaveURL(`/staff/templates/${TEXTS.draft}`);
  await expect(editor.text).toHaveValue(MINE);
  await expect(editor.unsaved).toBeVisible();
  await editor.write(MINE);
});

test('what somebody typed is never shown to the next person in the same tab', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^401 /);
  await editor.text.fill(MINE);
  await mock.advance(IDLE_SECONDS + 1);
  await page.getByRole('link', { name: w.text('sign_in:button') }).click();
  await page.getByRole('button', { name: 'Калин Макетов' }).click();
  await page.goto(`/staff/templates/${TEXTS.draft}`);
  await editor.ready();
  await expect(page.getByText(MINE)).toHaveCount(0);
});

for (const reloaded of [false, true]) {
  test(`signing out${reloaded ? ' after a reload on another page' : ''} asks, and takes away what was typed`, async ({ page, trouble, w }) => {
    trouble.allow(/^401 /);
    await editor.text.fill(MINE);
    await expect(editor.unsaved).toBeVisible();
    if (reloaded) {
      page.once('dialog', (dialog) => dialog.accept());
      await page.goto('/account');
    } else {
      await page.getByRole('navigation', { name: w.text('places.label') }).getByRole('link', { name: w.text('places.account'), exact: true }).click();
    }
    await page.getByRole('button', { name: w.text('account:leaving.button') }).click();
    const dialog = page.getByRole('dialog', { name: w.text('account:leaving.question') });
    if (!reloaded) await expect(dialog).toContainText(w.text('account:leaving.unsaved'));
    await dialog.getByRole('button', { name: w.text('account:leaving.confirm') }).click();
    await expect(page).toHaveURL('/sign-in?outcome=signed_out');
    expect(await keptByTab(page)).toEqual([]);
    await signInAgain(page, w);
    await page.goto(`/staff/templates/${TEXTS.draft}`);
    await editor.ready();
    await expect(editor.text).not.toHaveValue(MINE);
    await expect(editor.unsaved).toHaveCount(0);
  });
}

test('another language of the portal, another page and the way back keep what was typed', async ({ page, lang, w }) => {
  await editor.text.fill(MINE);
  const other = new Words(lang === 'bg' ? 'en' : 'bg');
  await page.getByRole('combobox', { name: w.text('header.language') }).selectOption(other.lang);
  const translated = new TextPage(page, other);
  await expect(translated.text).toHaveValue(MINE);
  await expect(translated.unsaved).toBeVisible();
  await page.getByRole('link', { name: other.text('templates.title') }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.text('templates.title'));
  await page.goBack();
  await expect(translated.text).toHaveValue(MINE);
  await translated.write(MINE);
});
