import { FAILURES } from '../fixtures/failures';
import { PERSONAS } from '../fixtures/personas';
import { PLANNED } from '../fixtures/plans';
import { expect, test } from '../fixtures/test';

test.use({ persona: null });

test('the personas of the lists are those of the server', async ({ mock }) => {
  const { personas } = await mock.meta();
  expect(PERSONAS.map(({ key, name }) => ({ key, name }))).toEqual(personas.map(({ key, name }) => ({ key, name })));
  for (const { key, documents, document_count } of personas) {
    if (key !== 'many') expect(PERSONAS.find((known) => known.key === key)?.documents).toHaveLength(document_count);
    for (const id of PERSONAS.find((known) => known.key === key)?.documents ?? []) expect(documents).toContain(id);
  }
});

test('every kind of failure that the server can play has its place', async ({ mock }) => {
  const { failure_kinds } = await mock.meta();
  const played = new Set<string>(FAILURES.map(({ rule }) => rule.kind));
  // A slow answer is no failure: routes/slow.spec.ts.
  played.add('delay');
  // What is read has no body of which half could be lost: journeys/files.spec.ts.
  played.add('half');
  expect([...played].sort()).toEqual([...failure_kinds].sort());
});

test('every reading operation belongs to a route, or is none of the app', async ({ mock }) => {
  const { operations } = await mock.meta();
  const elsewhere: Record<string, string> = {
    get_changes: 'journeys/polling.spec.ts',
    stream_changes: 'journeys/live.spec.ts',
    begin_sign_in: 'journeys/sign-in.spec.ts',
    page_documents: 'for other clients',
    list_persons: 'for other clients',
    get_account_data: 'journeys/rights.spec.ts',
    get_file: 'journeys/files.spec.ts',
    get_file_content: 'journeys/files.spec.ts',
    get_published_templates: 'journeys/genuine.spec.ts',
    get_template_samples: 'journeys/template-samples.spec.ts',
  };
  const read = operations.filter((operation) => !operation.write && operation.method === 'GET').map(({ name }) => name);
  const tested = new Set([...PLANNED.flatMap((route) => route.data), ...Object.keys(elsewhere)]);
  expect([...tested].sort()).toEqual([...read].sort());
});

test('every route for the signed-in asks for something', () => {
  for (const { name, data, signedIn } of PLANNED) expect(data.length > 0, name).toBe(signedIn);
});
