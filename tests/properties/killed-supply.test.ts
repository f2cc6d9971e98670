import { isSupplyCoherent, type Supply } from '../../cloudfunctions/core/supply/supply';
import { DAY_MS, GRID, HOUR_MS, STAFF, type Community } from '../flows/support/community';
import { offerAs, supplyOf, supplyWords } from '../flows/support/supply-steps';
import { describeKilled, type Act, type KilledCase } from './support/killed-command';

const isSound = (community: Community, supply: Supply): boolean => isSupplyCoherent(supply) && supply.wakeAtMs > community.nowMs() - HOUR_MS;

const act = (community: Community, supplyId: string, caller: string, input: unknown, happened: (supply: Supply) => boolean): Act => ({
  caller, input, subjectIds: () => [supplyId],
  happened: () => {
    const supply = supplyOf(community, supplyId);
    return isSound(community, supply) && happened(supply);
  },
});

let titles = 0;

/** Offers, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'supply.save',
    prepare: (community, _poster, giver) => {
      const title = `修灯${String((titles += 1))}`;
      const own = (): readonly Supply[] => community.documents<Supply>('supplies').filter((supply) => supply.title === title);
      return Promise.resolve({ caller: giver, input: supplyWords({ areaId: GRID, title }), subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 && own().every((supply) => isSound(community, supply)) });
    },
  },
  {
    route: 'supply.pause',
    prepare: async (community, _poster, giver) => {
      const supplyId = await offerAs(community, giver);
      return act(community, supplyId, giver, { supplyId }, ({ state }) => state === 'paused');
    },
  },
  {
    route: 'supply.end',
    prepare: async (community, _poster, giver) => {
      const supplyId = await offerAs(community, giver);
      return act(community, supplyId, STAFF, { supplyId }, ({ state }) => state === 'ended');
    },
  },
  {
    route: 'supply.checkCertificate',
    prepare: async (community, _poster, giver) => {
      const { unitId } = await community.must(giver, 'unit.create', { kind: 'company', name: '平安物业' });
      const { supplyId } = await community.must(giver, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ areaId: GRID, certificates: ['gas'] }) });
      const input = { supplyId, certificate: 'gas', finding: { kind: 'seen', untilMs: community.nowMs() + 300 * DAY_MS } };
      return act(community, supplyId, STAFF, input, ({ seen }) => seen.gas !== undefined);
    },
  },
  {
    name: 'unit.close with what it offers',
    route: 'unit.close',
    prepare: async (community, _poster, giver) => {
      const { unitId } = await community.must(giver, 'unit.create', { kind: 'company', name: '平安物业' });
      const { supplyId } = await community.must(giver, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ areaId: GRID }) });
      return act(community, supplyId, giver, { unitId }, () => community.document<{ readonly state: string }>('units', unitId)?.state === 'closed');
    },
  },
];

describeKilled(cases);
