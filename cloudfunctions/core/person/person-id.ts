/** Ids say what they name: somebody on paper, a member, a unit. */
export const PERSON_PREFIX = 'pp';

/** Whether a party is somebody on paper; the id says so. */
export const isPersonId = (partyId: string): boolean => partyId.startsWith(`${PERSON_PREFIX}_`);
