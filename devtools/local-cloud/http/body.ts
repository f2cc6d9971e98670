/** Reading request bodies: bytes, JSON, and the multipart form the SDK sends for openapi. */
import type { IncomingMessage } from 'node:http';
import { invalidParameter } from '../kernel/cloud-error';

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) throw invalidParameter('the body is over 32 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A JSON object; an empty body is an empty one. */
export function parseJsonObject(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalidParameter('the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter('the body must be a JSON object');
  return value as Record<string, unknown>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Fields of a multipart form: text, or bytes where the part says octet-stream. */
export function parseMultipart(bytes: Buffer, contentType: string): Record<string, string | Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw invalidParameter('multipart without boundary');
  const marker = Buffer.from(`--${boundary}`);
  const fields: Record<string, string | Buffer> = {};
  let start = bytes.indexOf(marker);
  while (start >= 0) {
    const end = bytes.indexOf(marker, start + marker.length);
    if (end < 0) break;
    // A part is CRLF, head, blank line, content, CRLF.
    const part = bytes.subarray(start + marker.length + 2, end - 2);
    const headEnd = part.indexOf(HEAD_END);
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + HEAD_END.length);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name !== undefined) fields[name] = /octet-stream/.test(head) ? Buffer.from(content) : content.toString('utf8');
    start = end;
  }
  return fields;
}
