import { MATCH_ROUND_STATE_LABEL, SUPPLY_PARTY_LABEL, WISH_CATEGORY_LABEL, type MatchFiguresView, type MatchPairView, type MatchProposalState, type MatchRoundCardView, type MatchRoundState, type RouteName, type SupplyPartyKind } from '@contract';
import type { TagTone } from '@/components/tag/tag';

/** Reads that an act on a round makes stale. */
export const ROUND_STALE: readonly RouteName[] = ['matchRound.get', 'matchRound.list', 'matchRound.rows'];
/** Reads that an answer makes stale. */
export const PROPOSAL_STALE: readonly RouteName[] = ['matchProposal.mine', 'matchProposal.get', 'matchProposal.forWish', 'notice.inbox', 'home.overview', 'claim.mine'];

const TONES: Readonly<Record<MatchRoundState, TagTone>> = { collecting: 'plain', solving: 'plain', preview: 'accent', sending: 'plain', open: 'ochre', reporting: 'plain', ended: 'green', cancelled: 'plain' };
export const roundTag = (state: MatchRoundState): { readonly tone: TagTone; readonly words: string } => ({ tone: TONES[state], words: MATCH_ROUND_STATE_LABEL[state] });

const PROPOSAL_TONES: Readonly<Record<MatchProposalState, TagTone>> = { open: 'ochre', accepted: 'green', declined: 'plain', unsuited: 'plain', lapsed: 'plain', gone: 'plain' };
export const proposalTone = (state: MatchProposalState): TagTone => PROPOSAL_TONES[state];

/** "物品、维修", or all of them. */
export const kindsWords = (categories: MatchRoundCardView['categories']): string => (categories === null ? '各类心愿' : categories.map((category) => WISH_CATEGORY_LABEL[category]).join('、'));

/** A round of the list in one line: what it came to, as far as it is. */
export const roundSum = ({ wishes, placed, served }: MatchRoundCardView): string => {
  if (wishes === null) return '正在算';
  if (served !== null) return `${String(wishes)} 个在等，${String(served)} 个有人接了`;
  return `${String(wishes)} 个在等，配上 ${String(placed ?? 0)} 个`;
};

/** "+2.0 %": how much more one sum is than another; null where nothing can be compared. */
export const moreThan = (sum: number, other: number): string | null => {
  if (other === 0) return null;
  const percent = Math.round((sum / other - 1) * 1_000) / 10;
  return percent === 0 ? '一样' : `${percent > 0 ? '多' : '少'} ${String(Math.abs(percent))}%`;
};

/** What it costs that those who wait longest, and homes that were seldom helped, gain. */
export const fairnessWords = ({ total, totalWithoutFairness, longest }: MatchFiguresView): string => {
  const price = moreThan(total, totalWithoutFairness);
  const gained = `等得最久的 ${String(longest.wishes)} 个里，配上 ${String(longest.placed)} 个（先来后到是 ${String(longest.arrivalPlaced)} 个）`;
  return price === null ? gained : `${gained}。照顾他们，也照顾少有人帮的人家，总的合适程度${price === '一样' ? '没有变少' : price}。`;
};

/** "吴记粮油（爱心商户）" */
export const partyWords = (partyName: string, partyKind: SupplyPartyKind): string => `${partyName === '' ? '一位邻居' : partyName}（${SUPPLY_PARTY_LABEL[partyKind]}）`;

export const pairWords = ({ partyName, partyKind, supplyTitle, shares }: MatchPairView): string => `${partyWords(partyName, partyKind)}${supplyTitle === '' ? '' : `，${supplyTitle}`}${shares > 1 ? `，${String(shares)} 份` : ''}`;

/** What order of arrival would have given, where it is another; null where it is the same. */
export const arrivalWords = (given: readonly MatchPairView[], arrival: readonly MatchPairView[]): string | null => {
  const key = (pairs: readonly MatchPairView[]): string => pairs.map(({ supplyId, shares }) => `${supplyId}×${String(shares)}`).sort().join();
  if (key(given) === key(arrival)) return null;
  return arrival.length === 0 ? '先来后到：轮不上' : `先来后到：${arrival.map((pair) => partyWords(pair.partyName, pair.partyKind)).join('、')}`;
};

/** What is not in the figures because it was left out; empty where nothing was. */
export const leftOutWords = ({ offersBarred, offersPushed, isAtLeast }: MatchFiguresView): string =>
  [offersPushed > 0 ? `${String(offersPushed)} 份资源这周已经问过两次，这轮不打扰` : '', offersBarred > 0 ? `${String(offersBarred)} 份的主人有过了日子还没送的，或者眼下接不了，先不问` : '', isAtLeast ? '太多了，后来的这轮没算进来' : ''].filter((words) => words !== '').join('；');
