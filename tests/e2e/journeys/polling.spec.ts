import { forward, takeClock } from '../fixtures/clock';
import { Line } from '../fixtures/line';
import { connection, expectLive, history } from '../fixtures/live';
import { expect, test } from '../fixtures/test';

const POLL_MS = 30_000;

test('a broken stream is opened again, and nothing that was missed is lost', async ({ page, mock, trouble, w }) => {
  const line = await Line.to(mock.url);
  // What is fetched ahead just then is lost with it, and fetched when it is needed.
  trouble.allow(/^net::/, /Failed to fetch/);
  trouble.add(line.url);
  await page.goto(`${line.url}/documents/patient-asthma`);
  await expectLive(page, w);
  const titles = (await history(page, w)).getByRole('heading');
  line.break();
  await expect(connection(page, w, 'reconnecting').or(connection(page, w, 'offline'))).toBeVisible();
  await mock.event('patient-asthma', { kind: 'protocol.docs_received' });
  await mock.event('patient-asthma', { kind: 'protocol.approved', valid_to: '2027-11-21' });
  line.restore();
  await expect(titles.nth(0)).toHaveText(w.text('document:event.protocol_approved'));
  await expect(titles.nth(1)).toHaveText(w.text('document:event.protocol_docs_received'));
  await expect(titles).toHaveCount(6);
  await expectLive(page, w);
  line.close();
});

test('where the stream cannot be had, changes are asked for now and then', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^503 \/api\/v1\/changes\/stream$/);
  await takeClock(page);
  await mock.fail({ route: 'stream_changes', kind: 'status', code: 'unavailable' });
  await page.goto('/documents/patient-asthma');
  await expect(connection(page, w, 'polling')).toBeVisible();
  const titles = (await history(page, w)).getByRole('heading');
  await mock.event('patient-asthma', { kind: 'protocol.docs_received' });
  await forward(page, mock, POLL_MS);
  await expect(titles.first()).toHaveText(w.text('document:event.protocol_docs_received'));
  await mock.mend();
  await forward(page, mock, POLL_MS);
  await expectLive(page, w);
  await mock.event('patient-asthma', { kind: 'protocol.refused' });
  await expect(titles.first()).toHaveText(w.text('document:event.protocol_refused'));
});

test('without any connection the page says so, and goes on when it is back', async ({ page, mock, trouble, w }) => {
  trouble.allow(/^503 \/api\/v1\/changes\/stream$/, /^net::\S+ \/api\/v1\/changes$/);
  await takeClock(page);
  await mock.fail({ route: 'stream_changes', kind: 'status', code: 'unavailable' });
  await mock.fail({ route: 'get_changes', kind: 'drop' });
  await page.goto('/documents');
  await expect(connection(page, w, 'offline')).toBeVisible();
  await mock.event('patient-asthma', { kind: 'protocol.refused' });
  await mock.mend();
  await forward(page, mock, POLL_MS);
  await expectLive(page, w);
  const rows = page.getByRole('list', { name: w.text('documents.list') }).getByRole('listitem');
  await expect(rows.first()).toContainText(w.text('status.refused'));
});
