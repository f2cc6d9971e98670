import { useEffect, useState } from 'react';
import { readStored, writeStored } from '@/lib/phone-storage';

const KEY = 'linyuan.legendSeen';
const TIMES_TO_SEE = 3;

const timesSeen = (): number => Number(readStored(KEY)) || 0;

/** Whether the legend of the three fruits still stands on the wall: until it was seen three times. */
export function useLegendShown(): boolean {
  const [isShown] = useState(() => timesSeen() < TIMES_TO_SEE);
  useEffect(() => {
    if (isShown) writeStored(KEY, timesSeen() + 1);
  }, [isShown]);
  return isShown;
}
