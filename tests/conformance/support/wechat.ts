/** What the scenarios of WeChat's side share: openapi calls by name, calls as a person, what a listener heard. */
import type { Fields } from '../../../devtools/local-cloud/sdk-types';
import type { World } from './scenario';

type Call = (args: object) => Promise<Fields>;

/** An openapi call of a process outside, by its dotted name. */
export const openapi = (world: World, api: string, args: object): Promise<Fields> =>
  (api.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], world.sdk.openapi) as Call)(args);

/** The same inside of a function that this person called. */
export const openapiAs = async (world: World, openid: string, api: string, args: object): Promise<unknown> =>
  (await world.local.call('probe', { task: 'openapi', api, args }, openid)).result;

/** Somebody opens the mini-program. */
export const visit = async (world: World, openid: string): Promise<void> => {
  await world.local.call('probe', { task: 'identity' }, openid);
};

export const later = (world: World, ms: number): Promise<unknown> => world.local.control('clock', { advanceMs: ms });

export const arm = (world: World, ...rules: readonly object[]): Promise<unknown> => world.local.control('faults', { rules });

const PAUSE_MS = 25;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the listeners wrote down, once at least `count` calls came. */
export async function heard(world: World, count: number): Promise<Fields[]> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { data } = await world.collection().where({ kind: 'heard' }).get();
    if (data.length >= count) return data;
    await pause(PAUSE_MS);
  }
  throw new Error(`fewer than ${count} calls arrived`);
}

/** The same, and none more within a while. */
export async function heardExactly(world: World, count: number): Promise<Fields[]> {
  await heard(world, count);
  await pause(250);
  const all = await heard(world, count);
  if (all.length !== count) throw new Error(`${all.length} calls arrived, ${count} were expected`);
  return all;
}

/** The event of what was heard, without the rest. */
export const eventsOf = (calls: readonly Fields[]): Fields[] => calls.map(({ event }) => event as Fields);

const RID = '[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}';

/** What the SDK throws for an errcode of WeChat: the words, then the id of the request. */
export const refusedBy = (api: string, errCode: number, words: string): unknown =>
  expect.objectContaining({ errCode, errMsg: expect.stringMatching(new RegExp(`^openapi\\.${api.replace('.', '\\.')}:fail ${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} rid: ${RID}$`)) as unknown });
