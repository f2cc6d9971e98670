import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { isOver, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';

const photosOf = (publicity: Publicity): readonly string[] => Object.values(publicity.postings).flatMap((posting) => (posting?.photoFileId ? [posting.photoFileId] : []));

/**
 * Long after it is over nobody needs who it was about, what neighbours wrote, or where the paper hung: only that there was
 * one, when, and how it ended stays. Its photos go with it.
 */
export const forgetClock = (publicity: Publicity, nowMs: number): readonly Due<PublicityEvent>[] =>
  !isOver(publicity) || publicity.endedAtMs === null || publicity.isForgotten
    ? []
    : [{
        atMs: publicity.endedAtMs + RULES.publicity.keptAfterEndMs,
        change: changeOf<PublicityEvent>({
          when: { isForgotten: is(false), isOpen: is(false) },
          set: { isForgotten: true, maskedName: '', aidText: '', objections: {}, openObjections: 0, postings: { community: null, street: null, district: null }, steps: {} },
          event: { kind: 'forgotten', fileIds: photosOf(publicity), eventId: deriveId('e', publicity._id, 'forgotten'), atMs: nowMs, byId: 'clock' },
        }),
      }];
