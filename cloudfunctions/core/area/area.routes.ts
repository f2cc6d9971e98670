import type { AREA_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { addArea } from './add-area.use-case';
import { areaView } from './area';
import { childrenOf } from './area.repository';

export const areaHandlers: Pick<Handlers, keyof typeof AREA_ROUTES> = {
  'area.children': async (_context, input) => (await childrenOf(input.parentId)).map(areaView),
  'area.add': addArea,
};
