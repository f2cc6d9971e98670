import * as v from 'valibot';
import { BUDGET, route } from './route';

export const MEDIA_PURPOSES = ['wishPhoto', 'consent', 'proof', 'ratingPhoto', 'ratingVoice', 'evidence', 'storyVoice', 'thanksVoice', 'campaignPhoto', 'campaignPaper', 'receipt', 'licence'] as const;

export const MEDIA_ROUTES = {
  /** A path only the caller may write; the server checks the prefix before it stores the file's id. */
  'media.issueUpload': route<{ readonly cloudPath: string }>()({ input: v.strictObject({ purpose: v.picklist(MEDIA_PURPOSES), extension: v.picklist(['jpg', 'jpeg', 'png', 'webp', 'mp3', 'aac', 'm4a']) }), mutating: false, access: 'member', requestBudget: BUDGET.list, quota: 'upload' }),
} as const;
