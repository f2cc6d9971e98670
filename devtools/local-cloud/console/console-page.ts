/** GET /console: the page of the console, bundled when it is first opened. */
import { join } from 'node:path';
import { bundlePage, type PageFiles } from '../../page-kit/bundle-page';
import type { Exchange } from '../http/exchange';

let files: Promise<PageFiles> | undefined;

/** Answers /console, /console.js and /console.css; false when the path is none of them. */
export async function handleConsole(exchange: Exchange): Promise<boolean> {
  const { pathname } = exchange.url;
  if (!/^\/console(\.js|\.css|\/)?$/.test(pathname)) return false;
  files ??= bundlePage(join(__dirname, 'page'));
  const { html, script, style } = await files;
  if (pathname.endsWith('.js')) exchange.send(200, 'text/javascript; charset=utf-8', script);
  else if (pathname.endsWith('.css')) exchange.send(200, 'text/css; charset=utf-8', style);
  else exchange.send(200, 'text/html; charset=utf-8', html);
  return true;
}
