/** The few protobuf messages wx-server-sdk 4.0.2 exchanges (schema: WIRE.md 1.6). Wire types 0 and 2 only. */

type FieldKind = 'int' | 'string' | 'bytes' | MessageName;
interface FieldSchema {
  readonly name: string;
  readonly kind: FieldKind;
  readonly repeated?: boolean;
}
export type MessageName =
  | 'CommApiData' | 'OpenApiData' | 'KeyValuePair' | 'SvrkitApiData' | 'CommOpenApiResp' | 'HttpHeader'
  | 'ApiGetOpenDataByCloudIdReq' | 'ApiGetOpenDataByCloudIdResp' | 'OpDataItem';
export type Message = Record<string, unknown>;

const SCHEMAS: Readonly<Record<MessageName, Readonly<Record<number, FieldSchema>>>> = {
  KeyValuePair: { 1: { name: 'key', kind: 'string' }, 2: { name: 'value', kind: 'bytes' }, 3: { name: 'contenttype', kind: 'string' }, 4: { name: 'filename', kind: 'string' } },
  OpenApiData: { 1: { name: 'pairs', kind: 'KeyValuePair', repeated: true } },
  SvrkitApiData: { 1: { name: 'apiName', kind: 'string' }, 2: { name: 'reqData', kind: 'bytes' } },
  CommApiData: {
    1: { name: 'apiType', kind: 'int' },
    2: { name: 'openapiData', kind: 'OpenApiData' },
    4: { name: 'svrkitData', kind: 'SvrkitApiData' },
    6: { name: 'appid', kind: 'string' },
  },
  ApiGetOpenDataByCloudIdReq: { 2: { name: 'cloudIds', kind: 'string', repeated: true }, 3: { name: 'appid', kind: 'string' } },
  ApiGetOpenDataByCloudIdResp: { 1: { name: 'items', kind: 'OpDataItem', repeated: true } },
  OpDataItem: { 1: { name: 'cloudId', kind: 'string' }, 2: { name: 'json', kind: 'string' } },
  HttpHeader: { 1: { name: 'key', kind: 'string' }, 2: { name: 'value', kind: 'string' } },
  CommOpenApiResp: {
    1: { name: 'respData', kind: 'bytes' },
    2: { name: 'contentType', kind: 'string' },
    3: { name: 'errorCode', kind: 'int' },
    4: { name: 'httpCode', kind: 'int' },
    5: { name: 'headers', kind: 'HttpHeader', repeated: true },
    6: { name: 'svrkitErrorCode', kind: 'int' },
  },
};

const isMessage = (kind: FieldKind): kind is MessageName => Object.hasOwn(SCHEMAS, kind);

// Negative int32 values travel as 64-bit two's complement.
function encodeVarint(value: number): Buffer {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}

function encodeField(id: number, kind: FieldKind, value: unknown): Buffer {
  if (kind === 'int') return Buffer.concat([encodeVarint(id << 3), encodeVarint(Number(value))]);
  const bytes = isMessage(kind) ? encodeMessage(kind, value as Message) : Buffer.from(value as string | Uint8Array as string);
  return Buffer.concat([encodeVarint((id << 3) | 2), encodeVarint(bytes.length), bytes]);
}

export function encodeMessage(name: MessageName, message: Message): Buffer {
  const parts: Buffer[] = [];
  for (const [id, field] of Object.entries(SCHEMAS[name])) {
    const value = message[field.name];
    if (value === undefined || value === null) continue;
    for (const item of field.repeated === true ? (value as unknown[]) : [value]) parts.push(encodeField(Number(id), field.kind, item));
  }
  return Buffer.concat(parts);
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error('protobuf message ends inside a number');
      this.at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value;
    }
  }

  take(length: number): Buffer {
    const part = this.bytes.subarray(this.at, this.at + length);
    if (part.length < length) throw new Error('protobuf message ends inside a field');
    this.at += length;
    return part;
  }
}

function decodeBytes(kind: FieldKind, bytes: Buffer): unknown {
  if (isMessage(kind)) return decodeMessage(kind, bytes);
  return kind === 'string' ? bytes.toString('utf8') : bytes;
}

export function decodeMessage(name: MessageName, bytes: Buffer): Message {
  const reader = new Reader(bytes);
  const message: Message = {};
  while (!reader.done) {
    const tag = Number(reader.varint());
    const wireType = tag & 7;
    if (wireType !== 0 && wireType !== 2) throw new Error(`protobuf wire type ${wireType} is not used by the SDK`);
    const raw = wireType === 0 ? Number(BigInt.asIntN(32, reader.varint())) : reader.take(Number(reader.varint()));
    const field = SCHEMAS[name][tag >>> 3];
    if (field === undefined) continue;
    const value = typeof raw === 'number' ? raw : decodeBytes(field.kind, raw);
    if (field.repeated === true) message[field.name] = [...((message[field.name] as unknown[] | undefined) ?? []), value];
    else message[field.name] = value;
  }
  return message;
}
