import * as v from 'valibot';
import { cursorSchema, emptySchema, idSchema, type Page } from './common';
import type { ConsultCardView } from './consult.contract';
import { MESSAGE_TEMPLATES, type MessageTemplate, type PictureKey } from './vocabulary';
import type { WishCardView } from './wish.contract';
import { BUDGET, route } from './route';

/** Where a notice leads: a page of the mini-program and what it is about. */
export interface NoticeTarget {
  readonly page: 'wishDetail' | 'wishAnswer' | 'wishConfirm' | 'wishRate' | 'claimPlan' | 'claimDeliver' | 'claimMine' | 'dispute' | 'handoverCode' | 'points' | 'unit' | 'staffReview' | 'staffReferral' | 'publicity' | 'round' | 'helpBack' | 'gifts' | 'giftsToHand' | 'thanks' | 'safety' | 'giverNote' | 'staffSafety' | 'myRatings' | 'ratingSums' | 'rectification' | 'recheck' | 'shift' | 'mySchedule' | 'roster' | 'activity' | 'staffActivity' | 'staffAbsence' | 'serviceRecord' | 'certificate' | 'team' | 'staffTeam' | 'linked' | 'campaign' | 'directed' | 'contribution' | 'matchBudget' | 'matchRound' | 'matchProposals' | 'matchComing' | 'myPledges' | 'campaignPledges' | 'spending' | 'grant' | 'fund' | 'needPlan' | 'needProject' | 'consult' | 'supply' | 'shop' | 'notices' | 'me';
  readonly wishId: string | null;
  readonly claimId: string | null;
  /** Of pages about something else than a wish: its id. */
  readonly subjectId?: string | null;
}

export interface NoticeView {
  readonly noticeId: string;
  readonly title: string;
  readonly body: string;
  readonly pictureKey: PictureKey;
  readonly target: NoticeTarget;
  readonly createdAtMs: number;
  readonly isRead: boolean;
  /** Set while it waits for the person: the word on the button and until when. */
  readonly todo: { readonly actionText: string; readonly dueAtMs: number } | null;
}

/** What home needs in one call. */
export interface HomeView {
  readonly todos: readonly NoticeView[];
  readonly near: readonly WishCardView[];
  /** What neighbours are asked about just now, if anything: the one that closes first. */
  readonly consult: ConsultCardView | null;
}

const templateSchema = v.picklist(Object.keys(MESSAGE_TEMPLATES) as [MessageTemplate, ...MessageTemplate[]]);

export const NOTICE_ROUTES = {
  'home.overview': route<HomeView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.command }),
  'notice.inbox': route<Page<NoticeView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'notice.markRead': route<{ readonly noticeId: string }>()({ input: v.strictObject({ noticeId: idSchema }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Notes what a person answered when asked for subscription messages: one grant, one message. */
  'notice.recordGrants': route<{ readonly recorded: number }>()({ input: v.strictObject({ accepted: v.pipe(v.array(templateSchema), v.maxLength(3)), rejected: v.pipe(v.array(templateSchema), v.maxLength(3)) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
