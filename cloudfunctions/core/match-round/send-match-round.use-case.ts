import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { sideBySide } from '../kernel/side-by-side';
import { countProposals, insertProposal } from '../match-proposal/match-proposal.repository';
import { giverNoticeId, newMatchProposal } from '../match-proposal/match-proposal';
import { takePush } from '../match/push-week.repository';
import { whoAnswers } from '../match/who-answers.use-case';
import { insertNotice } from '../notice/notice.repository';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import type { MatchChange } from './change-match-round';
import type { MatchOffer, MatchPair, MatchRow } from './match-pages';
import type { MatchRound } from './match-round';
import type { Workshop } from './workshop';

interface ToSend {
  readonly row: MatchRow;
  readonly pair: MatchPair;
  readonly offer: MatchOffer;
}

type WishNow = Pick<Wish, '_id' | 'wallState' | 'sharesLeft' | 'activeClaimerIds' | 'title' | 'pictureKey' | 'posterId' | 'postedByStaff'>;
const WISH_FIELDS = ['wallState', 'sharesLeft', 'activeClaimerIds', 'title', 'pictureKey', 'posterId', 'postedByStaff'] as const;

/** Ids one query asks for. */
const IDS_READ = 100;

/** What each giver is to be asked, by who answers for the offer, always in the same order. */
const byKeeper = (rows: readonly MatchRow[], offers: readonly MatchOffer[]): readonly (readonly [keeperId: string, pairs: readonly ToSend[]])[] => {
  const offerOf = new Map(offers.map((offer) => [offer.supplyId, offer]));
  const grouped = new Map<string, ToSend[]>();
  for (const row of rows) {
    for (const pair of row.given) {
      const offer = offerOf.get(pair.supplyId);
      if (offer !== undefined) grouped.set(offer.keeperId, [...(grouped.get(offer.keeperId) ?? []), { row, pair, offer }]);
    }
  }
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
};

const readByIds = async <T extends { readonly _id: string }>(collection: 'wishes' | 'supplies', ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, T>> => {
  const parts = Array.from({ length: Math.ceil(ids.length / IDS_READ) }, (_unused, part) => ids.slice(part * IDS_READ, (part + 1) * IDS_READ));
  const read = await Promise.all(parts.map((part) => store.query<T>(collection, { where: { _id: oneOf(part) }, limit: part.length, fields })));
  return new Map(read.flat().map((document) => [document._id, document]));
};

/** Neither the wish nor the offer has gone since it was computed. */
const isStill = ({ pair, offer }: ToSend, wish: WishNow | undefined, openSupplies: ReadonlyMap<string, { readonly state: string }>): boolean =>
  wish !== undefined && wish.wallState === 'claimable' && !wish.activeClaimerIds.includes(offer.partyId) && openSupplies.get(pair.supplyId)?.state === 'open';

const tellGiver = (round: MatchRound, keeperId: string, answerByMs: number, sent: readonly { readonly to: ToSend; readonly wish: WishNow }[], nowMs: number): Promise<void> => {
  const [first] = sent;
  const body = first === undefined ? '' : `“${first.wish.title}”${first.to.pair.why === '' ? '' : `：${first.to.pair.why}`}。`;
  return insertNotice({
    kind: 'notice', noticeId: giverNoticeId(round._id, round.pass, keeperId), memberId: keeperId,
    title: sent.length === 1 ? '有个心愿适合您' : `有 ${String(sent.length)} 个心愿适合您`, body: `${body}能来就点“我来”，不行也说一声，到 ${chinaDateText(answerByMs)}。`,
    pictureKey: first?.wish.pictureKey ?? 'calendar', target: { page: 'matchProposals', wishId: null, claimId: null, subjectId: round._id },
    todo: { actionText: '看一看', dueAtMs: answerByMs }, atMs: nowMs,
  });
};

/** Whoever waits is told once a pass; what staff posted for somebody they see on the round's own page. */
const tellRecipient = async (round: MatchRound, wish: WishNow, nowMs: number): Promise<void> => {
  if (wish.postedByStaff) return;
  await insertNotice({
    kind: 'notice', noticeId: deriveId('n', 'matchComing', round._id, String(round.pass), wish._id), memberId: wish.posterId,
    title: '可能有邻居来帮忙', body: `“${wish.title}”，我们替您问了合适的邻居，对方答应了就告诉您。觉得不合适，可以先说一声。`,
    pictureKey: wish.pictureKey, target: { page: 'matchComing', wishId: wish._id, claimId: null }, todo: null, atMs: nowMs,
  });
};

/** Who is asked, and the person who reads it: a unit's contact, a shop's owner. */
interface Giver {
  readonly keeperId: string;
  readonly readerId: string;
}

/** One giver: their place of the week, their proposals, those who wait, then they hear of it; in this order, so that nobody hears of what does not stand. */
const sendTo = async (round: MatchRound, { keeperId, readerId }: Giver, pairs: readonly ToSend[], wishes: ReadonlyMap<string, WishNow>, nowMs: number): Promise<void> => {
  const answerByMs = round.answerByMs ?? nowMs;
  const sent = pairs.flatMap((to) => {
    const wish = wishes.get(to.row.wishId);
    return wish === undefined ? [] : [{ to, wish }];
  });
  if (sent.length === 0 || !(await takePush(readerId, deriveId('mr', round._id, String(round.pass)), nowMs))) return;
  for (const { to, wish } of sent) {
    await insertProposal(newMatchProposal(round, answerByMs, to, Math.min(to.pair.shares, wish.sharesLeft), nowMs));
    await tellRecipient(round, wish, nowMs);
  }
  await tellGiver(round, keeperId, answerByMs, sent, nowMs);
};

/** Some givers more; when all were told, answers are awaited. What was sent is counted where it stands. */
export const sendToGivers = async (round: MatchRound, shop: Workshop, nowMs: number): Promise<MatchChange> => {
  const keepers = byKeeper(await shop.savedRows(round), await shop.offers(round));
  const batch = keepers.slice(round.work.giversTold, round.work.giversTold + RULES.matchRound.givers);
  const pairs = batch.flatMap(([, toSend]) => toSend);
  const wishes = await readByIds<WishNow>('wishes', [...new Set(pairs.map(({ row }) => row.wishId))], WISH_FIELDS);
  const supplies = await readByIds<{ readonly _id: string; readonly state: string }>('supplies', [...new Set(pairs.map(({ pair }) => pair.supplyId))], ['state']);
  const answerers = await whoAnswers(batch.map(([keeperId]) => keeperId), nowMs);
  await sideBySide(batch, RULES.matchRound.giversAtOnce, async ([keeperId, toSend]) => {
    // A unit or a shop that nobody answers for any more is not asked.
    const readerId = answerers.get(keeperId)?.readerId;
    if (readerId !== undefined) await sendTo(round, { keeperId, readerId }, toSend.filter((to) => isStill(to, wishes.get(to.row.wishId), supplies)), wishes, nowMs);
  });
  const giversTold = round.work.giversTold + batch.length;
  const work = { ...round.work, giversTold, givers: keepers.length };
  if (giversTold < keepers.length) return { work };
  const sent = await countProposals(round._id, round.pass);
  return { state: 'open', sent: round.sent + sent, work: { ...work, phase: 'idle', sent }, wakeAtMs: sent === 0 ? nowMs : Math.min(round.answerByMs ?? nowMs, nowMs + RULES.matchRound.lookMs) };
};
