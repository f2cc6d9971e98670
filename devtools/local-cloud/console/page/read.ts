/** What the console reads from the control endpoints of the local cloud. */
import type { MeterRecord } from '../../functions/meters';
import type { InboxMessage } from '../../openapi/inbox';

export interface CollectionRow {
  readonly name: string;
  readonly documents: number;
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[]; readonly unique: boolean }[];
}

export type ShownDocument = Readonly<Record<string, unknown>>;

/** Orders, refunds and callbacks as `GET /control/pay` gives them; shown as they are. */
export type Payments = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

async function read<T>(path: string): Promise<T & { readonly serverNowMs: number }> {
  const response = await fetch(`/control/${path}`);
  const answer = (await response.json()) as T & { readonly serverNowMs: number; readonly error?: { readonly errMsg: string } };
  if (answer.error !== undefined) throw new Error(answer.error.errMsg);
  return answer;
}

export const PAGE_SIZE = 50;

export const readCollections = async (): Promise<readonly CollectionRow[]> => (await read<{ collections: CollectionRow[] }>('collections')).collections;

export const readDocuments = (collection: string, skip: number): Promise<{ readonly documents: readonly ShownDocument[]; readonly next?: number }> =>
  read(`documents?collection=${encodeURIComponent(collection)}&skip=${skip}&limit=${PAGE_SIZE}`);

export const readDocument = async (collection: string, id: string): Promise<ShownDocument | undefined> =>
  (await read<{ documents: ShownDocument[] }>(`documents?collection=${encodeURIComponent(collection)}&id=${encodeURIComponent(id)}`)).documents[0];

export const readInvocations = async (): Promise<readonly MeterRecord[]> => [...(await read<{ meters: MeterRecord[] }>('meters?last=200')).meters].reverse();

export const readMessages = async (): Promise<readonly InboxMessage[]> => [...(await read<{ messages: InboxMessage[] }>('inbox')).messages].sort((a, b) => b.atMs - a.atMs);

export const readPayments = async (): Promise<Payments> => {
  const { serverNowMs: _, ...lists } = await read<Record<string, unknown>>('pay');
  return Object.fromEntries(Object.entries(lists).filter((entry): entry is [string, Record<string, unknown>[]] => Array.isArray(entry[1])));
};

export const readClock = async (): Promise<number> => (await read('clock')).serverNowMs;
