import type { NOTICE_ROUTES, NoticeView, Page } from '@contract';
import { LIMITS, type ApiContract } from '@contract';
import { lookAtCallees } from '../call-list/callee.repository';
import { hashInput } from '../kernel/ids';
import { fail } from '../kernel/result';
import { partiesOf } from '../member/member';
import { wasDone } from '../member/recent-operations.repository';
import type { MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { recordAnswer } from './grants.repository';
import { noticeView } from './notice';
import { findNotice, inboxPage, markRead } from './notice.repository';

const inbox = async (context: MemberContext, input: ApiContract['notice.inbox']['parsed']): Promise<Page<NoticeView>> => {
  const notices = await inboxPage(partiesOf(context.member), input.cursor, LIMITS.pageSize + 1);
  const items = notices.slice(0, LIMITS.pageSize);
  return { items: items.map(noticeView), nextCursor: notices.length > items.length ? (items.at(-1)?.place ?? null) : null };
};

const read = async (context: MemberContext, input: ApiContract['notice.markRead']['parsed']): Promise<{ readonly noticeId: string }> => {
  if ((await markRead(partiesOf(context.member), input.noticeId, context.nowMs)) > 0) await lookAtCallees([context.callerId], context.nowMs);
  else {
    const notice = await findNotice(input.noticeId);
    if (notice === null || !partiesOf(context.member).includes(notice.memberId)) fail('NOT_FOUND');
  }
  return { noticeId: input.noticeId };
};

/** Notes what the person granted and what not; the same answer sent again counts once. */
const recordGrants = async ({ member, operationId, nowMs }: MemberContext, input: ApiContract['notice.recordGrants']['parsed']): Promise<{ readonly recorded: number }> => {
  const accepted = [...new Set(input.accepted)];
  const rejected = [...new Set(input.rejected)].filter((template) => !accepted.includes(template));
  const inputHash = hashInput(input);
  if (accepted.length + rejected.length > 0 && !wasDone(member, operationId, inputHash)) await recordAnswer(member, { accepted, rejected }, { operationId, inputHash, atMs: nowMs });
  return { recorded: accepted.length };
};

export const noticeHandlers: Pick<Handlers, Exclude<keyof typeof NOTICE_ROUTES, 'home.overview'>> = {
  'notice.inbox': inbox,
  'notice.markRead': read,
  'notice.recordGrants': recordGrants,
};
