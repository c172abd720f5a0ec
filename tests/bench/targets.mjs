// What is measured: the portal, and the same list without any framework. Each has a mock server of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync } from 'node:zlib';

const PLAIN = new URL('plain/', import.meta.url);
const WORDS = new URL('../../src/portal/locales/bg/shell.json', import.meta.url);
const NOW = '2026-11-22T10:00:00+02:00';
/** The plain page may weigh so much, in bytes after compression: with more in it, it would be no limit. */
const PLAIN_BYTES = 8_000;

/** Starts the servers; `stop` ends them. */
export async function open() {
  const folder = await plainPage();
  const servers = [await server('portal', process.env.DIST), await server('plain', folder)];
  const stop = async () => {
    for (const { child } of servers) {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
    await rm(folder, { recursive: true });
  };
  return { targets: servers, stop };
}

async function server(name, dist) {
  const flags = ['--port', '0', '--now', NOW, '--dist', dist];
  const child = spawn(process.env.MOCK_BIN, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((started, failed) => {
    createInterface(child.stdout).once('line', started);
    child.once('exit', (code) => failed(new Error(`the mock server ended with ${code}`)));
  });
  return { name, url, child };
}

/** The plain page in a folder of its own, with the portal's words and style in it. */
async function plainPage() {
  const folder = await mkdtemp(join(tmpdir(), 'yasno-bench-'));
  await cp(PLAIN, folder, { recursive: true });
  const { status, kind, row, person, documents } = JSON.parse(await readFile(WORDS, 'utf8'));
  const words = { status, kind, ...row, you: person.you, count: documents.count.other };
  const script = join(folder, 'plain.js');
  await writeFile(script, `const WORDS = ${JSON.stringify(words)};\n${await readFile(script, 'utf8')}`);
  const style = join(process.env.DIST, 'style');
  const sheet = (await readdir(style)).find((name) => /^index\..*css$/.test(name));
  await cp(join(style, sheet), join(folder, 'style.css'));
  const files = await Promise.all(['index.html', 'plain.js'].map((file) => readFile(join(folder, file))));
  const bytes = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  if (bytes > PLAIN_BYTES) throw new Error(`the plain page weighs ${bytes} bytes, more than ${PLAIN_BYTES}`);
  return folder;
}
