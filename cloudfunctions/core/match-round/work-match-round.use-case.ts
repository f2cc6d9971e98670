import { NEVER_MS } from '../aggregate/aggregate';
import { systemClock } from '../kernel/clock';
import { RULES } from '../rules';
import { insertNotice } from '../notice/notice.repository';
import { deriveId } from '../kernel/ids';
import { cancelled, sending, type MatchChange } from './change-match-round';
import { collectNeeds, collectOffers } from './collect.use-case';
import { foldAnswers, lookAtAnswers } from './end-pass.use-case';
import { offersByKind } from './match-candidates';
import { pagePlace, type MatchRow } from './match-pages';
import type { MatchRound } from './match-round';
import { changeMatchRound, dropPages, dropRowsBefore, findMatchRound, savePage } from './match-round.repository';
import { figuresOf, rowsOf } from './round-figures';
import { sendToGivers } from './send-match-round.use-case';
import { solveRound } from './solve-round';
import { Workshop } from './workshop';

/** What a step writes into the round; null where there is nothing to do now. */
type Step = (round: MatchRound, shop: Workshop, nowMs: number) => Promise<MatchChange>;

/** So many offers were read, or there are no more: on with the wishes. */
const readOffers: Step = async (round, shop, nowMs) => {
  const { items, after, offersBarred, offersPushed } = await collectOffers(round, nowMs);
  const { work } = round;
  if (items.length > 0) await savePage({ ...pagePlace(round._id, 'offers', round.pass, 0, work.offerPages), kind: 'offers', offers: items });
  shop.forget();
  const offers = work.offers + items.length;
  const isEnd = after === null || offers >= RULES.matchRound.offersMax;
  const counted = { ...work, offers, offerPages: work.offerPages + (items.length > 0 ? 1 : 0), offersBarred: work.offersBarred + offersBarred, offersPushed: work.offersPushed + offersPushed };
  return { work: { ...counted, ...(isEnd ? { phase: 'wishes', after: null } : { after }) } };
};

const readWishes: Step = async (round, shop, nowMs) => {
  const { items, after } = await collectNeeds(round, offersByKind(await shop.offers(round)), nowMs);
  const { work } = round;
  if (items.length > 0) await savePage({ ...pagePlace(round._id, 'needs', round.pass, 0, work.wishPages), kind: 'needs', needs: items });
  const wishes = work.wishes + items.length;
  const isEnd = after === null || wishes >= RULES.matchRound.wishesMax;
  const counted = { ...work, wishes, wishPages: work.wishPages + (items.length > 0 ? 1 : 0) };
  return isEnd ? { state: 'solving', run: round.run + 1, work: { ...counted, phase: 'solve', after: null } } : { work: { ...counted, after } };
};

/** To the optimum, with its proof; what it comes to is told from the first pass on. */
const solve: Step = async (round, shop) => {
  const problem = await shop.problem(round);
  const solution = solveRound(problem);
  await savePage({ ...pagePlace(round._id, 'proof', round.pass, round.run, 0), kind: 'proof', proof: solution.proof, bonus: problem.bonus, overrides: round.overrides });
  shop.keepRows(round, rowsOf(problem, solution));
  const figures = round.pass === 1 ? { figures: figuresOf(problem, solution, round.work) } : {};
  return { ...figures, isChanged: false, work: { ...round.work, phase: 'rows', rowPages: 0 } };
};

const onPage = (rows: readonly MatchRow[], page: number): readonly MatchRow[] => rows.filter((row) => row.page === page);

const toStaff = async (round: MatchRound, about: 'preview' | 'ended', title: string, body: string, nowMs: number): Promise<void> =>
  insertNotice({
    kind: 'notice', noticeId: deriveId('n', round._id, about, String(round.run)), memberId: round.startedById, title, body, pictureKey: 'calendar',
    target: { page: 'matchRound', wishId: null, claimId: null, subjectId: round._id }, todo: null, atMs: nowMs,
  });

/** Rows are written, then staff are told; in later passes what is left is sent at once. */
const writeRows: Step = async (round, shop, nowMs) => {
  const rows = await shop.rows(round);
  const [from, pages] = [round.work.rowPages, round.work.wishPages];
  const to = Math.min(pages, from + RULES.matchRound.rowPagesAtOnce);
  await Promise.all(Array.from({ length: to - from }, (_unused, index) => savePage({ ...pagePlace(round._id, 'rows', round.pass, round.run, from + index), kind: 'rows', rows: onPage(rows, from + index) })));
  const work = { ...round.work, rowPages: to };
  if (to < pages) return { work };
  await dropRowsBefore(round._id, round.pass, round.run);
  if (round.pass > 1) return sending({ ...round, work }, nowMs);
  await toStaff(round, 'preview', `第 ${String(round.n)} 轮配好了，等您看一遍`, `${String(round.figures?.placed ?? 0)} 个心愿配上了。看过没问题再发给大家，三天内不发就自己收起来。`, nowMs);
  return { state: 'preview', previewSinceMs: nowMs, previewPages: pages, work: { ...work, phase: 'idle' }, wakeAtMs: nowMs + RULES.matchRound.previewMs };
};

/** Nobody looked in time: what was computed holds no longer. */
const lookAtPreview: Step = (round, _shop, nowMs) =>
  Promise.resolve((round.previewSinceMs ?? nowMs) + RULES.matchRound.previewMs <= nowMs ? cancelled(round, '三天没有发出，自己收起来了。', nowMs) : null);

const fold: Step = async (round, _shop, nowMs) => {
  const change = await foldAnswers(round, nowMs);
  if (change?.state === 'ended') await toStaff(round, 'ended', `第 ${String(round.n)} 轮配对办完了`, '小结做好了：多少人接下了、还有谁在等，都在里面。', nowMs);
  return change;
};

/** Long over: what it was computed from goes, its figures and report stay. */
const tidy: Step = async (round, _shop, nowMs) => {
  if (round.wakeAtMs > nowMs) return null;
  await dropPages(round._id);
  return { wakeAtMs: NEVER_MS };
};

const stepOf = ({ state, work: { phase } }: MatchRound): Step => {
  switch (state) {
    case 'collecting':
      return phase === 'offers' ? readOffers : readWishes;
    case 'solving':
      return phase === 'solve' ? solve : writeRows;
    case 'preview':
      return lookAtPreview;
    case 'sending':
      return sendToGivers;
    case 'open':
      return (round, _shop, nowMs) => lookAtAnswers(round, nowMs);
    case 'reporting':
      return fold;
    case 'ended':
    case 'cancelled':
      return tidy;
  }
};

/**
 * One look at a round: step after step, each saved, until it waits for somebody or the look's time is over. Killed
 * anywhere, the step that was under way is done again and writes the same.
 */
export const advanceMatchRound = async (roundId: string, nowMs: number): Promise<void> => {
  const untilMs = systemClock.nowMs() + RULES.matchRound.sliceMs;
  const shop = new Workshop();
  while (systemClock.nowMs() < untilMs) {
    const round = await findMatchRound(roundId);
    if (round === null || round.wakeAtMs > nowMs) return;
    const change = await stepOf(round)(round, shop, nowMs);
    if (change === null) return;
    await changeMatchRound(round, change);
  }
};
