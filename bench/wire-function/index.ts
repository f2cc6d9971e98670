import sdk from 'wx-server-sdk';
import type { RealSdk } from '../../devtools/local-cloud/sdk-types';

/** The function that bench/wire-speed.ts times: the SDK as the program uses it, in a warm instance. */
const cloud = sdk as unknown as RealSdk;
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const database = cloud.database({ throwOnNotFound: false });
const things = database.collection('things');

interface ReadEvent {
  readonly task: 'read';
  readonly times: number;
  /** Address of a server that answers every call with a constant. */
  readonly constantUrl: string;
}

interface UpdateEvent {
  readonly task: 'update';
  readonly id: string;
  readonly times: number;
}

const timed = async (address: string): Promise<number> => {
  // The SDK reads its endpoint from the environment at every call.
  process.env.TCB_CONTEXT_CNFG = address;
  const startedAt = performance.now();
  const { data } = await things.doc('read').get();
  const tookMs = performance.now() - startedAt;
  if (data?._id !== 'read') throw new Error('the document did not arrive');
  return tookMs;
};

/** Times of the same call to the cloud and to the constant server, in turn. */
const read = async ({ times, constantUrl }: ReadEvent): Promise<{ readonly cloudMs: number[]; readonly constantMs: number[] }> => {
  const real = process.env.TCB_CONTEXT_CNFG ?? '';
  const constant = JSON.stringify({ URL: `${constantUrl}/admin?` });
  const cloudMs: number[] = [];
  const constantMs: number[] = [];
  for (let i = 0; i < times; i += 1) {
    // Who goes first changes, so that neither gains from what the other warmed.
    if (i % 2 === 0) cloudMs.push(await timed(real));
    constantMs.push(await timed(constant));
    if (i % 2 === 1) cloudMs.push(await timed(real));
  }
  process.env.TCB_CONTEXT_CNFG = real;
  return { cloudMs, constantMs };
};

/** Guarded updates one after the other; gives how many were acknowledged as done. */
const update = async ({ id, times }: UpdateEvent): Promise<number> => {
  const _ = database.command;
  let done = 0;
  for (let i = 0; i < times; i += 1) {
    const { stats } = await things.where({ _id: id, left: _.gte(1) }).update({ data: { left: _.inc(-1), taken: _.inc(1) } });
    done += stats.updated;
  }
  return done;
};

export const main = (event: ReadEvent | UpdateEvent): Promise<unknown> => (event.task === 'read' ? read(event) : update(event));
