import type { InferInput, InferOutput } from 'valibot';
import { ACTIVITY_ROUTES } from './activity.contract';
import { AREA_ROUTES } from './area.contract';
import { BENEFIT_ROUTES } from './benefit.contract';
import { CALL_LIST_ROUTES } from './call-list.contract';
import { CALENDAR_ROUTES } from './calendar.contract';
import { BATCH_ROUTES } from './batch.contract';
import { CERTIFICATE_ROUTES } from './certificate.contract';
import { CLAIM_ROUTES } from './claim.contract';
import { CONTRIBUTION_ROUTES } from './contribution.contract';
import { DIFFICULTY_ROUTES } from './difficulty.contract';
import { DIRECTED_ROUTES } from './directed.contract';
import { DISPUTE_ROUTES } from './dispute.contract';
import { CONTACT_ROUTES } from './contact.contract';
import { FAVOUR_ROUTES } from './favour.contract';
import { FUND_ROUTES } from './fund.contract';
import { GIFT_ROUTES } from './gift.contract';
import { GIVER_NOTE_ROUTES } from './giver-note.contract';
import { HANDOVER_ROUTES } from './handover.contract';
import { HELP_BACK_ROUTES } from './help-back.contract';
import { LEDGER_ROUTES } from './ledger.contract';
import { LANE_ROUTES } from './lane.contract';
import { LAST_LEG_ROUTES } from './last-leg.contract';
import { LINKED_ROUTES } from './linked.contract';
import { MATCH_ROUTES } from './match.contract';
import { MEDIA_ROUTES } from './media.contract';
import { MEMBER_ROUTES } from './member.contract';
import { MUTUAL_ROUTES, PUBLIC_BOOK_ROUTES } from './mutual.contract';
import { NEED_PLAN_ROUTES } from './need-plan.contract';
import { CONSULT_ROUTES } from './consult.contract';
import { NEED_PROJECT_ROUTES } from './need-project.contract';
import { NOTICE_ROUTES } from './notice.contract';
import { PERSON_ROUTES } from './person.contract';
import { POINT_RULE_ROUTES } from './point-rules.contract';
import { POINTS_ROUTES } from './points.contract';
import { PUBLICITY_ROUTES } from './publicity.contract';
import { PLEDGE_ROUTES } from './pledge.contract';
import { RATING_SUM_ROUTES } from './rating-sum.contract';
import { RATING_ROUTES } from './rating.contract';
import { RECONCILIATION_ROUTES } from './reconciliation.contract';
import { RECTIFICATION_ROUTES } from './rectification.contract';
import { RESCUE_ROUTES } from './rescue.contract';
import { REVIEW_ROUTES } from './review.contract';
import { SAFETY_ROUTES } from './safety.contract';
import { SERVICE_ROUTES } from './service.contract';
import { SHARE_ROUTES } from './share.contract';
import { SHIFT_ROUTES } from './shift.contract';
import { SHOP_ROUTES } from './shop.contract';
import { SPENDING_ROUTES } from './spending.contract';
import { MATCH_ROUND_ROUTES } from './match-round.contract';
import { GROUP_ROUTES } from './group.contract';
import { SUPPLY_ROUTES } from './supply.contract';
import { TEAM_ROUTES } from './team.contract';
import { THANKS_ROUTES } from './thanks.contract';
import { UNIT_ROUTES } from './unit.contract';
import { ROUND_ROUTES } from './round.contract';
import { WISH_MAP_ROUTES } from './wish-map.contract';
import { WISH_ROUTES } from './wish.contract';

/** Every call a person can make. A route without a handler does not compile; a handler without a route neither. */
export const ROUTES = {
  ...AREA_ROUTES,
  ...MEMBER_ROUTES,
  ...WISH_ROUTES,
  ...BENEFIT_ROUTES,
  ...CLAIM_ROUTES,
  ...BATCH_ROUTES,
  ...UNIT_ROUTES,
  ...RESCUE_ROUTES,
  ...REVIEW_ROUTES,
  ...RATING_ROUTES,
  ...RATING_SUM_ROUTES,
  ...RECTIFICATION_ROUTES,
  ...HELP_BACK_ROUTES,
  ...PERSON_ROUTES,
  ...POINTS_ROUTES,
  ...LEDGER_ROUTES,
  ...POINT_RULE_ROUTES,
  ...FAVOUR_ROUTES,
  ...GIFT_ROUTES,
  ...CONTRIBUTION_ROUTES,
  ...RECONCILIATION_ROUTES,
  ...NOTICE_ROUTES,
  ...CALL_LIST_ROUTES,
  ...MEDIA_ROUTES,
  ...CALENDAR_ROUTES,
  ...PUBLICITY_ROUTES,
  ...DIFFICULTY_ROUTES,
  ...ROUND_ROUTES,
  ...WISH_MAP_ROUTES,
  ...DISPUTE_ROUTES,
  ...HANDOVER_ROUTES,
  ...LAST_LEG_ROUTES,
  ...SAFETY_ROUTES,
  ...GIVER_NOTE_ROUTES,
  ...THANKS_ROUTES,
  ...CONTACT_ROUTES,
  ...ACTIVITY_ROUTES,
  ...SHIFT_ROUTES,
  ...SERVICE_ROUTES,
  ...CERTIFICATE_ROUTES,
  ...TEAM_ROUTES,
  ...MUTUAL_ROUTES,
  ...PUBLIC_BOOK_ROUTES,
  ...PLEDGE_ROUTES,
  ...MATCH_ROUTES,
  ...LANE_ROUTES,
  ...LINKED_ROUTES,
  ...DIRECTED_ROUTES,
  ...SPENDING_ROUTES,
  ...FUND_ROUTES,
  ...GROUP_ROUTES,
  ...SHOP_ROUTES,
  ...SHARE_ROUTES,
  ...SUPPLY_ROUTES,
  ...MATCH_ROUND_ROUTES,
  ...NEED_PLAN_ROUTES,
  ...NEED_PROJECT_ROUTES,
  ...CONSULT_ROUTES,
} as const;

export type RouteName = keyof typeof ROUTES;

/** `input` is what a client may write, `parsed` what a handler receives, `output` what comes back. */
export type ApiContract = {
  readonly [R in RouteName]: {
    readonly input: InferInput<(typeof ROUTES)[R]['input']>;
    readonly parsed: InferOutput<(typeof ROUTES)[R]['input']>;
    readonly output: NonNullable<(typeof ROUTES)[R]['output']>;
  };
};

/** What crosses the wire to the function `api`. */
export interface ApiCall<R extends RouteName = RouteName> {
  readonly route: R;
  readonly input: ApiContract[R]['input'];
  /** Required for routes that change something. */
  readonly operationId?: string;
}

export const isRouteName = (name: string): name is RouteName => Object.hasOwn(ROUTES, name);
