import { wishesOf } from './wish-sketch';

const giver = '顺风家电维修';

/** Repairs of one shop that went badly, so that an order to put something right can be seen. */
export const POORLY_RATED_WISHES = wishesOf('repair', [
  { giver, sentBeforeDays: 16.4, title: '电饭锅插上没反应，想修一修', story: '用了六年，昨天插上灯都不亮。换新的要两百多，想请师傅打开看看是不是保险丝。', fate: 'rated', says: ['unsatisfied', '修完当天能用，第二天又不亮了，打电话没人接'] },
  { giver, sentBeforeDays: 15.9, title: '洗衣机甩干时满屋子走', story: '一甩干就咣咣响，自己往门口挪。想请人看看是不是脚垫歪了，我搬不动。', fate: 'rated', says: ['unsatisfied', '说好上午来，等到天黑，脚垫还是歪的'] },
  { giver, sentBeforeDays: 15.2, title: '电风扇转一下停一下', story: '夏天没舍得换，想趁天凉修好收起来。按键也有点不灵。', fate: 'rated', says: ['satisfied', '清了灰上了油，转起来没声了'] },
  { giver, sentBeforeDays: 14.6, title: '微波炉门关不严，不敢用', story: '门扣松了，要用手按着才转。听说漏出来对人不好，就一直放着，想请懂的人看看。', fate: 'rated', says: ['unsatisfied', '拿胶带粘了一下就走了，我还是不敢用'] },
  { giver, sentBeforeDays: 13.8, title: '热水壶的底座打火花', story: '放上去啪一声，有点焦味。想请人看看底座还能不能用。', fate: 'rated', says: ['fair', '换了个旧底座，能用，就是晃'] },
]);
