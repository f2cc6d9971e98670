import type { SUPPLY_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { exportSupplies, suppliesForWish, supplyGaps, supplyMap, supplyTable, wishesForSupply } from './read-supplies.use-case';
import { checkCertificate, confirmSupply, endSupply, getSupply, mySupplies, pauseSupply, saveSupply } from './supply.use-case';

export const supplyHandlers: Pick<Handlers, keyof typeof SUPPLY_ROUTES> = {
  'supply.save': saveSupply,
  'supply.pause': pauseSupply,
  'supply.resume': confirmSupply,
  'supply.confirm': confirmSupply,
  'supply.end': endSupply,
  'supply.mine': mySupplies,
  'supply.get': getSupply,
  'supply.map': supplyMap,
  'supply.table': supplyTable,
  'supply.gaps': supplyGaps,
  'supply.export': exportSupplies,
  'supply.checkCertificate': checkCertificate,
  'supply.forWish': suppliesForWish,
  'supply.wishesFor': wishesForSupply,
};
