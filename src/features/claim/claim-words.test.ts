import { CLAIM_STATES, type ClaimView } from '@contract';
import { canGiveBack, claimDueText } from './claim-words';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const DAY_MS = 86_400_000;
const claim = (part: Partial<ClaimView>): ClaimView => ({
  claimId: 'c1', wishId: 'w1', wishTitle: '一袋米', category: 'goods', pictureKey: 'rice', shares: 1, shareNote: '', state: 'held',
  heldAtMs: NOW_MS, holdUntilMs: NOW_MS + 3 * DAY_MS, plan: null, deliverByMs: null, deliveredAtMs: null, confirmByMs: null, confirmedAtMs: null,
  isOverdue: false, handoverText: '', statusText: '', nextStep: 'plan', ...part,
});

test.each([
  [claim({}), '先留着，周一 9:41 前定好哪天送'],
  [claim({ state: 'planned', plan: { deliverAtMs: NOW_MS + 2 * DAY_MS, handover: 'station', note: '' } }), '后天 9:41，放到社区驿站'],
  [claim({ state: 'planned', isOverdue: true }), '过了说好的日子，送到了说一声，办不了就还回去'],
  [claim({ state: 'delivered', confirmByMs: NOW_MS + 5 * DAY_MS }), '等对方确认，周三 9:41 前没回音，社工来问'],
  [claim({ state: 'confirmed' }), ''],
])('what is due %#', (view, text) => expect(claimDueText(view, NOW_MS)).toBe(text));

test('giving back is open until it was delivered', () =>
  expect(CLAIM_STATES.filter((state) => canGiveBack(claim({ state })))).toEqual(['held', 'planned']));
