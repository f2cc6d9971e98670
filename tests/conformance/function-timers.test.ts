import { startLocalCloud } from '../../devtools/local-cloud';
import { byDocument, localScenario } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { declare, withSmallFunctions, WITH_SDK } from './support/small-functions';

const TIMERS = byDocument('developers.weixin.qq.com wxcloudservice/wxcloud/guide/functions/triggers');

const notes = (kind: string): string =>
  `${WITH_SDK} exports.main = async (event) => { const { SOURCE, OPENID = null } = cloud.getWXContext(); await db.collection('notes').add({ data: { kind: '${kind}', event, source: SOURCE, openid: OPENID, atMs: Date.now() + Number(process.env.LINYUAN_CLOCK_OFFSET_MS) } }); return { kind: '${kind}' }; };`;

const { running } = withSmallFunctions({
  nightly: { source: notes('nightly'), declaration: { timer: { name: 'at-two', cron: '0 0 2 * * * *' }, timeoutSeconds: 20 } },
  weekly: { source: notes('weekly'), declaration: { timer: { name: 'mondays', cron: '0 30 8 * * MON *' }, timeoutSeconds: 20 } },
  never: { source: notes('never'), declaration: { timer: { name: 'over', cron: '0 0 0 1 1 * 2020' } } },
  fails: { source: 'exports.main = async () => { throw new Error("this night"); };', declaration: { timer: { name: 'at-three', cron: '0 0 3 * * * *' } } },
}, { timers: true });

interface Heard {
  readonly kind: string;
  readonly event: { readonly Time: string };
  readonly atMs: number;
}

const heard = (kind: string): Heard[] => [...running().cloud.store.get('notes').documents.values()].filter((document) => document.kind === kind) as unknown as Heard[];

/** The clock, in UTC+8, and nothing heard yet. */
async function begin(text: string): Promise<void> {
  await running().control('reset', { seed: 'empty' });
  await running().control('clock', { set: `${text}+08:00` });
  await settle(0);
  for (const [id] of [...running().cloud.store.get('notes').documents]) running().cloud.store.write(running().cloud.store.get('notes'), id, null);
}

/** Waits until the runs under way have been heard, `count` of a kind at least. */
async function settle(count: number, kind = 'nightly'): Promise<void> {
  for (let turn = 0; turn < 400 && heard(kind).length < count; turn += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => setTimeout(resolve, 700));
}

runScenarios('function: timers', [
  localScenario('fire at their second of program time, in UTC+8', TIMERS, async () => {
    await begin('2026-11-20T01:59:58');
    await settle(1);
    const [first, ...more] = heard('nightly');
    return [new Date((first?.atMs ?? 0) + 8 * 3_600_000).toISOString().slice(0, 19), more.length, heard('weekly').length];
  }, [expect.stringMatching(/^2026-11-20T02:00:\d\d/), 0, 0]),

  localScenario('bring the event of WeChat and nobody', TIMERS, async () => {
    await begin('2026-11-20T01:59:59');
    await settle(1);
    return heard('nightly')[0];
  }, expect.objectContaining({ event: { Type: 'Timer', TriggerName: 'at-two', Time: expect.stringMatching(/^2026-11-19T18:00:\d\dZ$/) as unknown, Message: '' }, source: 'wx_trigger', openid: null })),

  localScenario('fire once when the clock is moved over many of their times', TIMERS, async () => {
    await begin('2026-11-20T12:00:00');
    await running().control('clock', { advanceMs: 30 * 86_400_000 });
    await settle(1);
    await settle(1, 'weekly');
    return [heard('nightly').length, heard('weekly').length];
  }, [1, 1]),

  localScenario('do not fire when the clock is moved to before their time', TIMERS, async () => {
    await begin('2026-11-20T12:00:00');
    await running().control('clock', { advanceMs: 3_600_000 });
    await settle(0);
    return heard('nightly').length;
  }, 0),

  localScenario('fire again when the clock was set back', TIMERS, async () => {
    await begin('2026-11-20T01:59:59');
    await settle(1);
    await running().control('clock', { set: '2026-11-20T01:59:59+08:00' });
    await settle(2);
    return heard('nightly').length;
  }, 2),

  localScenario('of the past never fire', TIMERS, async () => {
    await begin('2026-11-20T12:00:00');
    await running().control('clock', { advanceMs: 400 * 86_400_000 });
    await settle(1);
    return heard('never').length;
  }, 0),

  localScenario('run now by hand, each once, and tell how each ended', TIMERS, async () => {
    await begin('2026-11-20T12:00:00');
    const { runs } = await running().control('jobs', {});
    return runs;
  }, {
    nightly: { result: { kind: 'nightly' }, requestId: expect.any(String) as unknown },
    weekly: { result: { kind: 'weekly' }, requestId: expect.any(String) as unknown },
    never: { result: { kind: 'never' }, requestId: expect.any(String) as unknown },
    fails: { error: expect.objectContaining({ errCode: -504002 }) as unknown, requestId: expect.any(String) as unknown },
  }),

  localScenario('that are malformed stop the start', TIMERS, async () => {
    const start = (timer: unknown): Promise<string> =>
      startLocalCloud({ deployment: { functions: [declare('jobs', { timer: timer as { name: string; cron: string } })], invokeRules: {} } }).then(
        async (cloud) => {
          await cloud.close();
          return 'started';
        },
        (error: Error) => error.message,
      );
    return [await start({ name: 'bad', cron: '0 0 25 * * * *' }), await start([{ name: 'a', cron: '0 * * * * * *' }, { name: 'b', cron: '0 * * * * * *' }]), await start({ name: 'good', cron: '0 * * * * * *' })];
  }, [expect.stringContaining('is no hour'), expect.stringContaining('one timer at most'), 'started']),
]);
