import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { ShareItemKind } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { pageUrl, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import '@/features/group/group.css';

/** 转到群里: the card of one thing for one group, and its code for paper. */
export default function GroupSharePage() {
  const { params } = useRouter();
  const [groupId, itemId, title] = [readQuery(params, 'id') ?? '', readQuery(params, 'itemId') ?? '', readQuery(params, 'title') ?? ''];
  const itemKind: ShareItemKind = readQuery(params, 'itemKind') === 'shift' ? 'shift' : 'wish';
  return <MemberGate back="myGroups">{() => <GroupShare groupId={groupId} itemKind={itemKind} itemId={itemId} title={title} />}</MemberGate>;
}

function GroupShare({ groupId, itemKind, itemId, title }: { groupId: string; itemKind: ShareItemKind; itemId: string; title: string }) {
  const about = `${groupId}:${itemKind}:${itemId}`;
  const make = useMadeCode(about, { groupId, itemKind, itemId });
  useShareAppMessage(() => ({ title: itemKind === 'wish' ? `邻居有个心愿：${title}` : `${title}，一起来`, path: make.code === null ? pageUrl('home') : pageUrl('enterShare', { code: make.code }) }));
  if (make.failure !== null) return <Screen title="转到群里"><ErrorState failure={make.failure} onRetry={make.again} /></Screen>;
  if (make.code === null) return <Screen title="转到群里"><SkeletonDetail /></Screen>;
  return (
    <Screen title="转到群里" bottom={<BottomBar note="挑刚才那个群，数字才对得上"><Button icon="share" openType="share">转到群里</Button></BottomBar>}>
      <View className="u-title u-break">{title}</View>
      <View className="u-sub u-mt1">{itemKind === 'wish' ? '邻居点开就看到这件心愿，没加入的先加入再回来。' : '邻居点开就看到这个活动，没加入的先加入再回来。'}</View>
      <View className="u-mt4"><CodePicture code={make.code} /></View>
    </Screen>
  );
}

/** The code is made when the page opens; the same thing and group always have the same one. */
function useMadeCode(about: string, input: { readonly groupId: string; readonly itemKind: ShareItemKind; readonly itemId: string }) {
  const command = useApiCommand('share.make', { about, invalidates: ['share.ofGroup'] });
  const made = useApiQuery('share.ofGroup', { groupId: input.groupId });
  const code = made.data?.find((share) => share.itemId === input.itemId && share.isCounting)?.code ?? null;
  const { run } = command;
  const asked = useRef<string | null>(null);
  const again = (): void => void run(input);
  useEffect(() => {
    if (asked.current === about) return;
    asked.current = about;
    void run(input);
  }, [about, run, input]);
  return { code, failure: command.failure ?? made.failure, again };
}

function CodePicture({ code }: { code: string }) {
  const picture = useApiQuery('share.picture', { code });
  const uri = picture.data?.pictureUri ?? null;
  return (
    <Card>
      {uri !== null && <Image className="group-code" src={uri} mode="aspectFit" />}
      <View className="u-title group-letters u-mt2">{code}</View>
      <View className="u-sub group-center u-mt2">{uri === null ? '码的图片这会儿没拿到，卡片照样能转。' : '贴在楼道里也行，微信扫一扫就到这一件。'}</View>
    </Card>
  );
}
