import type { SHARE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { lookAtShare, makeShareCode, openShare, sharePicture, sharesOfGroup, thingsForGroup } from './share.use-case';

export const shareHandlers: Pick<Handlers, keyof typeof SHARE_ROUTES> = {
  'share.make': makeShareCode,
  'share.open': openShare,
  'share.look': lookAtShare,
  'share.things': thingsForGroup,
  'share.ofGroup': sharesOfGroup,
  'share.picture': sharePicture,
};
