import { HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Fate, SketchedWish } from '../wishes/wish-sketch';
import { tellActivities } from './tell-activities';
import { tellRounds } from './tell-rounds';
import { askForNames } from './ask-for-names';
import { reportFavours, tellFavours } from './tell-favours';
import { tellPoorRatings, tellRectification } from './tell-rectification';
import { tellBackEntries, tellServiceHours } from './service-hours';
import type { Stage } from './stage';
import { tellCallList } from './tell-call-list';
import { tellDifficulty } from './tell-difficulty';
import { tellLanes } from './tell-lanes';
import { tellLastLegs } from './tell-last-leg';
import { tellPrivate } from './tell-private';
import { tellPaper } from './tell-paper';
import { tellCampaigns, writeCampaignBooks } from './tell-campaigns';
import { tellSpentCampaigns } from './tell-spent-campaigns';
import { tellDirected } from './tell-directed';
import { tellFund } from './tell-fund';
import { tellNeedProjects } from './tell-need-projects';
import { tellMatchRounds } from './tell-match-rounds';
import { tellGroups } from './tell-groups';
import { tellShops } from './tell-shops';
import { tellSuggestion } from './tell-suggestion';
import { tellSupplies } from './tell-supplies';
import { tellTeams } from './tell-teams';
import { tellUnits } from './units';
import { tellWish } from './tell-wish';

/** How many wishes of each fate happen where the demo's own people live; the rest are spread over the other communities. */
const AT_HOME: Readonly<Record<Fate, number>> = {
  review: 5, asked: 1, open: 10, part: 8, taken: 7, waiting: 3, overdue: 1, notReceived: 1, rated: 12, done: 3, refused: 1, withdrawn: 1, expired: 1, unclaimed: 2,
};

/** Wishes with a part for the cast come first, so that they happen at home. */
const castFirst = (a: SketchedWish, b: SketchedWish): number => Number(b.cast !== undefined) - Number(a.cast !== undefined);

const elsewhere = (stage: Stage): readonly string[] => [...stage.areas.values()].filter((area) => area.level === 'community' && area._id !== HOME_COMMUNITY).map((area) => area._id);

/** A notice somebody had a working day to see counts as seen. */
const readOldNotices = ({ town }: Stage): void => {
  for (const [noticeId, notice] of town.notices) {
    const isOld = notice.createdAtMs < DEMO_NOW_MS - 20 * HOUR_MS;
    if (isOld && notice.todoState !== 'open' && notice.readAtMs === null) town.notices.set(noticeId, { ...notice, readAtMs: notice.createdAtMs + 2 * HOUR_MS });
  }
};

/** Tells every wish and closes the books on the demo's morning. */
export function tellTown(stage: Stage, wishes: readonly SketchedWish[]): void {
  const others = elsewhere(stage);
  tellShops(stage);
  const atHome = new Map<Fate, number>();
  [...wishes].sort(castFirst).forEach((sketch, turn) => {
    const home = atHome.get(sketch.fate) ?? 0;
    atHome.set(sketch.fate, home + 1);
    tellWish(stage, sketch, home < AT_HOME[sketch.fate] ? HOME_COMMUNITY : (others[turn % others.length] ?? HOME_COMMUNITY), turn);
  });
  tellServiceHours(stage);
  tellFavours(stage);
  tellDifficulty(stage);
  tellRounds(stage);
  tellActivities(stage);
  tellTeams(stage);
  tellFund(stage);
  tellCampaigns(stage);
  tellSpentCampaigns(stage);
  tellDirected(stage);
  tellBackEntries(stage);
  tellLanes(stage);
  tellUnits(stage);
  tellSupplies(stage);
  tellGroups(stage);
  tellNeedProjects(stage);
  tellPaper(stage);
  tellLastLegs(stage);
  tellPrivate(stage);
  tellPoorRatings(stage);
  stage.town.rated.tellAll(DEMO_NOW_MS);
  tellRectification(stage);
  tellMatchRounds(stage);
  tellSuggestion(stage);
  stage.town.shops.countAll(DEMO_NOW_MS);
  stage.town.book.close(DEMO_NOW_MS);
  stage.books = writeCampaignBooks(stage);
  reportFavours(stage);
  askForNames(stage);
  readOldNotices(stage);
  tellCallList(stage);
}
