import { carriedOut } from '../aggregate/aggregate.fixtures';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import { dueChanges } from '../aggregate/aggregate-kind';
import type { Step } from '../aggregate/step';
import type { Result } from '../kernel/result';
import { RULES } from '../rules';
import { COMMUNITY, member, merchant, neighbour, openWish, poster, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import type { Claim } from '../wish/wish';
import { decidePartyGone, decideSaidAgain } from './end-thanks';
import { decideHearing, decideMayHear, decideVoiceCheck } from './hear-thanks';
import { decideConsent, decideShowing } from './show-thanks';
import { isSaidTo, newThanks, type Saying, type Thanks } from './thanks';
import { thanksEffectsOf } from './thanks-effects';
import type { ThanksEvent } from './thanks-event';
import { THANKS_KIND } from './thanks-kind';
import { hearThanksView, thanksView, voiceFilesOf } from './thanks-view';
import { wallStateOf } from './wall-of-thanks';

const FILE = 'cloud://a.b/uploads/m_poster/thanksVoice/1.mp3';
const WORDS = '灯亮了，谢谢您';
const claim = { claimId: 'c_1', giverKind: 'member', claimerId: merchant._id, contactId: merchant._id, claimerName: '吴记粮油' } as unknown as Claim;
const WRITTEN: Saying = { words: WORDS, voiceFileId: null, voiceSeconds: null };
const SPOKEN: Saying = { words: '', voiceFileId: FILE, voiceSeconds: 9 };
const BOTH: Saying = { ...SPOKEN, words: WORDS };

let steps = 0;
const step = (actorId: string, nowMs = START_MS): Step => ({ actorId, operationId: `op-${(steps += 1)}`, inputHash: 'h', nowMs });
const said = (saying: Saying): Thanks => newThanks(openWish(), claim, saying, step(poster._id));

const after = (standing: Thanks, decided: Result<OutcomeOf<ThanksEvent>>): Thanks => carriedOut<ThanksEvent, Thanks>(standing, decided);
const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.refusal.code);

const checked = (saying: Saying, verdict: 'shown' | 'human' | 'refused'): Thanks => {
  const thanks = said(saying);
  return after(thanks, decideVoiceCheck(thanks, FILE, verdict, START_MS + 5));
};
const shows = (thanks: Thanks, yes = true): Thanks => after(thanks, decideShowing(thanks, yes, merchant, step(merchant._id)));
const agrees = (thanks: Thanks, withVoice: boolean, consents = true): Thanks => after(thanks, decideConsent(thanks, { consents, withVoice }, poster, step(poster._id)));
const hears = (thanks: Thanks, purpose: 'check' | 'wall', isClear: boolean): Thanks => after(thanks, decideHearing(thanks, purpose, isClear ? { kind: 'clear' } : { kind: 'refuse', reason: '说到了名字' }, staff, step(staff._id)));
const strike = (thanks: Thanks, nowMs: number): Thanks => dueChanges(THANKS_KIND.clocksOf(thanks, nowMs), nowMs).slice(0, 1).reduce((standing, change) => applyChange<ThanksEvent, Thanks>(standing, change), thanks);
const lastEffects = (thanks: Thanks): readonly string[] => {
  const event = Object.values(thanks.outbox).at(-1);
  return event === undefined ? [] : thanksEffectsOf(thanks, event).map((effect) => (effect.kind === 'notice' ? `notice:${effect.memberId}` : effect.kind));
};

describe('a spoken word of thanks', () => {
  it('reaches the giver only once they may hear it; whoever said it hears it always', () => {
    const fresh = said(SPOKEN);
    expect([isSaidTo(fresh, merchant), fresh.partyIds.includes(merchant._id), voiceFilesOf(fresh, merchant), voiceFilesOf(fresh, poster)]).toEqual([false, false, [], [FILE]]);
    expect(lastEffects(fresh)).toEqual(['checkMedia']);
    expect(codeOf(decideShowing(fresh, true, merchant, step(merchant._id)))).toBe('NOT_FOUND');
    const shown = checked(SPOKEN, 'shown');
    expect([isSaidTo(shown, merchant), shown.partyIds.includes(merchant._id), voiceFilesOf(shown, merchant)]).toEqual([true, true, [FILE]]);
    expect(lastEffects(shown)).toEqual([`notice:${merchant._id}`]);
  });

  it('with words beside it, the words are there at once and the voice later', () => {
    const fresh = said(BOTH);
    expect(thanksView(fresh, merchant, new Map())).toMatchObject({ words: WORDS, voice: null });
    expect(thanksView(checked(BOTH, 'shown'), merchant, new Map([[FILE, 'https://x']]))).toMatchObject({ voice: { url: 'https://x', seconds: 9 } });
    expect(codeOf(decideShowing(fresh, true, merchant, step(merchant._id)))).toBe('NOT_ALLOWED');
  });

  it('not passed on, whoever spoke says it in words, once, and the recording goes', () => {
    const refused = checked(SPOKEN, 'refused');
    expect(lastEffects(refused)).toEqual([`notice:${poster._id}`]);
    expect(thanksView(refused, poster, new Map())).toMatchObject({ canSayAgain: true, voice: { state: 'refused' } });
    expect(codeOf(decideSaidAgain(refused, SPOKEN, step(poster._id)))).toBe('BAD_INPUT');
    const again = step(poster._id);
    const written = after(refused, decideSaidAgain(refused, WRITTEN, again));
    expect(written).toMatchObject({ words: WORDS, voice: null, partyIds: [poster._id, merchant._id] });
    expect(lastEffects(written)).toEqual([`notice:${merchant._id}`, 'eraseFile']);
    expect(decideSaidAgain(written, WRITTEN, again)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideSaidAgain(written, WRITTEN, step(poster._id)))).toBe('OPERATION_REUSED');
    expect(codeOf(decideSaidAgain(checked(BOTH, 'refused'), WRITTEN, step(poster._id)))).toBe('OPERATION_REUSED');
  });

  it('a late verdict lifts it out of human hands and never overrules a person; one of another file is nothing', () => {
    const human = checked(SPOKEN, 'human');
    expect(after(human, decideVoiceCheck(human, FILE, 'shown', START_MS + 9)).voice).toMatchObject({ state: 'shown', hearing: null });
    const cleared = hears(human, 'check', true);
    expect(decideVoiceCheck(cleared, FILE, 'refused', START_MS + 9)).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(codeOf(decideVoiceCheck(human, 'cloud://other', 'shown', START_MS))).toBe('NOT_FOUND');
  });

  it('unanswered, a person listens; unheard, it stands in front; refused long ago, it is kept no longer', () => {
    const human = strike(said(SPOKEN), START_MS + RULES.media.answerMs);
    expect(human.voice).toMatchObject({ state: 'human', hearing: { purpose: 'check', isLate: false } });
    const late = strike(human, human.voice?.hearing?.dueAtMs ?? 0);
    expect(late.voice?.hearing).toMatchObject({ isLate: true });
    expect(lastEffects(late)).toEqual(['closeTask', 'openTask']);
    expect(isSaidTo(late, merchant)).toBe(false);
    const refused = hears(late, 'check', false);
    const forgotten = strike(refused, START_MS + RULES.thanks.refusedVoiceKeptMs + 10 * RULES.media.answerMs);
    expect([forgotten.voice?.fileId, lastEffects(forgotten), THANKS_KIND.clocksOf(forgotten, START_MS)]).toEqual(['', ['eraseFile'], []]);
  });
});

describe('a voice on the wall', () => {
  it('needs both sides and somebody of staff who listened for that', () => {
    const agreed = agrees(shows(checked(SPOKEN, 'shown')), true);
    expect(agreed).toMatchObject({ isOnWall: false, wallVoice: null, voice: { hearing: { purpose: 'wall' } } });
    expect(lastEffects(agreed)).toContain('openTask');
    expect(hears(agreed, 'wall', true)).toMatchObject({ isOnWall: true, wallVoice: { fileId: FILE, seconds: 9 } });
    const kept = hears(agreed, 'wall', false);
    expect(kept).toMatchObject({ isOnWall: false, wallVoice: null });
    expect(lastEffects(kept)).toEqual(['closeTask', `notice:${poster._id}`, `notice:${merchant._id}`]);
    expect(thanksView(kept, merchant, new Map()).stage).toBe('kept');
    expect(codeOf(decideShowing({ ...kept, giverShows: false }, true, merchant, step(merchant._id)))).toBe('NOT_ALLOWED');
  });

  it('with words, staff may say only words; whoever said it may choose that themselves', () => {
    const asked = shows(checked(BOTH, 'shown'));
    expect(hears(agrees(asked, true), 'wall', false)).toMatchObject({ isOnWall: true, wallVoice: null });
    expect(agrees(asked, false)).toMatchObject({ isOnWall: true, wallVoice: null, voice: { hearing: null } });
    expect(codeOf(decideConsent(shows(checked(SPOKEN, 'shown')), { consents: true, withVoice: false }, poster, step(poster._id)))).toBe('BAD_INPUT');
    expect(codeOf(decideConsent(shows(said(WRITTEN)), { consents: true, withVoice: true }, poster, step(poster._id)))).toBe('NOT_ALLOWED');
  });

  it('taken back while staff listen, what they find comes too late', () => {
    const agreed = agrees(shows(checked(SPOKEN, 'shown')), true);
    const taken = shows(agreed, false);
    expect(lastEffects(taken)).toContain('closeTask');
    expect(codeOf(decideHearing(taken, 'wall', { kind: 'clear' }, staff, step(staff._id)))).toBe('CASE_STATE_CHANGED');
    const stale = decideHearing(agreed, 'wall', { kind: 'clear' }, staff, step(staff._id));
    expect(stale.ok && stale.value.kind === 'change' && mayChange(taken, stale.value.change)).toBe(false);
  });

  it('is heard by staff of the area who are neither side, for the purpose they were shown', () => {
    const agreed = agrees(shows(checked(SPOKEN, 'shown')), true);
    expect(codeOf(decideMayHear(agreed, neighbour))).toBe('OUT_OF_AREA');
    expect(codeOf(decideMayHear(agreed, member('m_poster', { roles: [roleOf('staff', COMMUNITY)] })))).toBe('NOT_ALLOWED');
    expect(codeOf(decideHearing(agreed, 'check', { kind: 'clear' }, staff, step(staff._id)))).toBe('CASE_STATE_CHANGED');
    expect(JSON.stringify(hearThanksView(agreed, new Map()))).not.toContain('赵');
  });
});

test('who leaves takes their voice along, and a question or a hearing ends with them', () => {
  const agreed = agrees(shows(checked(BOTH, 'shown')), true);
  const sayerGone = after(agreed, decidePartyGone(agreed, poster._id, START_MS));
  expect(sayerGone).toMatchObject({ voice: null, isOnWall: false, giverShows: false, consents: false, isDeclined: true, askedAtMs: null, words: WORDS });
  expect(lastEffects(sayerGone)).toEqual(['closeTask', 'eraseFile']);
  expect(decidePartyGone(sayerGone, poster._id, START_MS)).toMatchObject({ ok: true, value: { kind: 'replay' } });
  const giverGone = after(agreed, decidePartyGone(agreed, merchant._id, START_MS));
  expect(giverGone).toMatchObject({ voice: { fileId: FILE, hearing: null }, isOnWall: false });
  expect(after(said(SPOKEN), decidePartyGone(said(SPOKEN), poster._id, START_MS)).partyIds).toEqual([poster._id]);
});

/** A small generator of its own: the same seed, the same walk. */
const walkFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

test('whatever people, staff, checks and clocks do, nothing is on the wall against anybody', () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const next = walkFrom(seed * 7_919);
    let nowMs = START_MS;
    let thanks = said([WRITTEN, SPOKEN, BOTH][seed % 3] ?? BOTH);
    for (let turn = 0; turn < 40; turn += 1) {
      nowMs += Math.floor(next() * 30 * 3_600_000);
      thanks = strike(thanks, nowMs);
      const by = (actorId: string): Step => step(actorId, nowMs);
      const acts: readonly (() => Result<OutcomeOf<ThanksEvent>>)[] = [
        () => decideShowing(thanks, next() < 0.7, merchant, by(merchant._id)),
        () => decideConsent(thanks, { consents: next() < 0.7, withVoice: next() < 0.6 }, poster, by(poster._id)),
        () => decideVoiceCheck(thanks, FILE, (['shown', 'human', 'refused'] as const)[Math.floor(next() * 3)] ?? 'shown', nowMs),
        () => decideHearing(thanks, next() < 0.5 ? 'wall' : 'check', next() < 0.6 ? { kind: 'clear' } : { kind: 'refuse', reason: '名字' }, staff, by(staff._id)),
        () => decideSaidAgain(thanks, WRITTEN, by(poster._id)),
      ];
      const decided = acts[Math.floor(next() * acts.length)]?.();
      if (decided?.ok === true) thanks = after(thanks, decided);
      thanks = { ...thanks, outbox: {}, pendingEvents: 0 };
      const state = wallStateOf(thanks);
      const { voice } = thanks;
      expect(thanks.isOnWall).toBe(state === 'words' || state === 'voice');
      expect(thanks.wallVoice !== null).toBe(state === 'voice');
      if (thanks.isOnWall) expect([thanks.giverShows, thanks.consents, thanks.isDeclined]).toEqual([true, true, false]);
      if (thanks.wallVoice !== null) expect([voice?.state, voice?.mayBeOnWall, thanks.consentsToVoice]).toEqual(['shown', true, true]);
      expect(voice?.hearing?.purpose === 'wall').toBe(state === 'waiting');
      expect(voice?.state === 'human').toBe(voice?.hearing?.purpose === 'check');
      expect(thanks.partyIds.includes(merchant._id)).toBe(thanks.words !== '' || voice?.state === 'shown');
      const isWaiting = thanks.askedAtMs !== null || voice?.state === 'checking' || voice?.hearing?.isLate === false;
      expect(THANKS_KIND.clocksOf(thanks, nowMs).length > 0).toBe(isWaiting || (voice?.state === 'refused' && voice.fileId !== ''));
    }
  }
});
