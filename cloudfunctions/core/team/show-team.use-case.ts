import type { ShiftCardView, TeamView } from '@contract';
import type { Member } from '../member/member';
import { openText } from '../platform/field-sealer';
import { isIn, type Team } from './team';
import { teamView } from './team-view';

/** A team for one reader; whom a help team is for is opened for its own people only. */
export const showTeam = (team: Team, shifts: readonly ShiftCardView[], reader: Member): TeamView => {
  const sealed = isIn(team, reader._id) ? team.helpedNameSealed : null;
  return teamView(team, shifts, reader, sealed === null ? null : openText(sealed));
};
