import { fill, h } from '../../page-kit/dom';

/** Where a step takes place: which phone, held by whom, at which page. */
export interface Scene {
  readonly side: 'left' | 'right';
  readonly openid: string;
  readonly page: string;
}

export interface GuideStep {
  readonly title: string;
  readonly text: string;
  readonly scenes: readonly Scene[];
  /** Time that passes before the step. */
  readonly later?: { readonly label: string; readonly ms: number };
  /** What the step shows beside the phones; absent: what stands there. */
  readonly beside?: 'chat' | 'inbox';
}

export interface Route {
  readonly title: string;
  readonly about: string;
  /** Where it can only be tried: a card is sent by the mini-program, never by the page in a browser. */
  readonly platform?: 'weapp';
  readonly steps: readonly GuideStep[];
}

const LIN_XIAO = 'oDemoLinXiao0001';
const HE_JING = 'oDemoHeJing0002';
const WU = 'oDemoWuShop0003';
const FANG_JIE = 'oDemoFangJie0010';
const NEWCOMER = 'oDemoNewcomer0014';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Ways through the program, as somebody tries it for the first time. */
export const ROUTES: readonly Route[] = [
  {
    title: '一个心愿',
    about: '一个心愿从发出到办好，六步。点第一步开始。',
    steps: [
      { title: '发心愿', text: '左边：林晓写一句想要什么，选好日子，发出去。', scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/wish/post/index' }] },
      { title: '审核', text: '右边：何静在待办里看到它，点“通过，马上发布”。', scenes: [{ side: 'right', openid: HE_JING, page: 'packages/staff/queue/index' }] },
      { title: '认领', text: '右边换成吴记粮油的吴老板，在心愿墙上认领一份。', scenes: [{ side: 'right', openid: WU, page: 'pages/wishes/index' }] },
      { title: '约好，送到', text: '吴老板说好哪天送；送到了拍一张照片。', scenes: [{ side: 'right', openid: WU, page: 'packages/claim/mine/index' }] },
      { title: '确认，说一句', text: '左边：林晓点“收到了”，再回答一个问题。', scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/wish/mine/index' }] },
      {
        title: '积分到账',
        text: '时间走 7 天：两边的待确认积分都到账了。',
        scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/points/index/index' }, { side: 'right', openid: WU, page: 'packages/points/index/index' }],
        later: { label: '+7 天', ms: 7 * DAY_MS },
      },
    ],
  },
  {
    title: '从群里来',
    about: '群主把一件事带进群，邻居从卡片进来，群主看到数字，四步。点第一步开始。',
    platform: 'weapp',
    steps: [
      { title: '带到群里', text: '左边：方姐打开“枫林里邻居群”，挑一件，点“发卡片”。也可以复制接龙文字、存海报，再发到群聊。', scenes: [{ side: 'left', openid: FANG_JIE, page: 'packages/group/list/index' }], beside: 'chat' },
      { title: '点开卡片', text: '右边：一位还没加入的邻居，在旁边的群聊里点那张卡片；海报点一下，就认上面的码。', scenes: [{ side: 'right', openid: NEWCOMER, page: 'pages/home/index' }], beside: 'chat' },
      { title: '加入，再来帮忙', text: '右边：选好小区就加入，加入了还停在那件事上，认领或者报名。', scenes: [] },
      { title: '看数字', text: '左边：多少人点开、多少人来了。只有数字，没有名单。', scenes: [{ side: 'left', openid: FANG_JIE, page: 'packages/group/list/index' }], later: { label: '+3 分钟', ms: 3 * MINUTE_MS } },
    ],
  },
];

/** One route at a time, its steps in a row; pressing one sets both phones up for it. */
export class Guide {
  readonly element = h('nav', { class: 'guide', label: '试一遍' });
  private route: Route = ROUTES[0] ?? { title: '', about: '', steps: [] };
  private at = -1;

  constructor(private readonly onStep: (step: GuideStep, route: Route) => Promise<void>) {
    this.draw();
  }

  reset(): void {
    this.at = -1;
    this.draw();
  }

  private draw(): void {
    const routes = ROUTES.map((route) => h('button', { class: route === this.route ? 'on' : '', type: 'button', onClick: () => this.choose(route) }, route.title));
    const steps = this.route.steps.map((step, index) => {
      const kind = index === this.at ? 'step now' : index < this.at ? 'step past' : 'step';
      return h('button', { class: kind, type: 'button', title: step.text, onClick: () => void this.go(index) }, h('i', {}, index < this.at ? '' : String(index + 1)), h('span', {}, step.title));
    });
    fill(this.element, h('b', {}, '试一遍'), h('div', { class: 'switch', label: '试哪一条' }, ...routes), h('div', { class: 'steps' }, ...steps), h('p', {}, this.route.steps[this.at]?.text ?? this.route.about));
  }

  private choose(route: Route): void {
    this.route = route;
    this.reset();
  }

  private async go(index: number): Promise<void> {
    const step = this.route.steps[index];
    if (step === undefined) return;
    this.at = index;
    this.draw();
    await this.onStep(step, this.route);
  }
}
