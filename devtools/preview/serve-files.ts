import { createReadStream, existsSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
};

export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(text);
}

/** A file below a folder; anything that climbs out of it, or is not there, is a 404. */
export function sendFile(response: ServerResponse, folder: string, relative: string): void {
  const file = path.resolve(folder, relative === '' ? 'index.html' : relative);
  const isInside = file.startsWith(path.resolve(folder) + path.sep);
  if (!isInside || !existsSync(file) || !statSync(file).isFile()) return sendText(response, 404, 'text/plain', 'not found');
  response.writeHead(200, { 'content-type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
}
