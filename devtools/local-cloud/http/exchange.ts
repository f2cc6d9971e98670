/** One HTTP request and the ways to answer it. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** The address asked for; what cannot be read as one is the root, which serves nothing. */
function addressOf(target: string): URL {
  try {
    return new URL(target.startsWith('/') ? `http://127.0.0.1${target}` : target);
  } catch {
    return new URL('http://127.0.0.1/');
  }
}

export class Exchange {
  readonly url: URL;
  readonly method: string;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
  ) {
    this.url = addressOf(request.url ?? '/');
    this.method = request.method ?? 'GET';
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  send(status: number, contentType: string, bytes: Uint8Array | string): void {
    if (this.response.destroyed || this.response.headersSent) return;
    const length = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
    this.response.writeHead(status, { ...this.openToLocalPages(), 'content-type': contentType, 'content-length': length });
    // A text goes out in one piece with the head; bytes would be a second write.
    this.response.end(this.method === 'HEAD' ? undefined : bytes);
  }

  json(status: number, value: object): void {
    this.send(status, 'application/json; charset=utf-8', JSON.stringify(value));
  }

  /** Drops the connection without an answer. */
  cut(): void {
    this.request.socket.destroy();
  }

  /** False for a request of a web page from elsewhere: such a page must not move the clock or reset the data. */
  get isFromThisMachine(): boolean {
    const origin = this.header('origin');
    return origin === undefined || LOCAL_ORIGIN.test(origin);
  }

  /** Pages of other local ports (preview, H5, weapp host) may call and read the answers. */
  openToLocalPages(): Record<string, string> {
    const origin = this.header('origin');
    if (origin === undefined || !LOCAL_ORIGIN.test(origin)) return {};
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
      'access-control-allow-headers': 'content-type,x-openid',
      vary: 'origin',
    };
  }
}
