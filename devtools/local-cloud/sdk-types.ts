/**
 * The part of wx-server-sdk these tests and tools use, typed as it behaves when promises are awaited. The package's own
 * types mix in callbacks and lack transactions' results.
 */

export type Fields = Record<string, unknown>;

export interface SdkGet {
  get(): Promise<{ readonly data: Fields[] }>;
}

export interface SdkQuery extends SdkGet {
  where(condition: unknown): SdkQuery;
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
  set(options: { readonly data: object }): Promise<{ readonly _id?: string; readonly stats: { readonly updated: number; readonly created: number } }>;
  update(options: { readonly data: object }): Promise<{ readonly stats: { readonly updated: number } }>;
  remove(): Promise<{ readonly stats: { readonly removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  add(options: { readonly data: object }): Promise<{ readonly _id: string; readonly _ids?: string[] }>;
  aggregate(): SdkAggregate;
}

/** Every stage the SDK can push; those it names without implementing (`facet`, `graphLookup`, …) throw a TypeError in it. */
type StageName =
  | 'addFields' | 'bucket' | 'bucketAuto' | 'collStats' | 'count' | 'facet' | 'geoNear' | 'graphLookup' | 'group' | 'indexStats' | 'limit'
  | 'lookup' | 'match' | 'out' | 'project' | 'redact' | 'replaceRoot' | 'sample' | 'skip' | 'sort' | 'sortByCount' | 'unwind';

export type SdkAggregate = { readonly [stage in StageName]: (operand?: unknown) => SdkAggregate } & {
  end(): Promise<{ readonly list: Fields[] }>;
};

/** `command.aggregate.pipeline()`: the stages of a `$lookup` with pipeline. */
export type SdkPipeline = { readonly [stage in StageName]: (operand?: unknown) => SdkPipeline } & { done(): unknown[] };

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

type QueryCommandName =
  | 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'nin' | 'all' | 'elemMatch' | 'exists' | 'size' | 'mod' | 'and' | 'or' | 'not' | 'nor'
  | 'geoNear' | 'geoWithin' | 'geoIntersects' | 'expr' | 'jsonSchema' | 'text';
type UpdateCommandName =
  | 'set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'push' | 'pop' | 'shift' | 'unshift' | 'pull' | 'pullAll' | 'addToSet' | 'rename' | 'bit';
type ExpressionName =
  | 'abs' | 'add' | 'ceil' | 'divide' | 'exp' | 'floor' | 'ln' | 'log' | 'log10' | 'mod' | 'multiply' | 'pow' | 'sqrt' | 'subtract' | 'trunc'
  | 'arrayElemAt' | 'arrayToObject' | 'concatArrays' | 'filter' | 'in' | 'indexOfArray' | 'isArray' | 'map' | 'range' | 'reduce' | 'reverseArray'
  | 'size' | 'slice' | 'zip' | 'and' | 'not' | 'or' | 'cmp' | 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'cond' | 'ifNull' | 'switch'
  | 'dateFromParts' | 'dateFromString' | 'dayOfMonth' | 'dayOfWeek' | 'dayOfYear' | 'isoDayOfWeek' | 'isoWeek' | 'isoWeekYear' | 'millisecond'
  | 'minute' | 'month' | 'second' | 'hour' | 'week' | 'year' | 'literal' | 'mergeObjects' | 'objectToArray' | 'allElementsTrue' | 'anyElementTrue'
  | 'setDifference' | 'setEquals' | 'setIntersection' | 'setIsSubset' | 'setUnion' | 'concat' | 'dateToString' | 'indexOfBytes' | 'indexOfCP'
  | 'split' | 'strLenBytes' | 'strLenCP' | 'strcasecmp' | 'substr' | 'substrBytes' | 'substrCP' | 'toLower' | 'toUpper' | 'meta' | 'addToSet'
  | 'avg' | 'first' | 'last' | 'max' | 'min' | 'push' | 'stdDevPop' | 'stdDevSamp' | 'sum' | 'let';

export type SdkExpressions = { readonly [name in ExpressionName]: (operand?: unknown) => unknown } & { pipeline(): SdkPipeline };

export type SdkCommand = { readonly [name in QueryCommandName | UpdateCommandName]: (...operands: unknown[]) => SdkCommand } & {
  readonly aggregate: SdkExpressions;
  readonly project: { slice(operand: unknown): unknown; elemMatch(operand: unknown): unknown };
};

export interface SdkGeo {
  Point(longitude: number, latitude: number): unknown;
  LineString(points: readonly unknown[]): unknown;
  Polygon(lines: readonly unknown[]): unknown;
  MultiPoint(points: readonly unknown[]): unknown;
  MultiLineString(lines: readonly unknown[]): unknown;
  MultiPolygon(polygons: readonly unknown[]): unknown;
}

export interface SdkDatabase {
  readonly command: SdkCommand;
  readonly Geo: SdkGeo;
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
  uploadFile(options: { readonly cloudPath: string; readonly fileContent: Buffer }): Promise<{ readonly fileID: string; readonly statusCode?: number }>;
  downloadFile(options: { readonly fileID: string }): Promise<{ readonly fileContent: Buffer }>;
  deleteFile(options: { readonly fileList: readonly string[] }): Promise<{ readonly fileList: { readonly fileID: string; readonly status: number }[] }>;
  getTempFileURL(options: { readonly fileList: readonly unknown[] }): Promise<{
    readonly fileList: { readonly fileID: string; readonly status: number; readonly tempFileURL: string; readonly maxAge?: number }[];
  }>;
  getOpenData(options: { readonly list: readonly string[] }): Promise<{ readonly list: Fields[] }>;
  readonly openapi: {
    readonly security: { msgSecCheck(args: object): Promise<Fields>; mediaCheckAsync(args: object): Promise<Fields> };
    readonly subscribeMessage: { send(args: object): Promise<Fields> };
    readonly wxacode: { getUnlimited(args: object): Promise<Fields & { readonly contentType?: string; readonly buffer?: Buffer }> };
    readonly phonenumber: { getPhoneNumber(args: object): Promise<Fields> };
  };
  readonly cloudPay: {
    readonly [method in 'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund' | 'queryRefund' | 'downloadBill']: (args: object) => Promise<Fields>;
  };
}
