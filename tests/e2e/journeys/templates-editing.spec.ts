import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { TextPage, TEXTS } from '../fixtures/templates';
import { expect, test } from '../fixtures/test';

test.use({ persona: 'editor' });

test.describe('a text that is being written', () => {
  let editor: TextPage;
  test.beforeEach(async ({ page, w }) => {
    editor = new TextPage(page, w);
    await editor.open(TEXTS.draft);
  });

  test('is seen with the shortest, the usual and the longest values, and as a sample person gets it', async ({ w }) => {
    await editor.text.fill('НЗОК: ((whom??За ((whom)). ))Заявление ((number)) е одобрено.((until?? Ползва се до ((until)).))');
    const lengths: Record<string, string> = {};
    for (const length of ['least', 'typical', 'most']) {
      await editor.values.selectOption({ label: w.text(`templates:length.${length}`) });
      await expect(editor.drawn).toContainText('НЗОК: ');
      lengths[length] = (await editor.drawn.innerText()).replace(/\s+/g, ' ');
    }
    expect(lengths.least.length).toBeLessThan(lengths.typical.length);
    expect(lengths.typical.length).toBeLessThan(lengths.most.length);
    const { reader, about } = { reader: 'Георги Образцов', about: 'Ани Образцова' };
    const persons = editor.values.getByRole('option', { name: w.pattern('templates:preview_about', { reader }) });
    await expect(persons.first()).toBeAttached();
    await editor.values.selectOption({ label: w.text('templates:preview_about', { reader, about }) });
    await expect(editor.drawn).toContainText(`За ${about}.`);
    await editor.text.fill('НЗОК: ((number))');
    await expect(editor.drawn).not.toContainText(about);
  });

  test('shows where an SMS is cut, how many parts it makes at its shortest and longest, and what they cost', async ({ page, w }) => {
    const size = editor.part('size.title');
    const row = (length: string) => size.getByRole('row').filter({ has: page.getByRole('rowheader', { name: w.text(`templates:length.${length}`) }) });
    await editor.text.fill('NZOK: ((number))');
    for (const length of ['least', 'typical', 'most']) {
      await expect(row(length)).toContainText(w.text('templates:parts', { n: 1 }));
      await expect(row(length)).toContainText(w.money(4500, 'EUR'));
    }
    await expect(row('least')).toContainText('GSM-7');
    // 70 signs of Cyrillic are one part, 67 in each of several.
    await editor.text.fill(`${'я'.repeat(134)} ((number))`);
    await expect(row('least')).toContainText(w.text('templates:parts', { n: 3 }));
    await expect(row('least')).toContainText(w.money(3 * 4500, 'EUR'));
    await expect(row('least')).toContainText('UCS-2');
    await editor.values.selectOption({ label: w.text('templates:length.least') });
    for (const n of [1, 2, 3]) await expect(editor.drawn.getByText(w.text('templates:phone.part', { n: String(n), of: '3' }))).toBeVisible();
    await expect(editor.drawn.getByText(/^я{67}[^я]/)).toHaveCount(2);
  });

  test('shows which characters cost, and what Latin letters save', async ({ page, w }) => {
    const size = editor.part('size.title');
    await editor.text.fill('NZOK: ((number)), „OK“ „OK“');
    const cost = (character: string, count: number, why: string) => w.text('templates:costly_one', { character, count, why: w.text(`templates:costs.${why}`) });
    await size.getByText(w.text('templates:costly_title', { n: 2 })).click();
    for (const sign of ['„', '“']) await expect(size.getByText(cost(sign, 2, 'not_in_alphabet'))).toBeVisible();
    // What is unfolded stays so while one types.
    await editor.text.fill('NZOK: ((number)) €');
    await expect(size.getByText(w.text('templates:costly_title', { n: 1 }))).toBeVisible();
    await expect(size.getByText(cost('€', 1, 'extension'))).toBeVisible();
    await editor.text.fill('NZOK: ((until))');
    await expect(size.getByText(w.text('templates:costly_none'))).toBeVisible();
    await editor.text.fill(`НЗОК: ${'Щастие '.repeat(12)}((number))`);
    const saves = size.getByText(w.pattern('templates:latin_saves'));
    await saves.click();
    await expect(page.getByText('NZOK: Shtastie', { exact: false })).toBeVisible();
    await expect(size.getByText(w.text('templates:latin_text'))).toBeVisible();
  });

  test('says what differs from the version in use', async ({ page, w }) => {
    const history = editor.part('history_title');
    await expect(history.getByRole('heading', { name: w.text('templates:diff_title', { n: 1 }) })).toBeVisible();
    await editor.text.fill('НЗОК: ((whom??За ((whom)). ))Заявление ((number)) е одобрено днес.((until?? Ползва се до ((until)).))');
    await expect(history.getByRole('insertion')).toContainText('днес');
    await expect(history.getByRole('deletion')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(history.getByRole('insertion')).toHaveCount(1);
  });

  test('takes a value where the cursor stands, and in the place of what is chosen', async ({ page }) => {
    await editor.text.fill('НЗОК: е одобрено');
    await editor.text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    await editor.put('number').click();
    await expect(editor.text).toHaveValue('НЗОК: ((number))е одобрено');
    await page.keyboard.type(' ');
    await expect(editor.text).toHaveValue('НЗОК: ((number)) е одобрено');
    await editor.text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 16));
    await editor.put('until').click();
    await expect(editor.text).toHaveValue('НЗОК: ((until)) е одобрено');
    await expect(editor.unsaved).toBeVisible();
  });

  const WRONG: [string, string, (says: TextPage['says']) => string, string?][] = [
    ['a value that there is not', 'НЗОК: ((nomer)) ((number))', (says) => says('render.unknown', { name: 'nomer' })],
    ['a bracket that is not closed', 'НЗОК: ((number', (says) => says('parse.unclosed')],
    ['a bracket that was not opened', 'НЗОК: number))', (says) => says('parse.unopened')],
    ['a name of signs that no name has', 'НЗОК: ((num ber!))', (says) => says('parse.name_wrong')],
    ['a condition without a text', 'НЗОК: ((until??))', (says) => says('parse.words_empty')],
    ['a link under the name of the fund', 'НЗОК: ((number)) www.primer.example', (says) => says('content.link'), 'www.primer.example'],
    ['money under the name of the fund', 'НЗОК: ((number)) 12 лв.', (says) => says('content.money'), '12 лв'],
    ['nothing at all', '  ', (says) => says('text_empty')],
  ];
  for (const [what, text, words, quoted] of WRONG) {
    test(`is checked while it is written, and cannot be handed in with ${what}`, async ({ w }) => {
      await editor.text.fill(text);
      await expect(editor.blocked(words(editor.says.bind(editor)), quoted)).toBeVisible();
      await editor.write(text);
      await expect(editor.text).toHaveValue(text);
      await expect(editor.part('deeds_title')).toContainText(w.text('templates:refused.blocked'));
      await expect(editor.deed('submit')).toHaveCount(0);
    });
  }

  test('that cannot be filled shows no message, and says what is wrong in its place', async ({ page, w }) => {
    await editor.text.fill('НЗОК: ((nomer))');
    await expect(editor.drawn).toHaveCount(0);
    const instead = editor.part('preview_title').getByText(w.text('templates:preview_none'));
    await expect(instead).toBeVisible();
    await expect(editor.part('preview_title').getByText(w.text('templates:render.unknown', { name: 'nomer' }))).toBeVisible();
    await expectAccessibleInEveryTheme(page, 'a text that cannot be filled');
    await editor.text.fill('НЗОК: ((number))');
    await expect(editor.drawn).toBeVisible();
  });
});

test('a Viber message of more than a thousand characters shows what is cut off', async ({ page, w }) => {
  const editor = new TextPage(page, w);
  await editor.open(TEXTS.rejected);
  await expect(editor.part('size.title')).toContainText(w.text('templates:size.whole'));
  await editor.text.fill(`${'дума '.repeat(199)}НЗОК:край`);
  await expect(editor.drawn.getByRole('deletion')).toContainText('край');
  await expect(editor.part('size.title')).toContainText(w.text('templates:size.cut'));
  await expect(editor.blocked(w.text('templates:lint.too_long', { n: 4 }))).toBeVisible();
});

test('a title takes no values, an e-mail must have one, and a locked screen shows it', async ({ page, w }) => {
  const editor = new TextPage(page, w);
  await editor.open('protocol.approved/push/bg');
  await editor.deed('begin', { n: 1 }).click();
  await expect(editor.field('title')).toBeVisible();
  await editor.field('title').fill('Решение ((number))');
  const title = (key: string) => `${w.text('templates:title')}: ${w.text(`templates:${key}`)}`;
  await expect(editor.blocked(title('title_filled'))).toBeVisible();
  await editor.field('title').fill('');
  await expect(editor.blocked(title('title_missing'))).toBeVisible();
  await editor.field('title').fill('Решението е готово');
  await expect(editor.drawn).toContainText('Решението е готово');
  await expect(editor.drawn).toContainText(w.text('templates:phone.push'));
  await editor.text.fill('Одобрен е протокол за инсулин.');
  await expect(editor.blocked(w.text('templates:lint.medical'), 'инсулин')).toBeVisible();
  await expectAccessibleInEveryTheme(page, 'a notice on a locked screen');
});
