import { ROUTES } from '@contract';
import { measureRoutes, type RouteRequests } from '../../bench/route-requests';
import { Community } from './support/community';

/** Database requests of each route, from the cloud's meters, within the budgets of DESIGN.md section 4. */
describe('request budgets', () => {
  let community: Community;
  let measured: readonly RouteRequests[];

  beforeAll(async () => {
    community = await Community.found();
    measured = await measureRoutes(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('every route stays within its budget', () => {
    expect(measured.filter((entry) => entry.requests > entry.budget)).toEqual([]);
  });

  test('lists examine at most twice what they return', () => {
    const lists = measured.filter((entry) => !ROUTES[entry.route].mutating && entry.documentsReturned > 2);
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.filter((entry) => entry.documentsExamined > 2 * entry.documentsReturned)).toEqual([]);
  });

  test('nearly every route was measured', () => {
    const missing = Object.keys(ROUTES).filter((route) => !measured.some((entry) => entry.route === route));
    // These need a state of their own: once a deployment, the administrator's tree, a photo nobody could judge, a task of a person.
    expect(missing.sort()).toEqual(['area.add', 'member.claimFirstAdministrator', 'review.photo', 'staff.finishTask']);
  });
});
