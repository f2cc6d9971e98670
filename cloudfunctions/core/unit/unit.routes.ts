import type { UNIT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { closeUnit, createUnit, getUnit, handOverUnit, joinUnit, leaveUnit, myUnits, renewUnitCode } from './unit.use-case';

export const unitHandlers: Pick<Handlers, keyof typeof UNIT_ROUTES> = {
  'unit.create': createUnit,
  'unit.join': joinUnit,
  'unit.mine': myUnits,
  'unit.get': getUnit,
  'unit.handOver': handOverUnit,
  'unit.renewCode': renewUnitCode,
  'unit.leave': leaveUnit,
  'unit.close': closeUnit,
};
