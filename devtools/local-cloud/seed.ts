/** What a local cloud starts with. devtools/demo provides the real ones; this module only names the shape. */

export type SeedName = 'demo' | 'empty';

export interface SeedPerson {
  /** Never all digits: getWXContext would turn it into a number. */
  readonly openid: string;
  readonly name: string;
  readonly roles: string[];
  readonly area: string;
  readonly note?: string;
}

/** Paid at WeChat before the world begins, so that bills and refunds know of it. */
export interface SeedPayment {
  readonly subMchId: string;
  readonly outTradeNo: string;
  readonly body: string;
  readonly totalFeeFen: number;
  readonly openid: string;
  readonly createdAtMs: number;
  readonly paidAtMs: number;
  readonly transactionId: string;
}

export interface SeedData {
  /** Where the program's clock stands at the start, ISO 8601 with offset. */
  readonly nowIso: string;
  readonly collections: Record<string, Record<string, unknown>[]>;
  readonly files: { path: string; bytes: Uint8Array; contentType: string }[];
  readonly people: SeedPerson[];
  readonly payments?: readonly SeedPayment[];
}

export interface SeedSource {
  load(seed: SeedName): Promise<SeedData>;
}

export const DEMO_START_ISO = '2026-11-20T09:41:00+08:00';

/** Empty collections and one person who may become the first administrator; used where no demo is given. */
export const bareSeedSource: SeedSource = {
  load: () =>
    Promise.resolve({
      nowIso: DEMO_START_ISO,
      collections: {},
      files: [],
      people: [{ openid: 'o-first-admin', name: '首位管理员', roles: [], area: '' }],
    }),
};

export const isSeedName = (value: unknown): value is SeedName => value === 'demo' || value === 'empty';
