import sdk from 'wx-server-sdk';
import type { RealSdk, SdkAggregate } from '../../../devtools/local-cloud/sdk-types';

/** A small function for testing the local cloud itself: does one thing an event asks for. */
const cloud = sdk as unknown as RealSdk;
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const database = cloud.database({ throwOnNotFound: false });

interface ProbeEvent {
  readonly task: keyof typeof TASKS;
  readonly [field: string]: unknown;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const caught = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await run();
  } catch (error) {
    const { errCode, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string };
    return { errCode, errMsg: errMsg ?? message };
  }
};

const caller = (): unknown => cloud.getWXContext().OPENID;

/** `security.msgSecCheck` and the like, by its dotted name. */
const openapiNamed = (api: string): ((args: object) => Promise<unknown>) =>
  api.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], cloud.openapi) as (args: object) => Promise<unknown>;

/** A query put together from plain values, so that /control/meters tells what it cost. */
const queried = ({ collection, where, order, skip, limit }: ProbeEvent) => {
  let query = database.collection(String(collection)).where(where);
  for (const [field, direction] of (order ?? []) as [string, 'asc' | 'desc'][]) query = query.orderBy(field, direction);
  if (typeof skip === 'number') query = query.skip(skip);
  return typeof limit === 'number' ? query.limit(limit) : query;
};

const staged = ({ collection, stages }: ProbeEvent) =>
  (stages as [Extract<keyof SdkAggregate, string>, unknown][]).reduce<SdkAggregate>((pipeline, [stage, operand]) => (pipeline[stage] as (operand: unknown) => SdkAggregate)(operand), database.collection(String(collection)).aggregate());

const TASKS = {
  find: (event: ProbeEvent) => caught(async () => (await queried(event).get()).data.map(({ _id: id }) => id)),
  total: (event: ProbeEvent) => caught(async () => (await queried(event).count()).total),
  change: (event: ProbeEvent) => caught(async () => (await queried(event).update({ data: event.data as object })).stats.updated),
  clear: (event: ProbeEvent) => caught(async () => (await queried(event).remove()).stats.removed),
  aggregate: (event: ProbeEvent) => caught(async () => (await staged(event).end()).list),
  identity: async ({ waitMs = 0 }: ProbeEvent) => {
    const before = cloud.getWXContext();
    await database.collection('notes').doc('none').get();
    await pause(Number(waitMs));
    return { before, after: cloud.getWXContext() };
  },
  event: (event: ProbeEvent) => Promise.resolve(event),
  environment: ({ key }: ProbeEvent) => Promise.resolve(process.env[String(key)] ?? null),
  clock: async () => {
    await database.collection('notes').doc('stamp').remove();
    await database.collection('notes').add({ data: { _id: 'stamp', at: database.serverDate() } });
    const { data } = await database.collection('notes').doc('stamp').get();
    return { programMs: Date.now() + Number(process.env.LINYUAN_CLOCK_OFFSET_MS), stampMs: (data as { at: Date }).at.getTime() };
  },
  count: async ({ id }: ProbeEvent) => {
    await database.collection('notes').doc(String(id)).update({ data: { n: database.command.inc(1) } });
    const { data } = await database.collection('notes').doc(String(id)).get();
    return (data as { n: number }).n;
  },
  steps: async ({ ids }: ProbeEvent) => {
    for (const id of ids as string[]) await database.collection('notes').add({ data: { _id: id } });
    return 'done';
  },
  writeBesideTransaction: () =>
    caught(async () => {
      const transaction = await database.startTransaction();
      try {
        await transaction.collection('notes').doc('inside').set({ data: { n: 1 } });
        await database.collection('notes').doc('outside').set({ data: { n: 1 } });
      } finally {
        await transaction.rollback();
      }
    }),
  strayWrite: () =>
    caught(async () => {
      const transaction = await database.startTransaction();
      try {
        await transaction.collection('notes').doc('inside').set({ data: { n: 1 } });
        await transaction.collection('notes').where({ n: 1 }).update({ data: { n: 2 } });
      } finally {
        await transaction.rollback();
      }
    }),
  strayFirst: () =>
    caught(async () => {
      const transaction = await database.startTransaction();
      try {
        await transaction.collection('notes').where({ n: 1 }).update({ data: { n: 2 } });
      } finally {
        await transaction.rollback();
      }
    }),
  strayCount: () =>
    caught(async () => {
      const transaction = await database.startTransaction();
      try {
        await transaction.collection('notes').doc('inside').get();
        await transaction.collection('notes').count();
      } finally {
        await transaction.rollback();
      }
    }),
  check: ({ content }: ProbeEvent) => caught(() => cloud.openapi.security.msgSecCheck({ openid: caller(), scene: 2, version: 2, content })),
  media: ({ url }: ProbeEvent) => caught(() => cloud.openapi.security.mediaCheckAsync({ mediaUrl: url, mediaType: 2, version: 2, openid: caller(), scene: 1 })),
  openapi: ({ api, args }: ProbeEvent) => caught(() => openapiNamed(String(api))(args as object)),
  pay: ({ method, args }: ProbeEvent) => caught(() => cloud.cloudPay[method as keyof RealSdk['cloudPay']](args as object)),
  openData: ({ list }: ProbeEvent) => caught(async () => (await cloud.getOpenData({ list: list as string[] })).list),
  code: () => caught(() => cloud.openapi.wxacode.getUnlimited({ scene: 'a' })),
  send: ({ openid, templateId, thing }: ProbeEvent) =>
    caught(() => cloud.openapi.subscribeMessage.send({ touser: openid, templateId, page: 'pages/home/index', data: { thing1: { value: thing } }})),
  nested: ({ name, event }: ProbeEvent) => caught(async () => (await cloud.callFunction({ name: String(name), data: event as object })).result),
  log: () => {
    console.log('plain');
    console.log(JSON.stringify({ meter: { command: 2 } }));
    return Promise.resolve(null);
  },
  fail: () => Promise.reject(new Error('probe failed')),
  exit: () => process.exit(1),
  hang: () => pause(60_000),
  large: ({ bytes }: ProbeEvent) => Promise.resolve('x'.repeat(Number(bytes))),
} as const;

export const main = (event: ProbeEvent): Promise<unknown> => (TASKS[event.task] as (event: ProbeEvent) => Promise<unknown>)(event);
