import type { ShareCode } from '../cloudfunctions/core/share/share-code';
import { openShift } from '../tests/flows/support/activity-steps';
import { Community } from '../tests/flows/support/community';
import { bindByCode, OWNER, withOwners } from '../tests/flows/support/group-steps';
import type { Row } from './row';

const PEOPLE = 2_000;
const AT_ONCE = 40;
const COUNT_MS = 61_000;
/** Requests an open besides the one that tells who calls: the code, the open; and a note of the code once in half a minute. */
const REQUESTS_AN_OPEN = 2.1;

const openAll = async (community: Community, code: string): Promise<{ readonly opened: number; readonly requests: number }> => {
  let [next, opened, requests] = [0, 0, 0];
  const one = async (): Promise<void> => {
    while (next < PEOPLE) {
      const openid = `oTestPasser${String((next += 1))}`;
      if ((await community.send(openid, 'share.open', { code })).ok === true) opened += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  for (const record of community.meters(PEOPLE + AT_ONCE).filter(({ route }) => route === 'share.open')) requests += record.calls.filter(({ action }) => action.startsWith('database.')).length - 1;
  return { opened, requests: requests / PEOPLE };
};

/** Two thousand people open one card, through the deployed functions; then `jobs` counts. */
export const shareRows = async (): Promise<readonly Row[]> => {
  const community = await Community.found();
  try {
    await withOwners(community);
    const groupId = await bindByCode(community);
    const { code } = await community.must(OWNER, 'share.make', { groupId, itemKind: 'shift', itemId: await openShift(community) });
    const startedMs = performance.now();
    const { opened, requests } = await openAll(community, code);
    const seconds = (performance.now() - startedMs) / 1_000;
    await community.advance(COUNT_MS);
    await community.runJobs();
    const counted = community.document<ShareCode>('shareCodes', code)?.numbers.opened ?? 0;
    return [{ what: `${String(PEOPLE)} people open one card, ${String(AT_ONCE)} at once`, measured: `${seconds.toFixed(1)} s, ${requests.toFixed(2)} requests an open, ${String(opened)} answered, ${String(counted)} counted`, limit: `${String(PEOPLE)} counted, ≤ ${String(REQUESTS_AN_OPEN)} requests, ≤ 60 s`, ok: opened === PEOPLE && counted === PEOPLE && requests <= REQUESTS_AN_OPEN && seconds <= 60 }];
  } finally {
    await community.close();
  }
};
