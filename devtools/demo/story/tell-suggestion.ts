import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { isErrand } from '../../../cloudfunctions/core/last-leg/last-leg';
import { newPushWeek } from '../../../cloudfunctions/core/match/push-week';
import { decideSuggested } from '../../../cloudfunctions/core/supply/change-supply';
import { suggestionNoticeId, suggestionOf, suitedTo } from '../../../cloudfunctions/core/supply/suggestion';
import { DEMO_NOW_MS, hoursBefore } from '../community/moments';
import type { Stage } from './stage';

/** What came to 林晓 by itself this morning: the wish on the wall that suits her offer best. */
export function tellSuggestion({ town, people }: Stage): void {
  const reader = town.member(people.cast('linXiao')._id);
  const supply = [...town.supplies.shelf.documents.values()].find(({ keeperId, state }) => keeperId === reader._id && state === 'open');
  if (supply === undefined) throw new Error('nothing is offered that a wish could suit');
  const atMs = hoursBefore(0.5);
  const wishes = [...town.wishes.values()].filter((wish) => wish.areaIds.includes(supply.areaId) && !isErrand(wish));
  const suggestion = suggestionOf(suitedTo(supply, 0, wishes, [], reader, DEMO_NOW_MS), new Set(), reader._id);
  if (suggestion === null) throw new Error(`no wish suits ${supply.title}`);
  town.supplies.shelf.act(supply._id, atMs, (standing) => decideSuggested(standing, deriveId('e', 'demo', 'suggestion', supply._id), suggestion, atMs));
  const week = newPushWeek(reader._id, suggestionNoticeId(reader._id, suggestion.wishId), atMs);
  town.matching.pushWeeks.set(week._id, week);
}
