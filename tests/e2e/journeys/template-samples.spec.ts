import { expectAccessibleInEveryTheme } from '../fixtures/axe';
import { expect, test } from '../fixtures/test';

test.use({ persona: 'editor' });

for (const kind of ['status', 'drop'] as const) {
  test(`a text is there without the sample persons of its preview (${kind}), and a retry brings them`, async ({ page, mock, trouble, w }) => {
    trouble.allow(/^(500|net::\S+) \/api\/v1\/templates\/protocol\.approved\/samples$/);
    await mock.fail({ route: 'get_template_samples', kind, ...(kind === 'status' ? { code: 'internal' } : {}) });
    await page.goto('/staff/templates/protocol.approved/sms/bg');
    const preview = page.getByRole('region', { name: w.text('templates:preview_title'), exact: true });
    await expect(preview).toContainText(w.text('templates:preview_no_persons'));
    const lengths = preview.getByRole('combobox', { name: w.text('templates:preview_values'), exact: true }).getByRole('option');
    await expect(lengths).toHaveCount(3);
    if (kind === 'status') await expectAccessibleInEveryTheme(page, 'a preview without sample persons');
    await mock.mend();
    await preview.getByRole('button', { name: w.text('retry') }).click();
    await expect(lengths.nth(3)).toBeAttached();
    await expect(preview).not.toContainText(w.text('templates:preview_no_persons'));
  });
}
