import { type CampaignForm, checkCampaignForm, linesError, newCampaignForm } from './campaign-form';

const PAPER = { key: 'p', localPath: 'p', fileId: 'cloud://local/campaign-papers/m1/abcdefghijklmnop.jpg', failureText: null };
const full = (more: Partial<CampaignForm> = {}): CampaignForm => ({
  ...newCampaignForm(), title: '给门口修一条缓坡', story: '推轮椅的老人出门要人抬。', sinceText: '楼长，2019 年起', who: '楼长郑洪，2019 年起管楼里的事。', done: '修过 2 个楼道扶手。', uses: '材料、施工、验收。', where: '图纸已过审。',
  minimumText: '12000', optimumText: '18000', lines: [{ useKey: 'material', text: '材料', amountText: '7600' }, { useKey: 'work', text: '施工', amountText: '4400' }],
  milestones: [{ text: '开工', day: '2026-12-12' }], ...more,
});

test('what is typed in yuan is sent in fen; a step is due at the end of its day', () => {
  const { words } = checkCampaignForm(full());
  expect(words?.goal).toMatchObject({ subjectKind: 'place', money: { minimumFen: 1_200_000, optimumFen: 1_800_000, lines: [{ amountFen: 760_000 }, { amountFen: 440_000 }] }, ownersVote: null });
  expect(words?.milestones[0]?.dueAtMs).toBe(Date.UTC(2026, 11, 12, 16) - 1);
});

test('for a person no money is sent, whatever was typed before', () => {
  expect(checkCampaignForm(full({ subjectKind: 'person' })).words?.goal).toEqual({ subjectKind: 'person' });
});

test('the best is the least where nothing else is said', () => {
  expect(checkCampaignForm(full({ optimumText: '' })).words?.goal).toMatchObject({ money: { minimumFen: 1_200_000, optimumFen: 1_200_000 } });
});

test.each([
  [{ title: '' }, 'title', '请写一句要办什么'],
  [{ minimumText: '一万' }, 'goal.money.minimumFen', '写数字，最多两位小数'],
  [{ optimumText: '11000', lines: [] }, 'goal.money.optimumFen', '最好的数不能比最低的少'],
  [{ lines: [{ useKey: 'work', text: '施工', amountText: '0.001' }] }, 'goal.money.lines.0.amountFen', '写数字，最多两位小数'],
  [{ milestones: [{ text: '开工', day: '' }] }, 'milestones.0.dueAtMs', '请选一天'],
  [{ voteDay: '2026-11-01', voteTotal: '30', voteParticipants: '28', voteInFavour: '27', voteParticipantsArea: '92', voteInFavourArea: '90.5' }, 'goal.ownersVote.fileIds', '请拍下纸质的凭据'],
  [{ consentCompany: '安心物业', consentPapers: [PAPER] }, 'goal.propertyConsent.atMs', '请选一天'],
] as const)('%j is told beside %s', (more, path, sentence) => {
  const { errors } = checkCampaignForm(full(more as Partial<CampaignForm>));
  expect(errors?.[path]).toBe(sentence);
});

test('lines between the least and the best, to the fen', () => {
  const lines = (amountText: string) => linesError({ minimumText: '100', optimumText: '150', lines: [{ useKey: 'a', text: 'a', amountText }] });
  expect([lines('99.99'), lines('100'), lines('150'), lines('150.01'), lines('x')]).toEqual(['加起来 99.99 元，比最低的 100 元少', null, null, '加起来 150.01 元，比最好的 150 元多', null]);
});

test('a line whose use left the table is asked for again beside it', () => {
  const { errors } = checkCampaignForm(full({ lines: [{ useKey: '', text: '砖', amountText: '12000' }] }));
  expect(errors?.['goal.money.lines.0.useKey']).toBeDefined();
});

test('without a wish it is an idea, with one it comes from it, with several from a bundle', () => {
  const [rice, lamp] = [{ wishId: 'w_1', title: '大米' }, { wishId: 'w_2', title: '灯' }];
  const sources = [[], [rice], [rice, lamp]].map((wishes) => checkCampaignForm(full({ wishes })).words?.source);
  expect(sources).toEqual([{ kind: 'topic' }, { kind: 'wish', wishId: 'w_1' }, { kind: 'needs', wishIds: ['w_1', 'w_2'] }]);
});
