import { Image, View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { SHARE_ITEM_KINDS, type ShareItemKind } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { cardTitle, KIND_WORDS } from '@/features/group/share-kinds';
import { MemberGate } from '@/features/member/member-gate';
import { pageUrl, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import '@/features/group/group.css';

/** 转到群里: the card of one thing for one group, and its code for paper. */
export default function GroupSharePage() {
  const { params } = useRouter();
  const [groupId, itemId, asked] = [readQuery(params, 'id') ?? '', readQuery(params, 'itemId') ?? '', readQuery(params, 'itemKind')];
  const itemKind = SHARE_ITEM_KINDS.find((kind) => kind === asked) ?? 'wish';
  return <MemberGate back="myGroups">{() => <GroupShare groupId={groupId} itemKind={itemKind} itemId={itemId} />}</MemberGate>;
}

function GroupShare({ groupId, itemKind, itemId }: { groupId: string; itemKind: ShareItemKind; itemId: string }) {
  const make = useMadeCode(`${groupId}:${itemKind}:${itemId}`, { groupId, itemKind, itemId });
  const look = useApiQuery('share.look', { code: make.code ?? '' }, { isEnabled: make.code !== null });
  const sight = look.data;
  useShareAppMessage(() => ({ title: sight === undefined ? '社区里的一件事' : cardTitle(sight), path: make.code === null ? pageUrl('home') : pageUrl('enterShare', { code: make.code }) }));
  const failure = make.failure ?? look.failure;
  if (failure !== null) return <Screen title="转到群里"><ErrorState failure={failure} onRetry={make.failure === null ? () => void look.refresh() : make.again} /></Screen>;
  if (make.code === null || sight === undefined) return <Screen title="转到群里"><SkeletonDetail /></Screen>;
  return (
    <Screen title="转到群里" bottom={<BottomBar note="挑刚才那个群，数字才对得上"><Button icon="share" openType="share">转到群里</Button></BottomBar>}>
      <View className="u-title u-break">{sight.title}</View>
      <View className="u-sub u-mt1">{KIND_WORDS[itemKind].landing}</View>
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
