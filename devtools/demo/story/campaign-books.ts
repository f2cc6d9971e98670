import { chinaDay } from '../../../cloudfunctions/core/kernel/clock';
import { transferIdOfPosting, type Posting } from '../../../cloudfunctions/core/ledger/posting';
import { emptySharedAccount, FOLD_MAX, foldIn, lastFold, type Fold, type SharedAccount } from '../../../cloudfunctions/core/ledger/shared-account';
import type { CampaignFigures } from '../../../cloudfunctions/core/mutual/campaign';
import { decideFigures } from '../../../cloudfunctions/core/mutual/run-campaign';
import { bookPlaceOf, movementOf } from '../../../cloudfunctions/core/public-book/movement';
import { dayAfter, dayOfFold, firstDay, foldedInto, sealed, totalsOf, type BookFold, type Movement, type PublicDay } from '../../../cloudfunctions/core/public-book/public-day';
import type { Stage } from './stage';

/** Everything of money that was folded day by day while the demo's people gave, as the timer would have. */
export class CampaignBooks {
  readonly sharedAccounts = new Map<string, SharedAccount>();
  readonly folds = new Map<string, Fold>();
  readonly days = new Map<string, PublicDay>();

  /** Takes the postings of money out of the book: they are folded. */
  fold(stage: Stage): void {
    const { book } = stage.town;
    const createdAtMs = (posting: Posting): number => book.transfers.get(transferIdOfPosting(posting._id))?.createdAtMs ?? 0;
    const money = [...book.postings.values()].filter((posting) => posting.book.startsWith('CNY ')).sort((a, b) => createdAtMs(a) - createdAtMs(b));
    const groups = new Map<string, Posting[]>();
    for (const posting of money) {
      const key = `${posting.book} ${chinaDay(createdAtMs(posting))}`;
      groups.set(key, [...(groups.get(key) ?? []), posting]);
      book.postings.delete(posting._id);
    }
    for (const postings of groups.values()) {
      for (let from = 0; from < postings.length; from += FOLD_MAX) this.foldOnce(postings.slice(from, from + FOLD_MAX), Math.max(...postings.map(createdAtMs)) + 1 + from);
    }
  }

  private foldOnce(postings: readonly Posting[], atMs: number): void {
    const [first] = postings;
    if (first === undefined) return;
    const after = foldIn(this.sharedAccounts.get(first.book) ?? emptySharedAccount(first.book, first.communityId), postings, atMs);
    this.sharedAccounts.set(after._id, after);
    const fold = lastFold(after);
    if (fold !== null) this.folds.set(fold._id, fold);
  }

  /** The public ledger of a campaign, in the order of its folds; then the campaign hears its figures. */
  write(stage: Stage, campaignId: string): void {
    const { campaigns, givers } = stage.town.campaigning;
    const firsts = new Set([...givers.values()].map(({ firstContributionId }) => firstContributionId));
    const own = [...this.folds.values()].flatMap((fold) => {
      const place = bookPlaceOf(fold.book.slice('CNY '.length));
      return place?.campaignId === campaignId ? [{ fold, account: place.account }] : [];
    });
    const bookFolds = own.map(({ fold, account }): BookFold => ({
      account, number: Number(fold._id.split('#').at(-1)), atMs: fold.atMs,
      movements: fold.postingIds.map((_id) => movementOf({ _id }, stage.town.book.transfers, firsts)).filter((movement): movement is Movement => movement !== null),
    }));
    bookFolds.sort((a, b) => a.atMs - b.atMs || a.number - b.number);
    const [begin] = bookFolds;
    if (begin === undefined) return;
    let day = firstDay(campaignId, campaigns.get(campaignId).communityId, begin.atMs);
    for (const fold of bookFolds) {
      const target = dayOfFold(day, fold);
      if (target !== day.day) {
        this.days.set(day._id, sealed(day));
        day = dayAfter(sealed(day), target);
      }
      day = foldedInto(day, fold);
    }
    this.days.set(day._id, day);
    const last = day;
    campaigns.act(campaignId, last.settledAtMs, (campaign) => decideFigures(campaign, { stage: 1, revision: bookFolds.length, settledAtMs: last.settledAtMs, isPending: false, matchLeft: this.matchLeftOf(stage, campaignId), ...totalsOf(last, 1) }));
  }

  private matchLeftOf(stage: Stage, campaignId: string): CampaignFigures['matchLeft'] {
    const budget = [...stage.town.campaigning.matchBudgets.documents.values()].find((each) => each.campaignId === campaignId);
    return budget === undefined ? null : { matchBudgetId: budget._id, fen: budget.leftFen };
  }
}
