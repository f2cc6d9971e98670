import type { RouteName } from '@contract';
import { COMMUNITY, GRID, MERCHANT, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { supplyWords } from '../tests/flows/support/supply-steps';
import { openWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** What people offer: by a unit for another 小区 than its contact's, kept, read, matched. */
export const supplyRoutes = async (community: Community, call: Call): Promise<void> => {
  const wishId = await openWish(community, { category: 'goods', title: '想要一袋米', story: '这个月手头紧，想要一袋米。' }, POSTER);
  const { unitId } = await community.must(MERCHANT, 'unit.create', { kind: 'company', name: '粮油行' });
  await call(MERCHANT, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ areaId: GRID, category: 'goods' }) });
  await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ category: 'goods', areaId: COMMUNITY }) });
  await community.must(NEIGHBOUR, 'supply.save', supplyWords({ areaId: GRID, category: 'goods' }));
  await call(MERCHANT, 'supply.mine', {});
  const [supply] = await community.must(MERCHANT, 'supply.mine', {});
  const supplyId = supply?.supplyId ?? '';
  await call(MERCHANT, 'supply.pause', { supplyId });
  await call(MERCHANT, 'supply.resume', { supplyId });
  await call(MERCHANT, 'supply.confirm', { supplyId });
  await call(POSTER, 'supply.get', { supplyId });
  await call(POSTER, 'supply.map', {});
  await call(POSTER, 'supply.table', {});
  await call(STAFF, 'supply.gaps', {});
  await call(STAFF, 'supply.export', { sheet: 'map' });
  const { supplyId: certified } = await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ certificates: ['gas'] }) });
  await call(STAFF, 'supply.checkCertificate', { supplyId: certified, certificate: 'gas', finding: { kind: 'struck', note: '过期了' } });
  await call(POSTER, 'supply.forWish', { wishId });
  await call(MERCHANT, 'supply.wishesFor', { supplyId });
  await call(STAFF, 'supply.end', { supplyId });
};
