import type { RoleView } from '@contract';
import { decideWorkbenches } from './workbenches';

const role = (name: RoleView['role'], areaName = '青枫社区', merchantName: string | null = null): RoleView => ({ role: name, areaId: 'd1-s1-c1', areaName, merchantName });

describe('decideWorkbenches', () => {
  it('opens no door for a resident', () => {
    expect(decideWorkbenches([])).toEqual([]);
    expect(decideWorkbenches([role('volunteer')]).map((door) => door.page)).toEqual(['arrivals', 'giftsToHand', 'pledgesToReceive']);
  });

  it('names the shop on the merchant’s door', () => {
    expect(decideWorkbenches([role('merchant', '青枫社区', '吴记粮油')])).toEqual([
      { page: 'merchant', title: '商户工作台', icon: 'store', note: '吴记粮油' },
      { page: 'giftsToHand', title: '礼物发放', icon: 'gift', note: '有人拿积分换了，来取时对码' },
    ]);
  });

  it('gives a social worker the queue but not the roles', () => {
    expect(decideWorkbenches([role('socialWorker')]).map((door) => door.page)).toEqual(['staffQueue', 'arrivals', 'giftsToHand', 'pledgesToReceive', 'staffDifficulty', 'phoneDesk', 'callList', 'people', 'staffActivities', 'staffHours', 'moneyDesk', 'directedDesk', 'matchRounds', 'needProjects', 'staffGroups', 'reconciliations', 'supplyTable', 'staffReferrals', 'staffRectifications', 'staffBenefits', 'staffLedger', 'staffFavours', 'staffPause']);
  });

  it('gives an administrator queue, roles and areas, each area named once', () => {
    const doors = decideWorkbenches([role('administrator'), role('staff')]);
    expect(doors.map((door) => door.page)).toEqual(['staffQueue', 'arrivals', 'giftsToHand', 'pledgesToReceive', 'staffDifficulty', 'phoneDesk', 'callList', 'people', 'staffActivities', 'staffHours', 'moneyDesk', 'directedDesk', 'matchRounds', 'needProjects', 'staffGroups', 'staffShops', 'reconciliations', 'supplyTable', 'staffReferrals', 'staffRectifications', 'staffBenefits', 'staffLedger', 'staffFavours', 'pointRules', 'spendings', 'useTable', 'staffRoles', 'staffAreas', 'laneGrounds', 'staffCalendar']);
    expect(doors[0]?.note).toBe('青枫社区');
  });
});
