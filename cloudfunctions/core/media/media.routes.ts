import type { MEDIA_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { issueUploadPath } from '../platform/storage';

export const mediaHandlers: Pick<Handlers, keyof typeof MEDIA_ROUTES> = {
  'media.issueUpload': async (context, input) => ({ cloudPath: issueUploadPath(context.member._id, input.purpose, input.extension) }),
};
