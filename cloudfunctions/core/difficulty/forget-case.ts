import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { evidenceFilesOf, isLiveCase, type DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';

const FORGOTTEN = { nameSealed: '', phoneSealed: '', addressSealed: '', circumstancesSealed: '' } as const;

const checksWithout = (checks: DifficultyCase['checks']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(checks).map(([kind, check]) => [kind, check === null ? null : { ...check, noteSealed: '', participantsSealed: '', fileIds: [] }]));

const visitsWithout = (visits: DifficultyCase['visits']): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(visits).map(([visitId, visit]) => [visitId, { ...visit, noteSealed: '' }]));

/**
 * Long after a case is over nobody needs who it was and how they were: names, words and papers go, that there was a case,
 * by whom it was looked at and how it ended stays.
 */
export const forgetClock = (found: DifficultyCase, nowMs: number): readonly Due<DifficultyEvent>[] =>
  isLiveCase(found) || found.endedAtMs === null || found.isForgotten
    ? []
    : [{
        atMs: found.endedAtMs + RULES.difficulty.keptAfterEndMs,
        change: changeOf<DifficultyEvent>({
          when: { isForgotten: is(false), shelf: is('ended') },
          set: {
            isForgotten: true, maskedName: '已删去', secrets: FORGOTTEN, consent: found.consent === null ? null : { ...found.consent, guardianNameSealed: '', fileId: '' },
            checks: checksWithout(found.checks), visits: visitsWithout(found.visits), aidText: '', outcomeNote: '',
          },
          event: { kind: 'forgotten', fileIds: evidenceFilesOf(found).filter((fileId) => fileId !== ''), eventId: deriveId('e', found._id, 'forgotten'), atMs: nowMs, byId: 'clock' },
        }),
      }];
