import type { ApiContract, CommunityPointsView, LEDGER_ROUTES, ProofView } from '@contract';
import { communityExpired, communityIssuance, communityRedeemed } from '../ledger/account';
import { bookOf, NOTHING } from '../ledger/balance';
import type { Proof } from '../ledger/proof';
import type { SharedAccount } from '../ledger/shared-account';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { command, store } from '../platform/store';

/** A fortnight of nights. */
const NIGHTS_SHOWN = 14;

const proofView = ({ _id, state, accounts, transfers, books, folds, wrong, findings, startedAtMs, endedAtMs }: Proof): ProofView => ({ day: _id, state, accounts, transfers, books, folds, wrong, findings, startedAtMs, endedAtMs });

/** Pure: what the community's shared accounts say; what was issued is owed by them, so it stands below nought there. */
const communityView = (communityId: string, shared: readonly SharedAccount[]): CommunityPointsView => {
  const of = (address: string): SharedAccount | undefined => shared.find(({ _id }) => _id === bookOf('points', address));
  const issuance = of(communityIssuance(communityId)) ?? { ...NOTHING, foldedAtMs: null };
  return {
    issued: -issuance.posted || 0,
    onTheWay: issuance.pendingOut,
    redeemed: of(communityRedeemed(communityId))?.posted ?? 0,
    expired: of(communityExpired(communityId))?.posted ?? 0,
    foldedAtMs: issuance.foldedAtMs,
  };
};

const proofs = async ({ member }: MemberContext): Promise<ApiContract['ledger.proofs']['output']> => {
  const books = [communityIssuance, communityRedeemed, communityExpired].map((address) => bookOf('points', address(member.communityId)));
  const [nights, shared] = await Promise.all([
    store.query<Proof>('proofs', { where: { _id: command.gt('') }, order: [['_id', 'desc']], limit: NIGHTS_SHOWN }),
    store.query<SharedAccount>('sharedAccounts', { where: { _id: command.in(books) }, limit: books.length }),
  ]);
  return { community: communityView(member.communityId, shared), proofs: nights.map(proofView) };
};

export const ledgerHandlers: Pick<Handlers, keyof typeof LEDGER_ROUTES> = { 'ledger.proofs': proofs };
