import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { expectNoSidewaysScroll } from '../fixtures/layout';
import { expectLive } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

test.use({ seed: 'seeds/odd-order.json' });

/** The entries of the history that must be shown, newest first: title, and the marks it bears. */
const EXPECTED: [title: string, marks: string[]][] = [
  ['document:event.protocol_registered', ['repeat']],
  ['document:event.unknown', ['unknown']],
  ['document:event.protocol_docs_required', ['repeat']],
  ['document:event.protocol_docs_required', ['back', 'repeat']],
  ['document:event.protocol_approved', []],
  ['document:event.protocol_docs_required', ['late']],
  ['document:event.protocol_registered', []],
];
const MARKS = ['back', 'repeat', 'late', 'unknown'];

test('events out of order, repeated, going back and of unknown kinds are shown as they are', async ({ page, w }) => {
  await page.goto('/documents/odd-order');
  const history = page.getByRole('region', { name: w.text('document:history.title') });
  const entries = history.getByRole('article');
  await expect(entries).toHaveCount(EXPECTED.length);
  for (const [index, [title, marks]] of EXPECTED.entries()) {
    const entry = entries.nth(index);
    await expect(entry.getByRole('heading')).toHaveText(w.text(title, { code: 'protocol.moon_phase' }));
    for (const mark of MARKS) {
      const shown = entry.getByText(w.text(`document:badge.${mark}`), { exact: true });
      await expect(shown, `${index}: ${mark}`).toHaveCount(marks.includes(mark) ? 1 : 0);
    }
  }
  const status = (code: string) => w.text(`status.${code}`);
  const why = w.text('document:back.decision_withdrawn');
  const back = w.text('document:history.back', { from: status('approved'), to: status('docs_required'), why });
  await expect(entries.nth(3)).toContainText(back);
  await expect(entries.nth(2)).toContainText(w.text('document:history.unchanged', { to: status('docs_required') }));
  const orbit = w.text('status.unknown', { code: 'in_orbit' });
  await expect(entries.nth(1)).toContainText(w.text('document:history.unclear', { from: status('docs_required'), to: orbit }));
  await expect(entries.nth(1)).toContainText(w.text('document:actor.unknown', { code: 'martian' }));
  await expect(entries.nth(1)).toContainText(w.text('document:source.unknown', { code: 'carrier_pigeon' }));
  await expect(history.getByText(w.text('document:history.gap'))).toHaveCount(1);

  // The day of the patient, not of the device, and no time where none was recorded.
  await expect(entries.nth(2)).toContainText(w.moment('2026-09-21T20:50:00Z', 'Europe/Sofia'));
  await expect(entries.last().getByRole('time')).toHaveText(w.day('2026-09-01'));
  await expect(entries.last()).toContainText(w.text('document:history.who_no_time', {
    actor: w.text('document:actor.doctor'),
    source: w.text('document:source.protocol_register'),
  }));

  await expect(page.getByText(w.text('document:document.differs'))).toBeVisible();
  await expect(page.getByRole('main')).toContainText(w.text('document:meaning.refused'));
  await expectAccessibleInEveryTheme(page, 'odd-order');
  await expectNoSidewaysScroll(page, 'odd-order');
});

test('a kind and a status that are not known, and no event at all', async ({ page, w }) => {
  await page.goto('/documents/odd-empty');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Документ без нито едно събитие');
  const facts = page.getByRole('region', { name: w.text('document:facts.title') });
  await expect(facts).toContainText(w.text('kind.unknown', { code: 'moon_certificate' }));
  await expect(page.getByText(w.text('status.unknown', { code: 'in_orbit' })).first()).toBeVisible();
  await expect(page.getByText(w.text('document:strip.place_unknown'))).toBeVisible();
  await expect(page.getByRole('region', { name: w.text('document:needs.label') })).toContainText(w.text('document:task.ask_fund'));
  await expectAccessibleInEveryTheme(page, 'odd-empty');
  await expectNoSidewaysScroll(page, 'odd-empty');
});

test('a history that begins in the middle', async ({ page, w }) => {
  await page.goto('/documents/odd-aid');
  const history = page.getByRole('region', { name: w.text('document:history.title') });
  await expect(history.getByRole('article').getByRole('heading')).toHaveText(w.text('document:event.document_extended'));
  await expect(history.getByText(w.text('document:history.gap'))).toHaveCount(1);
  await expect(history).toContainText(w.text('document:reason.extended_for_all'));
  await expectAccessibleInEveryTheme(page, 'odd-aid');
  await expectNoSidewaysScroll(page, 'odd-aid');
});

test('the list holds them all, and unknown things can still happen', async ({ page, mock, w }) => {
  await page.goto('/documents');
  await expectLive(page, w);
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '21');
  // So old that its row need not be drawn yet.
  const search = page.getByRole('searchbox', { name: w.text('filters.search') });
  await search.fill('ЛУ-0000-000002');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(w.text('status.unknown', { code: 'in_orbit' }));
  await search.clear();
  await expect(rows.first()).toHaveAttribute('aria-setsize', '21');
  await mock.event('odd-empty', { kind: 'moon.landed', to: 'on_the_moon', actor: 'martian', source: 'telescope' });
  await expect(rows.first()).toContainText(w.text('status.unknown', { code: 'on_the_moon' }));
  await rows.first().getByRole('link').click();
  const history = page.getByRole('region', { name: w.text('document:history.title') });
  await expect(history.getByRole('article')).toHaveCount(1);
  await expect(history).toContainText(w.text('document:event.unknown', { code: 'moon.landed' }));
  await mock.event('odd-empty', { kind: 'protocol.approved', at: '1999-12-31', record_only: true });
  await expect(history.getByRole('article')).toHaveCount(2);
  await expect(history.getByRole('article').last()).toContainText(w.text('document:event.protocol_approved'));
});
