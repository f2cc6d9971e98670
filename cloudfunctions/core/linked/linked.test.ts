import type { LinkedFacts } from '@contract';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { LINKED_RULES } from '../linked-rules';
import type { Member } from '../member/member';
import { decideCheck, decideDisclose, decideEnd, decideMirror, decideUpdate } from './change-linked';
import { isLinkedCoherent, newLinkedCampaign, type LinkedCampaign } from './linked-campaign';
import { LINKED_KIND } from './linked-kind';
import { linkedView, maySeeLinked } from './linked-view';

const staff = (id: string, areaId = 'd-s-c'): Member => ({ _id: id, displayName: id, roles: [{ role: 'staff', areaId, areaName: areaId, merchantName: null, grantedBy: '', grantedAtMs: 0 }] }) as unknown as Member;
const A = staff('m_a');
const B = staff('m_b');
const FAR = staff('m_far', 'd-s-c2');
const RESIDENT = { _id: 'm_r', displayName: '林晓', roles: [] } as unknown as Member;

let operations = 0;
const step = (member: Member, nowMs = 1_000): Step => ({ actorId: member._id, operationId: `op_${String((operations += 1))}`, inputHash: 'h', nowMs });
const facts: LinkedFacts = { title: '净水器', story: '给学校', charityName: '慈善会', certificateNo: '53A1', filingNo: '53A2', platform: 'tencent', link: { kind: 'web', url: 'https://gongyi.example.org/1' }, endsAtMs: 9_000 };
const entered = (): LinkedCampaign => newLinkedCampaign(facts, { _id: 'd-s-c', name: '青枫社区' }, A, step(A));
const shown = (): LinkedCampaign => {
  const campaign = entered();
  return carriedOut(campaign, decideCheck(campaign, campaign.version, { kind: 'approve' }, B, step(B)));
};

describe('a linked campaign', () => {
  test('is read by nobody but staff of its area before somebody else looked at it', () => {
    const campaign = entered();
    expect([RESIDENT, null, FAR].map((reader) => maySeeLinked(campaign, reader))).toEqual([false, false, false]);
    expect(maySeeLinked(campaign, A)).toBe(true);
    expect(refusalOf(decideCheck(campaign, 1, { kind: 'approve' }, A, step(A)))).toBe('LINKED_OWN');
    expect(refusalOf(decideCheck(campaign, 1, { kind: 'approve' }, FAR, step(FAR)))).toBe('OUT_OF_AREA');
    expect(refusalOf(decideCheck(campaign, 2, { kind: 'approve' }, B, step(B)))).toBe('LINKED_CHANGED');
    const open = shown();
    expect(isLinkedCoherent(open)).toBe(true);
    expect(maySeeLinked(open, null)).toBe(true);
    expect(linkedView(open, true, null)).toMatchObject({ link: facts.link, enteredByName: '', staffLink: null, canEdit: false, canCheck: false, canTell: false });
  });

  test('leads nowhere while the lane is closed, and nowhere once it ended', () => {
    expect(linkedView(shown(), false, RESIDENT).link).toBeNull();
    const open = shown();
    const ended = carriedOut(open, decideEnd(open, '够了', A, step(A)));
    expect(linkedView(ended, true, RESIDENT)).toMatchObject({ link: null, note: '够了', state: 'ended' });
    expect(isLinkedCoherent(ended)).toBe(true);
    expect(refusalOf(decideEnd(ended, '再', A, step(A)))).toBe('LINKED_CHANGED');
    expect(refusalOf(decideUpdate(ended, facts, A, step(A)))).toBe('LINKED_CHANGED');
  });

  test('rewritten, it waits for a second look again; unchecked words are never left in public', () => {
    const open = shown();
    const changed = carriedOut(open, decideUpdate(open, { ...facts, title: '别的' }, B, step(B, 2_000)));
    expect(maySeeLinked(changed, RESIDENT)).toBe(false);
    expect(refusalOf(decideCheck(changed, changed.version, { kind: 'approve' }, B, step(B)))).toBe('LINKED_OWN');
    const putAway = carriedOut(changed, decideEnd(changed, '不要了', B, step(B)));
    expect(putAway.state).toBe('refused');
    expect(maySeeLinked(putAway, RESIDENT)).toBe(false);
    const checked = carriedOut(changed, decideCheck(changed, changed.version, { kind: 'approve' }, A, step(A)));
    expect(isLinkedCoherent(checked)).toBe(true);
  });

  test('is not shown beyond the plan on file, and ends with it by itself', () => {
    const campaign = entered();
    expect(refusalOf(decideCheck(campaign, 1, { kind: 'approve' }, B, step(B, 9_000)))).toBe('LINKED_CHANGED');
    const open = shown();
    const [change] = dueChanges(LINKED_KIND.clocksOf(open, 9_000), 9_000);
    if (change === undefined) throw new Error('no clock');
    expect(applyChange(open, change)).toMatchObject({ state: 'ended' });
    expect(LINKED_KIND.clocksOf(campaign, 9_000)).toEqual([]);
  });

  test('mirrors the platform’s sentence: never from the future, never an older one over a newer', () => {
    const open = shown();
    const said = { raisedText: '已筹 3 万', raisedAtMs: 1_500, source: '项目页' };
    expect(refusalOf(decideMirror(open, said, A, step(A, 1_000)))).toBe('BAD_INPUT');
    const mirrored = carriedOut(open, decideMirror(open, said, A, step(A, 2_000)));
    expect(linkedView(mirrored, true, null)).toMatchObject({ raisedText: '已筹 3 万', raisedAtMs: 1_500, raisedSource: '项目页' });
    expect(refusalOf(decideMirror(mirrored, { ...said, raisedAtMs: 1_400 }, A, step(A, 3_000)))).toBe('BAD_INPUT');
    expect(refusalOf(decideMirror(entered(), said, A, step(A, 2_000)))).toBe('LINKED_CHANGED');
  });

  test('keeps a bounded list of what was made public', () => {
    let campaign = shown();
    for (let times = 0; times < LINKED_RULES.linked.disclosuresMax; times += 1) campaign = { ...carriedOut(campaign, decideDisclose(campaign, '进展', 'https://a.example.org/', A, step(A))), outbox: {}, pendingEvents: 0 };
    expect(refusalOf(decideDisclose(campaign, '进展', 'https://a.example.org/', A, step(A)))).toBe('LINKED_FULL');
    expect(isLinkedCoherent(campaign)).toBe(true);
  });

  test('each text is a task of its own, closed by whatever ends its turn; every step has a line in the log', () => {
    const campaign = entered();
    const changed = carriedOut(campaign, decideUpdate(campaign, facts, A, step(A, 2_000)));
    const checked = carriedOut(changed, decideCheck(changed, changed.version, { kind: 'refuse', note: '证书号不对' }, B, step(B, 3_000)));
    const effects = Object.values(checked.outbox).flatMap((event) => LINKED_KIND.effectsOf(checked, event));
    const opened = effects.flatMap((effect) => (effect.kind === 'openTask' ? [effect.taskId] : []));
    const closed = effects.flatMap((effect) => (effect.kind === 'closeTask' ? [effect.taskId] : []));
    expect(new Set(opened).size).toBe(2);
    expect(closed.sort()).toEqual(opened.sort());
    expect(effects.filter((effect) => effect.kind === 'audit')).toHaveLength(3);
    expect(effects.find((effect) => effect.kind === 'notice')).toMatchObject({ memberId: 'm_a', body: '证书号不对' });
  });
});
