/** Reading request bodies: bytes, JSON, and the multipart form the SDK sends for openapi. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { CloudError, invalidParameter } from '../kernel/cloud-error';

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;
// What is too long is still read to its end, so that the caller can read the answer; only the absurd is cut off.
const DRAIN_LIMIT_BYTES = 512 * 1024 * 1024;
/** Brackets open at once. Documents travel as text inside the JSON, so an honest request has a handful. */
const DEPTH_LIMIT = 100;

/** The whole body; refuses one over 32 MB, after which the connection serves on. */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else chunks = [];
      if (size > DRAIN_LIMIT_BYTES) request.destroy();
    });
    request.on('end', () => {
      if (size > BODY_LIMIT_BYTES) reject(invalidParameter('the body is over 32 MB'));
      else resolve(Buffer.concat(chunks));
    });
    // Nobody is left to read an answer.
    request.on('error', () => reject(new CloudError('REQUEST_CUT', 'the request was cut off')));
    // Every request closes; making an error each time would be the dearest part of a read.
    request.on('close', () => request.complete || reject(new CloudError('REQUEST_CUT', 'the request was cut off')));
  });
}

/** Refuses values nested so deep that code walking them would run out of stack; V8 itself reads any depth. */
function assertShallow(value: unknown, depth = 1): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEPTH_LIMIT) throw invalidParameter(`the body is nested over ${DEPTH_LIMIT} levels`);
  for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) assertShallow(part, depth + 1);
}

/** A JSON object; an empty body is an empty one. */
export function parseJsonObject(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw invalidParameter('the body is not UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalidParameter('the body is not JSON');
  }
  assertShallow(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter('the body must be a JSON object');
  return value as Record<string, unknown>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Fields of a multipart form: text, or bytes where the part says octet-stream. */
export function parseMultipart(bytes: Buffer, contentType: string): Record<string, string | Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw invalidParameter('multipart without boundary');
  const marker = Buffer.from(`--${boundary}`);
  const fields = Object.create(null) as Record<string, string | Buffer>;
  let start = bytes.indexOf(marker);
  if (start < 0) throw invalidParameter('the form does not hold its boundary');
  while (start >= 0) {
    const end = bytes.indexOf(marker, start + marker.length);
    if (end < 0) break;
    // A part is CRLF, head, blank line, content, CRLF.
    const part = bytes.subarray(start + marker.length + 2, end - 2);
    const headEnd = part.indexOf(HEAD_END);
    if (headEnd < 0) throw invalidParameter('a part of the form has no head');
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + HEAD_END.length);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name !== undefined) fields[name] = /octet-stream/.test(head) ? Buffer.from(content) : content.toString('utf8');
    start = end;
  }
  return fields;
}
