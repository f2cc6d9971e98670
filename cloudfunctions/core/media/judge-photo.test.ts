import { filesInDoubt, filesNotRefused, photoCheckedBy, photoJudgedBy, photoLookedEffects, type PhotoPlace, type PublicPhotos } from './judge-photo';
import { photoKeyOf, type PhotoChecks } from './photo-checks';

const FILES = ['cloud://a.b/uploads/m_1/campaignPhoto/1.jpg', 'cloud://a.b/uploads/m_1/campaignPhoto/2.jpg'] as const;
const KEY = photoKeyOf(FILES[0]);
const place: PhotoPlace = { id: 'cp_1', taskKind: 'campaignPhoto', title: '修坡道', areaIds: ['d01'], ownerId: 'm_1', target: { page: 'campaign', wishId: null, claimId: null, subjectId: 'cp_1' } };
const event = { eventId: 'e_1', atMs: 1_800_000_000_000 };
const photos = (checks: PhotoChecks): PublicPhotos => ({ fileIds: FILES, checks });
const clear = { photoKey: KEY, decision: { kind: 'clear' } } as const;
const refusal = { photoKey: KEY, decision: { kind: 'refuse', reason: '拍到了门牌' } } as const;

describe('a photo of something told in public', () => {
  it('is written under the guard that nobody looked meanwhile; what is decided stays', () => {
    expect(photoCheckedBy(photos({}), KEY, 'human')).toMatchObject({ when: { [`photoChecks.${KEY}`]: { isAbsent: true } }, looked: { wasHuman: false, fileId: FILES[0] } });
    expect(photoCheckedBy(photos({ [KEY]: 'human' }), KEY, 'shown')).toMatchObject({ when: { [`photoChecks.${KEY}`]: { is: 'human' } }, looked: { wasHuman: true } });
    for (const standing of ['shown', 'refused'] as const) for (const verdict of ['shown', 'refused', 'human'] as const) expect(photoCheckedBy(photos({ [KEY]: standing }), KEY, verdict)).toBeNull();
  });

  it('is judged while in doubt, and never by whoever sent it', () => {
    for (const checks of [{}, { [KEY]: 'shown' }, { [KEY]: 'refused' }] as const) expect(photoJudgedBy(photos(checks), clear, false)).toMatchObject({ ok: false, refusal: { code: 'CASE_STATE_CHANGED' } });
    expect(photoJudgedBy(photos({ [KEY]: 'human' }), clear, true)).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
    expect(photoJudgedBy(photos({ [KEY]: 'human' }), clear, false)).toMatchObject({ ok: true, value: { set: { [`photoChecks.${KEY}`]: 'shown' } } });
    expect(photoJudgedBy(photos({ [KEY]: 'human' }), refusal, false)).toMatchObject({ ok: true, value: { set: { [`photoChecks.${KEY}`]: 'refused' }, looked: { note: '拍到了门牌' } } });
  });

  it('in doubt is a task; decided, the task is done, whoever answers for it hears why, and a refused file goes', () => {
    const effectsFor = (verdict: 'shown' | 'refused' | 'human', wasHuman: boolean, note = '') => photoLookedEffects(place, { photoKey: KEY, fileId: FILES[0], verdict, wasHuman, note }, event);
    const [opened] = effectsFor('human', false);
    expect(opened).toMatchObject({ kind: 'openTask', taskKind: 'campaignPhoto', subjectId: 'cp_1' });
    const [closed, told, erased] = effectsFor('refused', true, '拍到了门牌');
    expect(closed).toMatchObject({ kind: 'closeTask', taskId: (opened as { taskId: string }).taskId });
    expect(told).toMatchObject({ kind: 'notice', memberId: 'm_1', body: expect.stringContaining('拍到了门牌') as string });
    expect(erased).toEqual({ kind: 'eraseFile', fileId: FILES[0] });
    expect(effectsFor('shown', true).map(({ kind }) => kind)).toEqual(['closeTask', 'notice']);
    expect(effectsFor('shown', false)).toEqual([]);
    expect(effectsFor('refused', false).map(({ kind }) => kind)).toEqual(['notice', 'eraseFile']);
    expect(photoLookedEffects({ ...place, ownerId: null }, { photoKey: KEY, fileId: null, verdict: 'refused', wasHuman: false, note: '' }, event)).toEqual([]);
  });

  it('tells which wait and which are gone', () => {
    expect(filesInDoubt({ [KEY]: 'human' }, FILES)).toEqual([FILES[0]]);
    expect(filesNotRefused({ [KEY]: 'refused' }, FILES)).toEqual([FILES[1]]);
  });
});
