import type { Media } from '../../cloudfunctions/core/media/media';
import type { Task } from '../../cloudfunctions/core/staff/task';
import type { Thanks } from '../../cloudfunctions/core/thanks/thanks';
import { Community, DAY_MS, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, until } from './support/community';
import { confirmedWish, type Loop } from './support/wish-steps';

const WORDS = '灯亮了，晚上做饭看得清了，谢谢您跑一趟';

/** Thanks that are spoken: heard by the giver after the check, by everybody only after both said yes and staff listened. */
describe('spoken thanks', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const thanksOf = (thanksId: string): Thanks => {
    const found = community.document<Thanks>('thanks', thanksId);
    if (found === null) throw new Error(`no ${thanksId}`);
    return found;
  };
  const decided = (thanksId: string, state: string): Promise<void> => until(() => thanksOf(thanksId).voice?.state === state);

  /** `name` tells the cloud how its check ends: plain, risky, review. */
  const speak = async (name: string, words = '', sayer = POSTER, fault: 'lost' | 'late' | null = null): Promise<Loop & { readonly thanksId: string }> => {
    const loop = await confirmedWish(community, { urgency: 'urgent' }, sayer);
    const voiceFileId = await community.upload(sayer, 'thanksVoice', name);
    if (fault !== null) await community.cloud.control('faults', { rules: [{ callback: 'media', mode: fault, ms: 400 }] });
    const { thanksId } = await community.must(sayer, 'thanks.say', { ...loop, words, voiceFileId, voiceSeconds: 9 });
    if (fault !== null) await community.arm();
    return { ...loop, thanksId };
  };
  const mine = async (openid: string, thanksId: string) => (await community.must(openid, 'thanks.mine', {})).items.find((item) => item.thanksId === thanksId);
  const onWall = async (thanksId: string) => (await community.must(NEIGHBOUR, 'thanks.wall', {})).items.find((item) => item.thanksId === thanksId);
  const tasksOf = (thanksId: string, state: Task['state'] = 'open'): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.subjectId === thanksId && task.state === state);
  const noticesTo = async (openid: string, thanksId: string): Promise<readonly string[]> => (await community.must(openid, 'notice.inbox', {})).items.filter((notice) => notice.target.subjectId === thanksId).map((notice) => notice.title);
  const bothAgree = async (thanksId: string, withVoice = true): Promise<void> => {
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: true, withVoice });
  };

  test('nothing said, or the file of somebody else, is refused', async () => {
    const loop = await confirmedWish(community, { urgency: 'urgent' });
    expect((await community.refused(POSTER, 'thanks.say', { ...loop, words: ' ' })).fields).toHaveProperty('words');
    const voiceFileId = await community.upload(NEIGHBOUR, 'thanksVoice');
    expect(await community.refused(POSTER, 'thanks.say', { ...loop, words: '', voiceFileId })).toMatchObject({ code: 'FILE_NOT_YOURS' });
    expect(await community.refused(POSTER, 'thanks.say', { ...loop, words: '', voiceFileId, voiceSeconds: 61 })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(MERCHANT, 'thanks.say', { ...loop, words: '', voiceFileId: await community.upload(MERCHANT, 'thanksVoice') })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('the giver is told only once they may hear it, and hears it', async () => {
    const { thanksId } = await speak('plain', '', POSTER, 'late');
    expect(await mine(MERCHANT, thanksId)).toBeUndefined();
    expect(await noticesTo(MERCHANT, thanksId)).toEqual([]);
    expect(await community.refused(MERCHANT, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mine(POSTER, thanksId)).toMatchObject({ voice: { state: 'checking', url: expect.stringContaining('http') } });
    await decided(thanksId, 'shown');
    await community.runJobs();
    expect(await noticesTo(MERCHANT, thanksId)).toEqual(['有人跟您说谢谢']);
    expect(await mine(MERCHANT, thanksId)).toMatchObject({ side: 'received', words: '', voice: { url: expect.stringContaining('http'), seconds: 9 }, stage: 'private' });
    expect(await mine(NEIGHBOUR, thanksId)).toBeUndefined();
    expect(await community.must(STAFF, 'thanks.hear', { thanksId })).toMatchObject({ purpose: null, voice: null, words: '' });
  });

  test('not passed on: whoever spoke is told and says it in words; then the file is gone', async () => {
    const { thanksId, wishId, claimId } = await speak('risky');
    await decided(thanksId, 'refused');
    await community.runJobs();
    expect(await noticesTo(POSTER, thanksId)).toEqual(['您的录音没有送到']);
    expect(await mine(MERCHANT, thanksId)).toBeUndefined();
    expect(await mine(POSTER, thanksId)).toMatchObject({ canSayAgain: true, voice: { state: 'refused' } });
    const { fileId } = thanksOf(thanksId).voice ?? { fileId: '' };
    expect(await community.refused(POSTER, 'thanks.say', { wishId, claimId, words: '', voiceFileId: await community.upload(POSTER, 'thanksVoice') })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const again = await community.must(POSTER, 'thanks.say', { wishId, claimId, words: WORDS }, operationId);
    expect(await community.must(POSTER, 'thanks.say', { wishId, claimId, words: WORDS }, operationId)).toEqual(again);
    expect(await community.refused(POSTER, 'thanks.say', { wishId, claimId, words: '还有一句' })).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await mine(MERCHANT, thanksId)).toMatchObject({ words: WORDS, voice: null });
    await community.runJobs();
    expect(community.hasFile(fileId)).toBe(false);
  });

  test('where the check is not sure staff listen; others may not, and a late answer never overrules them', async () => {
    const { thanksId } = await speak('review', WORDS);
    await decided(thanksId, 'human');
    await community.runJobs();
    expect(await mine(MERCHANT, thanksId)).toMatchObject({ words: WORDS, voice: null });
    expect(await community.refused(MERCHANT, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_ALLOWED' });
    const [task] = tasksOf(thanksId);
    expect(task).toMatchObject({ kind: 'thanksVoice', areaIds: expect.arrayContaining(['d01-s01-c01']) });
    expect(await community.refused(STAFF, 'staff.finishTask', { taskId: task?._id, note: '听过了' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'thanks.hear', { thanksId })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'thanks.hear', { thanksId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.must(STAFF, 'thanks.hear', { thanksId })).toMatchObject({ purpose: 'check', voice: { url: expect.stringContaining('http') } });
    expect(community.documents<{ kind: string; subjectId: string }>('audit').filter((line) => line.kind === 'readThanks' && line.subjectId === thanksId)).toHaveLength(1);
    expect(await community.refused(STAFF, 'thanks.judge', { thanksId, purpose: 'check', decision: { kind: 'refuse', reason: ' ' } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STAFF, 'thanks.judge', { thanksId, purpose: 'wall', decision: { kind: 'clear' } })).toMatchObject({ code: 'CASE_STATE_CHANGED' });
    const operationId = newOperation();
    await community.must(STAFF, 'thanks.judge', { thanksId, purpose: 'check', decision: { kind: 'clear' } }, operationId);
    await community.must(STAFF, 'thanks.judge', { thanksId, purpose: 'check', decision: { kind: 'clear' } }, operationId);
    const { traceId } = community.documents<Media>('media').find((media) => media.subject.id === thanksId) ?? {};
    const push = { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest: 'risky', label: 20_001 } };
    await community.cloud.cloud.functions.invoke({ name: 'events', event: JSON.stringify(push), source: 'wx_event', openid: POSTER });
    await community.runJobs();
    expect([thanksOf(thanksId).voice?.state, tasksOf(thanksId).length]).toEqual(['shown', 0]);
    expect(await mine(MERCHANT, thanksId)).toMatchObject({ voice: { url: expect.stringContaining('http') } });
    expect(await noticesTo(MERCHANT, thanksId)).toEqual(['谢谢里还有一段录音', '有人跟您说谢谢']);
  });

  test('an answer that never comes: a person listens, and a late one still takes it out of their hands', async () => {
    const { thanksId } = await speak('plain', '', POSTER, 'lost');
    await community.advance(31 * 60_000);
    await community.runJobs();
    await community.runJobs();
    expect([thanksOf(thanksId).voice?.state, tasksOf(thanksId).length]).toEqual(['human', 1]);
    const { traceId } = community.documents<Media>('media').find((media) => media.subject.id === thanksId) ?? {};
    const push = { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest: 'pass', label: 100 } };
    for (let times = 0; times < 2; times += 1) await community.cloud.cloud.functions.invoke({ name: 'events', event: JSON.stringify(push), source: 'wx_event', openid: POSTER });
    await community.runJobs();
    expect([thanksOf(thanksId).voice?.state, tasksOf(thanksId).length]).toEqual(['shown', 0]);
    expect(await noticesTo(MERCHANT, thanksId)).toEqual(['有人跟您说谢谢']);
  });

  test('on the wall only after both agreed and staff listened; taken back it is off at once', async () => {
    const { thanksId } = await speak('plain');
    await decided(thanksId, 'shown');
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    expect(await community.refused(POSTER, 'thanks.consent', { thanksId, consents: true })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: true, withVoice: true });
    expect([await onWall(thanksId), tasksOf(thanksId).length]).toEqual([undefined, 1]);
    expect(await mine(MERCHANT, thanksId)).toMatchObject({ stage: 'hearing' });
    await community.must(STAFF, 'thanks.judge', { thanksId, purpose: 'wall', decision: { kind: 'clear' } });
    expect(await onWall(thanksId)).toMatchObject({ words: '', voice: { url: expect.stringContaining('http'), seconds: 9 } });
    expect((await community.must(OUTSIDER, 'thanks.wall', {})).items.map((item) => item.thanksId)).not.toContain(thanksId);
    expect([await noticesTo(POSTER, thanksId), await noticesTo(MERCHANT, thanksId)]).toEqual([expect.arrayContaining(['您的声音在感谢墙上了']), expect.arrayContaining(['这声谢谢上感谢墙了'])]);
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: false });
    expect(await onWall(thanksId)).toBeUndefined();
  });

  test('staff may say only words, or that it stays between the two; both are told', async () => {
    const both = await speak('plain', WORDS);
    await decided(both.thanksId, 'shown');
    await bothAgree(both.thanksId);
    await community.must(STAFF, 'thanks.judge', { thanksId: both.thanksId, purpose: 'wall', decision: { kind: 'refuse', reason: '里面说到了名字' } });
    expect(await onWall(both.thanksId)).toMatchObject({ words: WORDS, voice: null });
    expect(await mine(POSTER, both.thanksId)).toMatchObject({ stage: 'shown', voice: { note: '里面说到了名字' } });
    const only = await speak('plain');
    await decided(only.thanksId, 'shown');
    await bothAgree(only.thanksId);
    await community.must(STAFF, 'thanks.judge', { thanksId: only.thanksId, purpose: 'wall', decision: { kind: 'refuse', reason: '里面说到了名字' } });
    expect(await onWall(only.thanksId)).toBeUndefined();
    expect([(await mine(POSTER, only.thanksId))?.stage, (await mine(MERCHANT, only.thanksId))?.stage]).toEqual(['kept', 'kept']);
    expect(await noticesTo(MERCHANT, only.thanksId)).toContain('这段声音只留给您');
  });

  test('only the words go up at once where whoever said it chose that', async () => {
    const { thanksId } = await speak('plain', WORDS);
    await decided(thanksId, 'shown');
    await bothAgree(thanksId, false);
    expect([await onWall(thanksId), tasksOf(thanksId)]).toEqual([expect.objectContaining({ words: WORDS, voice: null }), []]);
  });

  test('a taking back and a hearing at once never leave it on the wall against anybody; two of staff decide once', async () => {
    const { thanksId } = await speak('plain');
    await decided(thanksId, 'shown');
    await bothAgree(thanksId);
    await Promise.all([community.send(STAFF, 'thanks.judge', { thanksId, purpose: 'wall', decision: { kind: 'clear' } }), community.send(POSTER, 'thanks.consent', { thanksId, consents: false })]);
    await community.runJobs();
    const stands = thanksOf(thanksId);
    expect(stands.isOnWall).toBe(stands.giverShows && stands.consents && stands.voice?.mayBeOnWall === true);
    expect(tasksOf(thanksId)).toHaveLength(0);
    const other = await speak('plain');
    await decided(other.thanksId, 'shown');
    await bothAgree(other.thanksId);
    const answers = await Promise.all([
      community.send(STAFF, 'thanks.judge', { thanksId: other.thanksId, purpose: 'wall', decision: { kind: 'clear' } }),
      community.send(STAFF, 'thanks.judge', { thanksId: other.thanksId, purpose: 'wall', decision: { kind: 'refuse', reason: '听不清' } }),
    ]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
  });

  test('unheard by the deadline it stands in front and stays private', async () => {
    const { thanksId } = await speak('plain');
    await decided(thanksId, 'shown');
    await bothAgree(thanksId);
    await community.advance(14 * DAY_MS);
    await community.runJobs();
    expect(tasksOf(thanksId)).toMatchObject([{ rank: 0, reasonText: expect.stringContaining('过了该听的时间') }]);
    expect(await onWall(thanksId)).toBeUndefined();
    await community.must(STAFF, 'thanks.judge', { thanksId, purpose: 'wall', decision: { kind: 'clear' } });
    expect([tasksOf(thanksId).length, await onWall(thanksId)]).toEqual([0, expect.anything()]);
    await community.advance(HOUR_MS);
  });

  test('who leaves takes their voice along: off the wall, file erased, nothing left for staff', async () => {
    const leaver = 'oTestVoiceLeaver';
    await community.join(leaver, '要搬走的', 'd01-s01-c01');
    const { thanksId } = await speak('plain', '', leaver);
    await decided(thanksId, 'shown');
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    await community.must(leaver, 'thanks.consent', { thanksId, consents: true, withVoice: true });
    const { fileId } = thanksOf(thanksId).voice ?? { fileId: '' };
    expect(community.hasFile(fileId)).toBe(true);
    const { json } = await community.must(leaver, 'member.exportData', {});
    expect([json.includes('"seconds": 9'), json.includes(fileId)]).toEqual([true, false]);
    await community.must(leaver, 'member.leave', {});
    await community.runJobs();
    expect([thanksOf(thanksId).voice, tasksOf(thanksId).length, community.hasFile(fileId), await mine(MERCHANT, thanksId)]).toEqual([null, 0, false, undefined]);
  });
});
