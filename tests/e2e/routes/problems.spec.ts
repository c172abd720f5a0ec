import { expect, test } from '../fixtures/test';

/** What the page says of each problem that a server can describe: a key of `error`, or the sign-in page. */
const SAID: Record<string, string> = {
  malformed: 'server',
  idempotency_key_missing: 'server',
  signed_out: 'sign-in',
  session_over: 'sign-in',
  csrf_failed: 'server',
  not_allowed: 'not_allowed',
  not_found: 'not_found',
  method_not_allowed: 'server',
  still_open: 'fields',
  upload_offset: 'server',
  files_closed: 'server',
  file_received: 'server',
  upload_over: 'server',
  changed: 'changed',
  too_large: 'server',
  file_type: 'server',
  file_damaged: 'server',
  invalid_fields: 'fields',
  idempotency_key_reused: 'server',
  precondition_missing: 'server',
  too_many: 'server',
  role_missing: 'server',
  own_work: 'server',
  version_state: 'server',
  version_open: 'server',
  breaking_not_confirmed: 'server',
  text_blocked: 'server',
  internal: 'server',
  unavailable: 'server',
};

test('every problem of the contract has its words', async ({ mock }) => {
  const { problem_codes } = await mock.meta();
  expect(Object.keys(SAID).sort()).toEqual([...problem_codes].sort());
});

for (const [code, said] of Object.entries(SAID)) {
  test(`the problem ${code} is said in words, never as a code`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^[45]\d\d \/api\/v1\/documents\//);
    await mock.fail({ route: 'get_document', kind: 'status', code });
    await page.goto('/documents/patient-asthma');
    if (said === 'sign-in') {
      await expect(page).toHaveURL('/sign-in?outcome=expired&return_to=/documents/patient-asthma');
      return;
    }
    const alert = page.getByRole('alert');
    await expect(alert.getByRole('heading')).toHaveText(w.text(`error.${said}`));
    await expect(alert).not.toContainText(code);
    const asked = (await mock.requests()).find(({ operation }) => operation === 'get_document');
    if (said === 'server') await expect(alert).toContainText(w.text('error.request', { id: asked?.request_id ?? '' }));
  });
}
