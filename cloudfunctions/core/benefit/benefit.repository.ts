import { command, store } from '../platform/store';
import { benefitNodesOf, type Benefit } from './benefit';

/** A path of four nodes keeps a few dozen; more are neither shown nor compared. */
const BENEFITS_READ = 100;

/** What holds at a place, by name; one request. */
export const benefitsAt = (areaId: string, withRetired: boolean): Promise<readonly Benefit[]> =>
  store.query<Benefit>('benefits', {
    where: { areaId: command.in([...benefitNodesOf(areaId)]), isActive: withRetired ? command.in([true, false]) : true },
    order: [['name', 'asc']],
    limit: BENEFITS_READ,
  });

export const findBenefit = (benefitId: string): Promise<Benefit | null> => store.find<Benefit>('benefits', benefitId);

export const insertBenefit = (benefit: Benefit): Promise<'inserted' | 'exists'> => store.insertOnce('benefits', benefit);

/** Written over the revision it was made from; false when somebody else was first. */
export const replaceBenefit = async (benefit: Benefit): Promise<boolean> => {
  const { _id, keywords, revision, ...fields } = benefit;
  return (await store.update('benefits', { _id, revision: revision - 1 }, { ...fields, keywords: command.set([...keywords]), revision })) === 1;
};
