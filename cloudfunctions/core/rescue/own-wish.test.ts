import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { RULES } from '../rules';
import { applyChange } from '../wish/wish-change';
import { decideDue } from '../wish/wish-clocks';
import { COMMUNITY, member, openWish, poster, roleOf, START_MS } from '../wish/wish.fixtures';
import type { Wish } from '../wish/wish';
import { decidePayment } from './pay-from-project';

const TOLD_MS = START_MS + RULES.wish.unclaimedDays * DAY_MS;
const payment = { projectName: '微心愿项目', amountFen: 100, deliverAtMs: TOLD_MS + DAY_MS };
const step = { actorId: poster._id, operationId: 'op_pay', inputHash: 'i', nowMs: TOLD_MS + HOUR_MS };

test('nobody pays for the wish of their own household from the project; a colleague may, and so may who posted it for somebody else', () => {
  const unclaimed = decideDue(openWish(), TOLD_MS).reduce<Wish>((wish, change) => applyChange(wish, change), openWish());
  const own = member(poster._id, { householdId: poster.householdId, roles: [roleOf('socialWorker', COMMUNITY)] });
  const colleague = member('m_colleague', { roles: [roleOf('socialWorker', COMMUNITY)] });
  expect(decidePayment(unclaimed, payment, own, step)).toMatchObject({ ok: false, refusal: { code: 'NOT_ALLOWED' } });
  expect(decidePayment(unclaimed, payment, colleague, step).ok).toBe(true);
  const onBehalf = { beneficiaryNameSealed: 'sealed', relation: '邻居', consentKind: 'paper' as const, consentFileId: 'cloud://e.b/uploads/m/1.jpg', helperName: '周敏', consentAtMs: START_MS, mayPublicise: false };
  expect(decidePayment({ ...unclaimed, onBehalf }, payment, own, step).ok).toBe(true);
});
