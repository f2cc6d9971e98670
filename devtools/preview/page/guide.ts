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
  /** Days that pass before the step. */
  readonly daysLater?: number;
}

const LIN_XIAO = 'oDemoLinXiao0001';
const HE_JING = 'oDemoHeJing0002';
const WU = 'oDemoWuShop0003';

/** The loop of a wish, as somebody tries it for the first time. */
export const GUIDE: readonly GuideStep[] = [
  { title: '发心愿', text: '左边：林晓写一句想要什么，选好日子，发出去。', scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/wish/post/index' }] },
  { title: '审核', text: '右边：何静在待办里看到它，点“通过，马上发布”。', scenes: [{ side: 'right', openid: HE_JING, page: 'packages/staff/queue/index' }] },
  { title: '认领', text: '右边换成吴记粮油的吴老板，在心愿墙上认领一份。', scenes: [{ side: 'right', openid: WU, page: 'pages/wishes/index' }] },
  { title: '约好，送到', text: '吴老板说好哪天送；送到了拍一张照片。', scenes: [{ side: 'right', openid: WU, page: 'packages/claim/mine/index' }] },
  { title: '确认，说一句', text: '左边：林晓点“收到了”，再回答一个问题。', scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/wish/mine/index' }] },
  {
    title: '积分到账',
    text: '时间走 7 天：两边的待确认积分都到账了。',
    scenes: [{ side: 'left', openid: LIN_XIAO, page: 'packages/points/index/index' }, { side: 'right', openid: WU, page: 'packages/points/index/index' }],
    daysLater: 7,
  },
];

/** Six steps in a row; pressing one sets both phones up for it. */
export class Guide {
  readonly element = h('nav', { class: 'guide', label: '试一遍' });
  private at = -1;

  constructor(private readonly onStep: (step: GuideStep) => Promise<void>) {
    this.draw();
  }

  reset(): void {
    this.at = -1;
    this.draw();
  }

  private draw(): void {
    const steps = GUIDE.map((step, index) => {
      const kind = index === this.at ? 'step now' : index < this.at ? 'step past' : 'step';
      return h('button', { class: kind, type: 'button', title: step.text, onClick: () => void this.go(index) }, h('i', {}, index < this.at ? '' : String(index + 1)), h('span', {}, step.title));
    });
    const step = GUIDE[this.at];
    fill(this.element, h('b', {}, '试一遍'), h('div', { class: 'steps' }, ...steps), h('p', {}, step?.text ?? '一个心愿从发出到办好，六步。点第一步开始。'));
  }

  private async go(index: number): Promise<void> {
    const step = GUIDE[index];
    if (step === undefined) return;
    this.at = index;
    this.draw();
    await this.onStep(step);
  }
}
