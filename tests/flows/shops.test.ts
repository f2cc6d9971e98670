import { isShopCoherent, type Shop } from '../../cloudfunctions/core/shop/shop';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { DAY_MS, HOUR_MS, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF, Community } from './support/community';
import { appliedShop, approval, CLERK, confirmedByShop, joinShop, openShop, OWNER, PARTNER, shopInput, shopOf, withShopPeople } from './support/shop-steps';
import { openWish } from './support/wish-steps';

describe('shops: from the application to the last day', () => {
  let community: Community;

  beforeEach(async () => {
    community = await Community.found();
    await withShopPeople(community);
  });
  afterEach(async () => {
    await community.runJobs();
    for (const shop of community.documents<Shop>('shops')) expect({ id: shop._id, coherent: isShopCoherent(shop), waiting: shop.pendingEvents }).toEqual({ id: shop._id, coherent: true, waiting: 0 });
    await community.close();
  });

  const titlesOf = async (openid: string): Promise<readonly string[]> => (await community.must(openid, 'notice.inbox', {})).items.map(({ title }) => title);
  const openTasks = (kind: string): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.kind === kind && task.state === 'open');

  test('staff look at the paper, ask back and let it in; who applied hears each step; then it gives in its own name', async () => {
    const shopId = await appliedShop(community);
    expect(openTasks('shopReview')).toHaveLength(1);
    await community.must(STAFF, 'shop.decide', { shopId, decision: { kind: 'ask', note: '执照拍得不清楚，请重拍' } });
    expect(await titlesOf(OWNER)).toContain('“康民药房”的申请还差一点');
    expect(openTasks('shopReview')).toHaveLength(0);
    const { licence } = shopOf(community, shopId);
    const words = await shopInput(community, OWNER);
    await community.must(OWNER, 'shop.resubmit', { shopId, words: { ...words, licence: { ...words.licence, creditCode: licence.creditCode } } });
    await community.must(STAFF, 'shop.decide', { shopId, decision: approval() });
    await community.runJobs();
    expect(await titlesOf(OWNER)).toContain('“康民药房”是爱心商户了');
    const wishId = await openWish(community);
    await community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    const page = await community.must(POSTER, 'wish.get', { wishId });
    expect(page.helpers).toMatchObject([{ name: '康民药房' }]);
    expect((await community.must(NEIGHBOUR, 'shop.alliance', {})).items).toMatchObject([{ name: '康民药房', record: { onTime: 0, total: 0 }, isResting: false }]);
    expect(JSON.stringify(await community.must(NEIGHBOUR, 'shop.page', { shopId }))).not.toMatch(/13800138000|康店长|9133/);
  });

  test('bad input and refused permission are said plainly', async () => {
    const input = await shopInput(community, OWNER);
    const code = input.licence.creditCode;
    const slipped = `${code.slice(0, 17)}${code[17] === '0' ? '1' : '0'}`;
    expect(await community.refused(OWNER, 'shop.apply', { ...input, licence: { ...input.licence, creditCode: slipped } })).toMatchObject({ code: 'BAD_INPUT', fields: { 'licence.creditCode': '代码对不上，请照着执照再核对一遍' } });
    expect(await community.refused(OWNER, 'shop.apply', { ...input, licence: { ...input.licence, validUntilDay: '2026-01-01' } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(CLERK, 'shop.apply', input)).toMatchObject({ code: 'FILE_NOT_YOURS' });
    const { shopId } = await community.must(OWNER, 'shop.apply', input);
    expect(await community.refused(OWNER, 'shop.decide', { shopId, decision: approval() })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'shop.decide', { shopId, decision: approval() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STAFF, 'shop.decide', { shopId, decision: { kind: 'approve', sawPaper: false, validUntilDay: null } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STAFF, 'shop.decide', { shopId, decision: approval('2026-01-01') })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'shop.get', { shopId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDER, 'shop.page', { shopId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OWNER, 'shop.pause', { shopId, handsBack: false })).toMatchObject({ code: 'SHOP_CHANGED' });
    // Nobody gives the name of a shop by hand past the paper.
    const { memberId } = await community.me(OWNER);
    expect(await community.refused(STAFF, 'member.grantRole', { memberId, role: 'merchant', areaId: 'd01-s01-c01', merchantName: '康民药房' })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('a licence stands for one shop, also when two apply at once; refused or withdrawn it is free again', async () => {
    const first = await shopInput(community, OWNER);
    const inputs = [first, { ...(await shopInput(community, PARTNER)), licence: { ...first.licence, photoFileId: await community.upload(PARTNER, 'licence') } }] as const;
    const answers = await Promise.all([OWNER, PARTNER].map((openid, index) => community.send(openid, 'shop.apply', inputs[index] ?? first)));
    expect(answers.map((answer) => (answer.ok === true ? 'applied' : answer.ok === false ? answer.error.code : 'lost')).sort()).toEqual(['SHOP_LICENCE_USED', 'applied']);
    const winner = answers[0]?.ok === true ? OWNER : PARTNER;
    const loser = winner === OWNER ? PARTNER : OWNER;
    const [shop] = community.documents<Shop>('shops');
    await community.must(STAFF, 'shop.decide', { shopId: shop?._id ?? '', decision: { kind: 'refuse', note: '执照上的地址不在本社区' } });
    await community.runJobs();
    expect(await titlesOf(winner)).toContain('“康民药房”这次没有通过');
    const again = inputs[loser === OWNER ? 0 : 1] ?? first;
    const operationId = newOperation();
    const applied = await community.must(loser, 'shop.apply', again, operationId);
    // The photo's check may have ended between the two answers.
    expect(await community.must(loser, 'shop.apply', again, operationId)).toEqual({ ...applied, licence: { ...applied.licence, photoState: expect.stringMatching(/^(checking|shown)$/) } });
    expect(await community.refused(loser, 'shop.apply', { ...again, name: '别的' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    await community.must(loser, 'shop.withdraw', { shopId: applied.shopId });
    await community.runJobs();
    expect(community.documents('shopLicences')).toHaveLength(0);
  });

  test('what nobody answered is put away; a licence warns and runs out on its clock, and a newer one lets the shop go on', async () => {
    const asked = await appliedShop(community, PARTNER);
    await community.must(STAFF, 'shop.decide', { shopId: asked, decision: { kind: 'ask', note: '请补一张' } });
    const shopId = await openShop(community, OWNER, { licence: { ...(await shopInput(community, OWNER)).licence, validUntilDay: new Date(community.nowMs() + 31 * DAY_MS).toISOString().slice(0, 10) } });
    const wishId = await openWish(community, { windowEndMs: community.nowMs() + 60 * DAY_MS });
    await community.advance(15 * DAY_MS);
    await community.runJobs();
    expect(shopOf(community, asked).state).toBe('withdrawn');
    expect(await titlesOf(OWNER)).toEqual(expect.arrayContaining([expect.stringMatching(/^执照 .* 到期$/)]));
    await community.advance(18 * DAY_MS);
    await community.runJobs();
    expect(shopOf(community, shopId).state).toBe('expired');
    expect(await community.refused(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } })).toMatchObject({ code: 'SHOP_NOT_OPEN' });
    await community.must(OWNER, 'shop.renew', { shopId, photoFileId: await community.upload(OWNER, 'licence'), validUntilDay: '2031-06-30' });
    await community.must(STAFF, 'shop.decide', { shopId, decision: approval('2031-06-30') });
    await community.runJobs();
    await community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  });

  test('frozen it takes nothing new and what it holds goes on; let go, it claims again', async () => {
    const shopId = await openShop(community);
    const [held, wanted] = [await openWish(community, {}, POSTER), await openWish(community, { title: '想要一把椅子', category: 'goods' }, NEIGHBOUR)];
    const { claimId } = await community.must(OWNER, 'wish.claim', { wishId: held, shares: 1, as: { kind: 'merchant' } });
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '有邻居说送来的过期了，先核实', handsBack: false });
    expect(await community.refused(OWNER, 'wish.claim', { wishId: wanted, shares: 1, as: { kind: 'merchant' } })).toMatchObject({ code: 'SHOP_NOT_OPEN', message: expect.stringContaining('社区让店里先停一停') });
    expect(await community.refused(OWNER, 'shop.resume', { shopId })).toMatchObject({ code: 'SHOP_CHANGED' });
    await community.must(OWNER, 'claim.plan', { wishId: held, claimId, deliverAtMs: community.nowMs() + DAY_MS, handover: 'home', note: '' });
    await community.must(STAFF, 'shop.unfreeze', { shopId, note: '核实过了，是误会' });
    await community.must(OWNER, 'wish.claim', { wishId: wanted, shares: 1, as: { kind: 'merchant' } });
    expect(await titlesOf(OWNER)).toEqual(expect.arrayContaining(['社区让康民药房先停一停', '又可以认领了']));
  });

  test('staff read the contact: killed before or after the line is written and sent again, there is one line; nobody else reads it', async () => {
    const shopId = await appliedShop(community);
    const lines = (): number => community.documents<{ readonly kind: string; readonly subjectId: string }>('audit').filter(({ kind, subjectId }) => kind === 'readShopContact' && subjectId === shopId).length;
    for (const [index, when] of (['before', 'after'] as const).entries()) {
      const operationId = newOperation();
      await community.arm({ route: 'shop.readContact', kind: 'kill', nth: 3, when, times: 1 });
      expect((await community.send(STAFF, 'shop.readContact', { shopId }, operationId)).ok).not.toBe(true);
      expect(lines()).toBe(index + (when === 'before' ? 0 : 1));
      expect(await community.must(STAFF, 'shop.readContact', { shopId }, operationId)).toEqual({ name: '康店长', phone: '13800138000' });
      expect(lines()).toBe(index + 1);
    }
    expect(await community.refused(OUTSIDE_STAFF, 'shop.readContact', { shopId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OWNER, 'shop.readContact', { shopId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('thanks stand on its page exactly while both sides want it, without a name; whoever is asked reads that they will', async () => {
    const shopId = await openShop(community);
    const thanked = async (): Promise<readonly string[]> => (await community.must(NEIGHBOUR, 'shop.page', { shopId })).thanks.map(({ words }) => words);
    const loop = await confirmedByShop(community);
    const { thanksId } = await community.must(POSTER, 'thanks.say', { ...loop, words: '送得及时，谢谢店里' });
    await joinShop(community, shopId, CLERK, 'clerk');
    expect(await community.refused(CLERK, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(OWNER, 'thanks.show', { thanksId, shows: true });
    expect(await thanked()).toEqual([]);
    const asked = (await community.must(POSTER, 'notice.inbox', {})).items.find(({ target }) => target.subjectId === thanksId);
    expect(asked?.body).toContain('店的页面');
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: true });
    expect(await thanked()).toEqual(['送得及时，谢谢店里']);
    expect(JSON.stringify(await community.must(NEIGHBOUR, 'shop.page', { shopId }))).not.toMatch(/赵|oTest/);
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: false });
    expect(await thanked()).toEqual([]);
  });

  test('a clerk delivers what the shop took on and takes nothing on; the shop is handed over, and its last owner stays', async () => {
    const shopId = await openShop(community);
    const wishId = await openWish(community);
    const { claimId } = await community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    const { code } = await community.must(OWNER, 'shop.invite', { shopId, role: 'clerk' });
    expect(await community.refused(CLERK, 'shop.accept', { code: code === '00000000' ? '00000001' : '00000000' })).toMatchObject({ code: 'SHOP_INVITE_OVER' });
    const operationId = newOperation();
    await community.must(CLERK, 'shop.accept', { code }, operationId);
    expect(await community.must(CLERK, 'shop.accept', { code }, operationId)).toMatchObject({ shopId });
    expect(await community.refused(PARTNER, 'shop.accept', { code })).toMatchObject({ code: 'SHOP_INVITE_OVER' });
    await community.runJobs();
    const list = await community.must(CLERK, 'claim.deliveryList', { as: { kind: 'merchant' }, shopId });
    expect(list).toMatchObject({ giverName: '康民药房', wishCount: 1 });
    expect(list.csv).toContain(list.days[0]?.places[0]?.rows[0]?.title);
    expect(await community.refused(PARTNER, 'claim.deliveryList', { as: { kind: 'merchant' }, shopId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(CLERK, 'claim.plan', { wishId, claimId, deliverAtMs: community.nowMs() + HOUR_MS, handover: 'home', note: '' });
    expect(await community.refused(CLERK, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(CLERK, 'shop.pause', { shopId, handsBack: false })).toMatchObject({ code: 'NOT_FOUND' });
    const me = await community.me(OWNER);
    expect(await community.refused(OWNER, 'shop.removePerson', { shopId })).toMatchObject({ code: 'SHOP_LAST_OWNER' });
    expect(await community.refused(OWNER, 'shop.setRole', { shopId, memberId: me.memberId, role: 'clerk' })).toMatchObject({ code: 'SHOP_LAST_OWNER' });
    expect(await community.refused(OWNER, 'member.leave', {})).toMatchObject({ code: 'STILL_BUSY_HERE' });
    await joinShop(community, shopId, PARTNER, 'owner');
    // Two owners go at once: one of them stays.
    const answers = await Promise.all([OWNER, PARTNER].map((openid) => community.send(openid, 'shop.removePerson', { shopId })));
    expect(answers.map((answer) => (answer.ok === true ? 'gone' : answer.ok === false ? answer.error.code : 'lost')).sort()).toEqual(['SHOP_LAST_OWNER', 'gone']);
    await community.runJobs();
    expect(shopOf(community, shopId).ownerIds).toHaveLength(1);
    const gone = answers[0]?.ok === true ? OWNER : PARTNER;
    expect(await community.refused(gone, 'claim.giveBack', { wishId, claimId })).toMatchObject({ code: 'NOT_FOUND' });
    const export_ = JSON.parse((await community.must(gone === OWNER ? PARTNER : OWNER, 'member.exportData', { part: 'help' })).json) as { readonly shops: readonly unknown[] };
    expect(export_.shops).toMatchObject([{ name: '康民药房', role: 'owner' }]);
  });
});
