import type { CampaignPictureKey } from '@contract';
import type { DrawingName } from '@/components/drawing/drawing';
import { pictureOf } from '@/lib/picture-of';

/** The ramp is a scene of its own; the others are the small objects. */
export const pictureOfCampaign = (key: CampaignPictureKey): DrawingName => (key === 'ramp' ? 'ramp' : pictureOf(key));
