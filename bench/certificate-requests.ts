import type { RouteName } from '@contract';
import { organiserOf, serve } from '../tests/flows/support/certificate-steps';
import { NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** From hours to a certificate that is checked and revoked. */
export const certificateRoutes = async (community: Community, call: Call): Promise<void> => {
  for (const title of ['送餐', '打扫楼道', '陪着说话']) await serve(community, { [NEIGHBOUR]: 90, [POSTER]: 60 }, title);
  await call(NEIGHBOUR, 'certificate.choices', {});
  const { organiserId, fromDay, toDay } = await organiserOf(community, NEIGHBOUR);
  const span = { organiserId, fromDay, toDay };
  await call(NEIGHBOUR, 'certificate.preview', span);
  await call(NEIGHBOUR, 'certificate.request', { ...span, isNameShown: false });
  const issued = (await community.must(NEIGHBOUR, 'certificate.mine', {})).items[0];
  const certificateId = issued?.certificateId ?? '';
  await call(NEIGHBOUR, 'certificate.mine', {});
  await call(NEIGHBOUR, 'certificate.get', { certificateId });
  await call(NEIGHBOUR, 'certificate.showName', { certificateId, isNameShown: true });
  for (const openid of [POSTER, 'oTestNeverJoined', 'oTestNeverJoined']) await call(openid, 'certificate.verify', { number: issued?.number ?? '' });
  await call(STAFF, 'certificate.revoke', { certificateId, reason: '名单记错了' });
};
