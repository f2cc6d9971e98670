/** What the console reads from the control endpoints of the local cloud. */

export interface CollectionRow {
  readonly name: string;
  readonly documents: number;
  readonly indexes: readonly { readonly name: string; readonly fields: readonly string[]; readonly unique: boolean }[];
}

export type ShownDocument = Readonly<Record<string, unknown>>;

export interface WireCall {
  readonly action: string;
  readonly collection?: string;
  readonly documentsExamined?: number;
  readonly documentsReturned?: number;
  readonly index?: string | null;
  readonly code?: string;
  readonly wallMs: number;
}

export interface Invocation {
  readonly requestId: string;
  readonly function: string;
  readonly route?: string;
  readonly openid?: string;
  readonly errCode?: number;
  readonly startedAtMs: number;
  readonly wallMs: number;
  readonly calls: readonly WireCall[];
  readonly totals: { readonly requests: number; readonly documentsExamined: number; readonly documentsReturned: number };
  readonly logs: readonly { readonly level: string; readonly text: string }[];
}

export interface Message {
  readonly messageId: string;
  readonly openid: string;
  readonly templateId: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly atMs: number;
}

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

export const readInvocations = async (): Promise<readonly Invocation[]> => [...(await read<{ meters: Invocation[] }>('meters?last=200')).meters].reverse();

export const readMessages = async (): Promise<readonly Message[]> => [...(await read<{ messages: Message[] }>('inbox')).messages].sort((a, b) => b.atMs - a.atMs);

export const readPayments = async (): Promise<Payments> => {
  const { serverNowMs: _, ...lists } = await read<Record<string, unknown>>('pay');
  return Object.fromEntries(Object.entries(lists).filter((entry): entry is [string, Record<string, unknown>[]] => Array.isArray(entry[1])));
};

export const readClock = async (): Promise<number> => (await read('clock')).serverNowMs;
