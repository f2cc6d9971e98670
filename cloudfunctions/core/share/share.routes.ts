import type { SHARE_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { makeShareCode, openShare, sharePicture, sharesOfGroup } from './share.use-case';

export const shareHandlers: Pick<Handlers, keyof typeof SHARE_ROUTES> = {
  'share.make': makeShareCode,
  'share.open': openShare,
  'share.ofGroup': sharesOfGroup,
  'share.picture': sharePicture,
};
