import { useEffect, useState } from 'react';
import type { RosterView } from '@contract';
import { readStored, writeStored } from '@/lib/phone-storage';
import { type ApiQuery, useApiQuery } from '@/lib/use-api';

const keyOf = (shiftId: string): string => `linyuan.roster.${shiftId}`;

export interface KeptRoster {
  /** The newest answer, or the one kept on this phone while there is no network; null while there is neither. */
  readonly roster: RosterView | null;
  /** What is shown was kept; the cloud could not be asked. */
  readonly isKept: boolean;
  readonly query: ApiQuery<RosterView>;
}

/** The roster as a lead needs it in a cellar without network: once seen, it stays on the phone. */
export function useKeptRoster(shiftId: string): KeptRoster {
  const query = useApiQuery('shift.roster', { shiftId });
  const [kept] = useState(() => readStored(keyOf(shiftId)));
  const { data } = query;
  useEffect(() => {
    if (data !== undefined) writeStored(keyOf(shiftId), data);
  }, [data, shiftId]);
  const isOffline = query.failure?.kind === 'offline' || query.failure?.kind === 'broken';
  if (data !== undefined) return { roster: data, isKept: isOffline, query };
  const isUsable = isOffline && typeof kept === 'object' && kept !== null;
  return { roster: isUsable ? (kept as RosterView) : null, isKept: isUsable, query };
}
