import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface BundledChromium {
  executablePath: string
  env: Record<string, string>
}

const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()`;

/**
 * Lets the package unpack itself in a process of its own: it takes the temporary folder from the environment, and its system
 * libraries only when the environment looks like a bare cloud machine.
 */
async function unpackInto(folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], { env, cwd: path.join(__dirname, '../../..') });
}

/** A bare machine has no list of fonts: the package's own face is named beside the usual folders. Chinese comes with the pages. */
function writeFontList(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(folder, 'fonts')].map((name) => `<dir>${name}</dir>`).join('');
  const file = path.join(folder, 'fonts.conf');
  fs.writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`);
  return file;
}

function packageVersion(): string {
  const file = path.join(__dirname, '../../../node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
}

/**
 * The browser inside the npm package @sparticuz/chromium, unpacked once into the temporary folder with the system libraries it
 * brings. It is unpacked beside and renamed, so that a run that was killed leaves no half browser behind.
 */
export async function unpackBundledChromium(): Promise<BundledChromium> {
  const folder = path.join(os.tmpdir(), `linyuan-chromium-${packageVersion()}-${process.arch}`);
  if (!fs.existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    await unpackInto(partial);
    try {
      fs.renameSync(partial, folder);
    } catch {
      // Another process was quicker; its copy is as good.
      fs.rmSync(partial, { recursive: true, force: true });
    }
  }
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontList(folder) } };
}
