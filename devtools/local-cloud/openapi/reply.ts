/** What an openapi call takes and answers: the JSON of WeChat's servers, before the SDK renames its fields. */
import { randomBytes } from 'node:crypto';

export type OpenapiArguments = Readonly<Record<string, unknown>>;
export type OpenapiReply = Readonly<Record<string, unknown>> & { readonly errcode: number };

/**
 * An argument given as `{contentType, value: Buffer}`: raw bytes beside the JSON of the others. The SDK loses the content
 * type on the way (it sets `contentType`, its protobuf writes `contenttype`); what arrives is the name with its ending.
 */
export interface MediaArgument {
  readonly fileName: string;
  readonly value: Buffer;
}

export const isMediaArgument = (value: unknown): value is MediaArgument =>
  typeof value === 'object' && value !== null && Buffer.isBuffer((value as Partial<MediaArgument>).value);

/** The SDK throws it as `{errCode, errMsg: "openapi.<api>:fail <errmsg>"}`. */
export const refusal = (errcode: number, errmsg: string): OpenapiReply => ({ errcode, errmsg });

export const accepted = (fields: Readonly<Record<string, unknown>>): OpenapiReply => ({ errcode: 0, errmsg: 'ok', ...fields });

/** Three groups of eight hex digits, the form of WeChat's trace ids and request ids ("62f11967-2b24d27a-34715985"). */
export const newTraceId = (): string => [randomBytes(4), randomBytes(4), randomBytes(4)].map((part) => part.toString('hex')).join('-');

export const isFilledText = (value: unknown): value is string => typeof value === 'string' && value !== '';
