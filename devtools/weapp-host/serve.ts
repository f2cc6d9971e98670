import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { bundleRuntime } from './bundle-runtime';
import { chineseFontCss, chineseFontFile } from './chinese-font';
import { compileWeapp, type CompiledWeapp } from './compile';
import { hostPage } from './host-page';

export interface WeappHostOptions {
  /** Folder of the built mini-program (miniprogramRoot). */
  dist: string
  /** Address of the local cloud without a slash at the end; empty or absent means the origin that serves the host. */
  cloudUrl?: string
  /** Titles of subscription-message templates by id, shown in the permission sheet. */
  templateTitles?: Record<string, string>
  appId?: string
}

export interface WeappHost {
  /** Answers one request; `req.url` must begin at the mount point (the caller strips its prefix, keeping the slash). */
  handle(req: http.IncomingMessage, res: http.ServerResponse): Promise<void>
  /** Serves the host alone on 127.0.0.1; port 0 takes a free one. Resolves to the address with a slash at the end. */
  listen(port?: number): Promise<string>
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.mp3': 'audio/mpeg', '.woff2': 'font/woff2', '.css': 'text/css', '.js': 'text/javascript',
};

/** The newest change below a folder, so that a rebuilt mini-program is compiled again without a restart. */
function newestChangeMs(folder: string): number {
  let newest = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChangeMs(full) : fs.statSync(full).mtimeMs);
  }
  return newest;
}

/** A page asks for some twenty files at once; looking through the folder for each would take longer than sending them. */
const LOOK_EVERY_MS = 500;

function cachedCompiler(dist: string): () => CompiledWeapp {
  let compiled: CompiledWeapp | null = null;
  let compiledAtMs = -1;
  let lookedAtMs = -Infinity;
  return () => {
    if (compiled && performance.now() - lookedAtMs < LOOK_EVERY_MS) return compiled;
    lookedAtMs = performance.now();
    const changedAtMs = fs.existsSync(dist) ? newestChangeMs(dist) : 0;
    if (!compiled || changedAtMs !== compiledAtMs) {
      compiled = compileWeapp(dist);
      compiledAtMs = changedAtMs;
    }
    return compiled;
  };
}

function send(res: http.ServerResponse, type: string, body: string | Buffer, status = 200): void {
  res.writeHead(status, { 'content-type': /^(text|application)\//.test(type) ? `${type}; charset=utf-8` : type, 'cache-control': 'no-cache' });
  res.end(body);
}

function sendFile(res: http.ServerResponse, root: string, relative: string): void {
  const file = path.resolve(root, relative);
  const isInside = file.startsWith(path.resolve(root) + path.sep);
  if (!isInside || !fs.existsSync(file) || !fs.statSync(file).isFile()) return send(res, 'text/plain', 'not found', 404);
  send(res, TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream', fs.readFileSync(file));
}

/**
 * Serves a built mini-program with the runtime that runs it in a browser. Nothing is written to disk: the runtime is bundled and
 * the package compiled in memory, again whenever the built files change.
 */
export function createWeappHost(options: WeappHostOptions): WeappHost {
  const compiled = cachedCompiler(options.dist);
  const config = {
    cloudUrl: (options.cloudUrl ?? '').replace(/\/+$/, ''),
    templateTitles: options.templateTitles ?? {},
    appId: options.appId ?? 'wx0000000000000000',
  };

  async function route(pathname: string, res: http.ServerResponse): Promise<void> {
    if (pathname === '/') return send(res, 'text/html', hostPage(config, true));
    if (pathname === '/host.js') return send(res, 'text/javascript', await bundleRuntime());
    if (pathname === '/host.css') return send(res, 'text/css', fs.readFileSync(path.join(__dirname, 'src/host.css')));
    if (pathname === '/chinese.css') return send(res, 'text/css', chineseFontCss());
    if (pathname === '/package.json') return send(res, 'application/json', JSON.stringify(compiled().main));
    if (pathname.startsWith('/packages/')) {
      const scripts = compiled().subPackageScripts[pathname.slice('/packages/'.length)];
      return scripts ? send(res, 'application/json', JSON.stringify(scripts)) : send(res, 'text/plain', 'no such sub-package', 404);
    }
    if (pathname.startsWith('/files/')) return sendFile(res, options.dist, pathname.slice('/files/'.length));
    if (pathname.startsWith('/fonts/')) {
      const file = chineseFontFile(pathname.slice('/fonts/'.length));
      return file ? send(res, 'font/woff2', fs.readFileSync(file)) : send(res, 'text/plain', 'not found', 404);
    }
    send(res, 'text/plain', 'not found', 404);
  }

  async function handle(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    try {
      const { pathname } = new URL(req.url || '/', 'http://localhost');
      await route(decodeURIComponent(pathname), res);
    } catch (error) {
      send(res, 'text/plain', `weapp-host: ${error instanceof Error ? error.message : String(error)}`, 500);
    }
  }

  const server = http.createServer((req, res) => void handle(req, res));
  return {
    handle,
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
