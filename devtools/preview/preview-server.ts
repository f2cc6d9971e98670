import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { MountedCloud } from '../local-cloud';
import type { WeappHost } from '../weapp-host/serve';
import type { AppBuild } from './builds';
import type { PageFiles } from '../page-kit/bundle-page';
import { sendFile, sendText } from './serve-files';
import { root } from './stale';
import { waitingPage } from './waiting-page';

export interface PreviewParts {
  readonly cloud: MountedCloud;
  readonly weappHost: WeappHost;
  readonly page: PageFiles;
  readonly apps: Readonly<Record<'h5' | 'weapp', Pick<AppBuild, 'state'>>>;
}

/** Paths of the host that need no built mini-program. */
const HOST_OWN = /^\/weapp\/(chinese\.css|fonts\/)/;

const h5Folder = path.join(root, 'dist/h5');

/** The mini-program brings no font; a machine without a Chinese one would show boxes, so the preview's page of it lends the host's. */
export const withChineseFont = (html: string): string => html.replace('</head>', '<link rel="stylesheet" href="/weapp/chinese.css"></head>');

const serveH5 = (response: ServerResponse, relative: string): void =>
  relative === '' || relative === 'index.html' ? sendText(response, 200, 'text/html', withChineseFont(readFileSync(path.join(h5Folder, 'index.html'), 'utf8'))) : sendFile(response, h5Folder, relative);

const serveApp = async (parts: PreviewParts, platform: 'h5' | 'weapp', request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
  const { state } = parts.apps[platform];
  if (state.kind !== 'ready' && !HOST_OWN.test(pathname)) return sendText(response, 200, 'text/html', waitingPage(platform, state));
  if (platform === 'h5') return serveH5(response, pathname.slice('/h5/'.length));
  request.url = (request.url ?? '').slice('/weapp'.length);
  await parts.weappHost.handle(request, response);
};

const serveOwn = ({ page, apps }: PreviewParts, response: ServerResponse, pathname: string): void => {
  if (pathname === '/') return sendText(response, 200, 'text/html', page.html);
  if (pathname === '/preview.js') return sendText(response, 200, 'text/javascript', page.script);
  if (pathname === '/preview.css') return sendText(response, 200, 'text/css', page.style);
  if (pathname === '/preview/builds') return sendText(response, 200, 'application/json', JSON.stringify({ h5: apps.h5.state.kind, weapp: apps.weapp.state.kind }));
  sendText(response, 404, 'text/plain', 'not found');
};

async function answer(parts: PreviewParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (await parts.cloud.handle(request, response)) return;
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/h5' || pathname === '/weapp') return void response.writeHead(302, { location: `${pathname}/` }).end();
  if (pathname.startsWith('/h5/')) return serveApp(parts, 'h5', request, response, decodeURIComponent(pathname));
  if (pathname.startsWith('/weapp/')) return serveApp(parts, 'weapp', request, response, decodeURIComponent(pathname));
  serveOwn(parts, response, pathname);
}

/** Everything the preview is, on one port of this machine. Rejects with the socket's own error when the port is taken. */
export function listenPreview(parts: PreviewParts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      console.error('preview:', error);
      if (!response.headersSent) sendText(response, 500, 'text/plain', 'the preview stumbled; see the terminal');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
