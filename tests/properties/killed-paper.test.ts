import type { Person } from '../../cloudfunctions/core/person/person';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { STAFF, type Community } from '../flows/support/community';
import { phoneWish, writePerson } from '../flows/support/paper-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

/** Somebody without WeChat: their wish by phone, and one day what staff kept becomes theirs. */
const wishesFor = (community: Community, personId: string): readonly string[] => community.documents<Wish>('wishes').flatMap((wish) => (wish.recipientIds.includes(personId) ? [wish._id] : []));

const cases: readonly KilledCase[] = [
  {
    route: 'phone.recordWish',
    prepare: async (community, poster) => {
      const personId = await writePerson(community, `孙桂香${poster.slice('oTestPoster'.length)}`);
      return { caller: STAFF, input: phoneWish(community, personId), subjectIds: () => [personId, ...wishesFor(community, personId)], happened: () => wishesFor(community, personId).length === 1 };
    },
  },
  {
    route: 'person.takeOver',
    prepare: async (community, poster) => {
      const personId = await writePerson(community, `周凤英${poster.slice('oTestPoster'.length)}`);
      const { wishId } = await community.must(STAFF, 'phone.recordWish', phoneWish(community, personId));
      await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
      const freshInput = async (): Promise<unknown> => ({ code: (await community.must(STAFF, 'person.issueTakeover', { personId, proof: '看了身份证和老年证' })).code });
      return { caller: poster, input: null, freshInput, wishId, subjectIds: () => [personId], happened: () => community.document<Person>('persons', personId)?.state === 'takenOver' };
    },
  },
];

describeKilled(cases);
