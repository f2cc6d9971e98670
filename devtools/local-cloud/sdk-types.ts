/**
 * The part of wx-server-sdk these tests and tools use, typed as it behaves when promises are awaited. The package's own
 * types mix in callbacks and lack transactions' results.
 */

type Fields = Record<string, unknown>;

export interface SdkGet {
  get(): Promise<{ readonly data: Fields[] }>;
}

export interface SdkQuery extends SdkGet {
  where(condition: object): SdkQuery;
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: Record<string, unknown>): SdkQuery;
  count(): Promise<{ readonly total: number }>;
  update(options: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
}

export interface SdkDocument {
  field(projection: Record<string, unknown>): SdkDocument;
  get(): Promise<{ readonly data: Fields | null }>;
  set(options: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number; readonly created: number } }>;
  update(options: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  add(options: { readonly data: object }): Promise<{ readonly _id: string; readonly _ids?: string[] }>;
  aggregate(): SdkAggregate;
}

export interface SdkAggregate {
  match(condition: object): SdkAggregate;
  group(operand: object): SdkAggregate;
  sort(operand: Record<string, 1 | -1>): SdkAggregate;
  limit(count: number): SdkAggregate;
  project(operand: object): SdkAggregate;
  lookup(operand: { readonly from: string; readonly localField: string; readonly foreignField: string; readonly as: string }): SdkAggregate;
  end(): Promise<{ readonly list: Fields[] }>;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface SdkCommand {
  eq(value: unknown): SdkCommand;
  neq(value: unknown): SdkCommand;
  gt(value: unknown): SdkCommand;
  gte(value: unknown): SdkCommand;
  lt(value: unknown): SdkCommand;
  lte(value: unknown): SdkCommand;
  in(values: readonly unknown[]): SdkCommand;
  exists(present: boolean): SdkCommand;
  and(...parts: readonly unknown[]): SdkCommand;
  or(...parts: readonly unknown[]): SdkCommand;
  set(value: unknown): SdkCommand;
  remove(): SdkCommand;
  inc(by: number): SdkCommand;
  mul(by: number): SdkCommand;
  min(value: unknown): SdkCommand;
  max(value: unknown): SdkCommand;
  push(values: unknown): SdkCommand;
  pop(): SdkCommand;
  shift(): SdkCommand;
  unshift(values: readonly unknown[]): SdkCommand;
  pull(condition: unknown): SdkCommand;
  pullAll(values: readonly unknown[]): SdkCommand;
  addToSet(value: unknown): SdkCommand;
  geoNear(options: { readonly geometry: unknown; readonly maxDistance?: number; readonly minDistance?: number }): SdkCommand;
  readonly aggregate: Record<'sum' | 'max' | 'min' | 'avg' | 'size', (operand: unknown) => unknown>;
}

export interface SdkDatabase {
  readonly command: SdkCommand;
  readonly Geo: { Point(longitude: number, latitude: number): unknown };
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  serverDate(options?: { readonly offset: number }): unknown;
  RegExp(options: { readonly regexp: string; readonly options?: string }): unknown;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>;
}

export interface RealSdk {
  readonly DYNAMIC_CURRENT_ENV: unknown;
  init(options: { readonly env: unknown }): void;
  database(options?: { readonly throwOnNotFound?: boolean }): SdkDatabase;
  getWXContext(): Record<string, unknown>;
  callFunction(options: { readonly name: string; readonly data?: object }): Promise<{ readonly result: unknown }>;
  uploadFile(options: { readonly cloudPath: string; readonly fileContent: Buffer }): Promise<{ readonly fileID: string }>;
  downloadFile(options: { readonly fileID: string }): Promise<{ readonly fileContent: Buffer }>;
  deleteFile(options: { readonly fileList: readonly string[] }): Promise<{ readonly fileList: { readonly fileID: string; readonly status: number }[] }>;
  getTempFileURL(options: { readonly fileList: readonly unknown[] }): Promise<{
    readonly fileList: { readonly fileID: string; readonly status: number; readonly tempFileURL: string; readonly maxAge?: number }[];
  }>;
  readonly openapi: {
    readonly security: { msgSecCheck(args: object): Promise<Fields>; mediaCheckAsync(args: object): Promise<Fields> };
    readonly subscribeMessage: { send(args: object): Promise<Fields> };
    readonly wxacode: { getUnlimited(args: object): Promise<Fields> };
  };
  readonly cloudPay: { unifiedOrder(order: object): Promise<Fields> };
}
