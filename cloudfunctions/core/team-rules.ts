/** The numbers of teams (RULES.md sections 3 and 8); part of `RULES` by way of the activities'. */
import { DAY_MS, HOUR_MS } from './kernel/clock';

export const TEAM_RULES = {
  team: {
    /** Section 8: staff clocks run in working hours; a proposed team is looked at, and a team without a lead gets one, within. */
    reviewWorkingHours: 24,
    leadWorkingHours: 16,
    /** People of one team with those who asked and were invited; bounds its document. */
    membersMax: 200,
    /** A help team is a few people around one (section 8: social worker, volunteers, relatives, neighbours). */
    helpMembersMax: 20,
    leadsMax: 3,
    deputiesMax: 5,
    /** Teams of one person; bounds what a list of their shifts asks for. */
    teamsPerPerson: 12,
    /** Who asked or was invited and heard or said nothing is let go. */
    askedMs: 7 * DAY_MS,
    invitedMs: 14 * DAY_MS,
    /** Its own people see a shift first for so long after it is published, but never for more than half of the time that is left. */
    firstMs: 24 * HOUR_MS,
    /** People told in one step that it is closed. */
    toldAtOnce: 20,
    /** Shifts ahead on its page. */
    shiftsShown: 12,
    /** Names as the team keeps them. */
    nameCharacters: 12,
  },
} as const;
