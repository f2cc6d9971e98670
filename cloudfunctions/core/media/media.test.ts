import { RULES } from '../rules';
import { decideMediaStep, mayBecome, mediaOf, retryAtMs, verdictOf, type Media } from './media';

const AT_MS = 1_800_000_000_000;
const effect = { kind: 'checkMedia', fileId: 'cloud://a.b/uploads/m_1/wishPhoto/1.jpg', ownerId: 'm_1', subject: { kind: 'wish', id: 'w_1', partId: 'p_1' }, isAudio: false, atMs: AT_MS } as const;
const media = mediaOf(effect);

describe('check of a file', () => {
  it('shows what passed, refuses what is risky, leaves the rest to a person', () => {
    expect([verdictOf('pass', 0), verdictOf('risky', 0), verdictOf('review', 0), verdictOf('new', 0), verdictOf('pass', -1008)]).toEqual(['shown', 'refused', 'human', 'human', 'human']);
  });

  it('has one document a file and what it belongs to, whatever repeats', () => {
    expect(mediaOf({ ...effect, atMs: AT_MS + 1 })._id).toBe(media._id);
    expect(mediaOf({ ...effect, subject: { kind: 'wish', id: 'w_2', partId: 'p_1' } })._id).not.toBe(media._id);
  });

  it('asks again while no question got through, then gives it to a person', () => {
    const deadlineMs = AT_MS + RULES.media.answerMs;
    expect(decideMediaStep(media, media.wakeAtMs)).toEqual({ kind: 'ask' });
    expect(decideMediaStep({ ...media, traceId: 't' }, media.wakeAtMs)).toEqual({ kind: 'wait', wakeAtMs: deadlineMs });
    for (const traceId of [null, 't']) expect(decideMediaStep({ ...media, traceId }, deadlineMs)).toEqual({ kind: 'giveUp' });
  });

  it('never sleeps past the last moment', () => {
    expect(retryAtMs(media, AT_MS + RULES.media.answerMs - 1)).toBe(AT_MS + RULES.media.answerMs);
  });

  it('takes a late clear answer out of human hands, and changes nothing that is decided', () => {
    expect(mayBecome('checking', 'human')).toBe(true);
    expect(mayBecome('human', 'shown')).toBe(true);
    expect(mayBecome('human', 'human')).toBe(false);
    for (const verdict of ['shown', 'human', 'refused'] as const) expect([mayBecome('shown', verdict), mayBecome('refused', verdict)]).toEqual([false, false]);
  });

  it('goes on telling its subject what was decided', () => {
    const decided: Media = { ...media, state: 'refused' };
    expect(decideMediaStep(decided, AT_MS)).toEqual({ kind: 'tell', verdict: 'refused' });
  });
});
