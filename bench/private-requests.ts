import type { RouteName } from '@contract';
import type { Community } from '../tests/flows/support/community';
import { MERCHANT, POSTER, STAFF } from '../tests/flows/support/community';
import { deliveredWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** What is told to staff alone: a giver's note that is followed up, and a safety report that is answered. */
export const privateRoutes = async (community: Community, call: Call): Promise<void> => {
  const { wishId, claimId } = await deliveredWish(community, { urgency: 'urgent' });
  const about = { wishId, claimId };
  await call(MERCHANT, 'giverNote.leave', { ...about, answer: 'nobodyHome', words: '敲了三次门' });
  await call(MERCHANT, 'giverNote.door', about);
  const [note] = await community.must(STAFF, 'giverNote.ofWish', { wishId });
  await call(STAFF, 'giverNote.ofWish', { wishId });
  await call(STAFF, 'giverNote.read', { noteId: note?.noteId });
  await call(STAFF, 'giverNote.followUp', { noteId: note?.noteId, words: '打通了，人好好的' });
  await call(POSTER, 'safety.report', { ...about, safetyKind: 'hazard', words: '插座冒火花', phone: '13800001111' });
  const { reports } = await community.must(POSTER, 'safety.door', about);
  await call(POSTER, 'safety.door', about);
  await call(STAFF, 'safety.read', { reportId: reports[0]?.reportId });
  await call(STAFF, 'safety.answer', { reportId: reports[0]?.reportId, words: '断了电，明天电工来' });
};
