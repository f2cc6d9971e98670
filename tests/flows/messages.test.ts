import type { MessageTemplate } from '@contract';
import type { Member } from '../../cloudfunctions/core/member/member';
import { grantsLeft } from '../../cloudfunctions/core/notice/grant-line';
import type { MessageRecord } from '../../cloudfunctions/core/notice/message-record';
import { Community, GRID, MERCHANT, newOperation } from './support/community';
import { toHour } from './support/supply-steps';
import { openWish } from './support/wish-steps';

/** The ledger of grants, quiet hours, and one message for a whole night; over the deployed bundles. */
describe('subscription messages', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const memberOf = async (openid: string): Promise<Member> => community.document<Member>('members', (await community.me(openid)).memberId) as Member;
  const sentTo = (openid: string): readonly { readonly page?: string }[] => community.cloud.cloud.inbox.messagesOf(openid);
  const recordsOf = async (openid: string, template: MessageTemplate = 'wishClaimed'): Promise<readonly MessageRecord[]> => {
    const { _id } = await memberOf(openid);
    return community.documents<MessageRecord>('messages').filter((record) => record.memberId === _id && record.template === template);
  };
  /** Joined, with so many grants here and at WeChat. */
  const withGrants = async (openid: string, here: number, atWechat = here): Promise<string> => {
    await community.join(openid, '王奶奶', GRID);
    for (let count = 0; count < here; count += 1) await community.must(openid, 'notice.recordGrants', { accepted: ['wishClaimed'], rejected: ['deliveryArrived'] });
    if (atWechat > 0) community.cloud.cloud.inbox.grant(openid, 'local-wishClaimed', atWechat);
    return openid;
  };
  const claimed = async (openid: string): Promise<string> => {
    const wishId = await openWish(community, { urgency: 'urgent' }, openid);
    await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    return wishId;
  };
  const expectLedger = async (openid: string, left: number): Promise<void> => {
    const { grants, grantLines = [] } = await memberOf(openid);
    expect({ counted: grants.wishClaimed, told: grantsLeft(grantLines, 'wishClaimed') }).toEqual({ counted: left, told: left });
  };

  test('each yes, no, use and 43101 is a line, and the lines say what is counted', async () => {
    const openid = await withGrants('oTestLedger', 2, 1);
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(openid, 'notice.recordGrants', { accepted: [], rejected: ['wishReviewed'] }, operationId);
    expect((await memberOf(openid)).grantLines).toHaveLength(5);
    expect((await community.me(openid)).notAskedTemplates).toEqual(['wishReviewed', 'deliveryArrived']);
    await claimed(openid);
    await expectLedger(openid, 1);
    await claimed(openid);
    await expectLedger(openid, 0);
    expect((await memberOf(openid)).grantLines?.map(({ kind }) => kind).slice(-3)).toEqual(['used', 'used', 'gone']);
    expect((await recordsOf(openid)).map(({ state }) => state).sort()).toEqual(['refused', 'sent']);
    expect((await community.must(openid, 'member.exportData', {})).json).toContain('"gone"');
  });

  test('what comes by night waits, and in the morning is one message for one grant', async () => {
    const openid = await withGrants('oTestNight', 3);
    await toHour(community, 22);
    for (let count = 0; count < 3; count += 1) await claimed(openid);
    await community.runJobs();
    expect(sentTo(openid)).toEqual([]);
    expect((await recordsOf(openid)).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    await expectLedger(openid, 3);
    await toHour(community, 8);
    await community.runJobs();
    await community.runJobs();
    expect(sentTo(openid).map(({ page }) => page)).toEqual(['packages/notice/index/index']);
    expect((await recordsOf(openid)).map(({ state, held }) => [state, held]).sort()).toEqual([['joined', null], ['joined', null], ['sent', null]]);
    await expectLedger(openid, 2);
    expect((await community.must(openid, 'notice.inbox', { cursor: null })).items.filter(({ body }) => body.includes('认领了')).length).toBeGreaterThanOrEqual(3);
  });
});
