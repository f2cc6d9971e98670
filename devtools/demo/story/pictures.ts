import type { MediaPurpose } from '../../../cloudfunctions/core/platform/storage';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { SeedData } from '../../local-cloud/seed';
import { FILE_ID_PREFIX } from '../../local-cloud/storage/storage';
import { renderStill } from '../stills/render-still';
import { renderVoice } from './render-voice';
import type { StillName } from '../stills/still-names';

/** Proof is looked at small; a wish's own photo fills the width of a phone. */
const WIDTH_PIXELS: Readonly<Record<MediaPurpose, number>> = { wishPhoto: 640, consent: 360, proof: 360, ratingPhoto: 360, ratingVoice: 360, evidence: 360, storyVoice: 360, thanksVoice: 360, campaignPhoto: 640, campaignPaper: 360, receipt: 480, licence: 640 };

/** The uploaded files of the demo, each in the folder of the person who took it. */
export class Pictures {
  private readonly voices: string[] = [];
  private readonly files = new Map<string, { readonly still: StillName; readonly widthPixels: number }>();

  /** The file id under which the program knows the picture. */
  take(ownerId: string, purpose: MediaPurpose, still: StillName): string {
    const name = deriveId('demo', ownerId, purpose, still).slice('demo_'.length).toLowerCase();
    const path = `uploads/${ownerId}/${purpose}/${name}.png`;
    this.files.set(path, { still, widthPixels: WIDTH_PIXELS[purpose] });
    return `${FILE_ID_PREFIX}${path}`;
  }

  /** The file id of something said. */
  takeVoice(ownerId: string, purpose: 'storyVoice' | 'thanksVoice' = 'storyVoice'): string {
    const path = `uploads/${ownerId}/${purpose}/${deriveId('demo', ownerId, purpose).slice('demo_'.length).toLowerCase()}.wav`;
    this.voices.push(path);
    return `${FILE_ID_PREFIX}${path}`;
  }

  render(): SeedData['files'] {
    return [
      ...[...this.files].map(([path, { still, widthPixels }]) => ({ path, bytes: renderStill(still, widthPixels), contentType: 'image/png' })),
      ...this.voices.map((path) => ({ path, bytes: renderVoice(), contentType: 'audio/wav' })),
    ];
  }
}
