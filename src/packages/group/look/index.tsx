import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { readShareCode } from '@/features/group/group-words';
import { NotThere } from '@/features/group/not-there';
import { cardTitle, timelineTitle } from '@/features/group/share-kinds';
import { ThingSight } from '@/features/group/thing-sight';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { shareCard, sharePicture } from '@/lib/share-card';
import { useApiQuery } from '@/lib/use-api';

/**
 * A thing as anybody may read it, for Moments: opened from there WeChat names nobody and lets nobody go further, so the page
 * asks no login and says all it has to say by itself. What it is about is told by the cloud, never by the address.
 */
export default function LookSharePage() {
  const code = readShareCode(readQuery(useRouter().params, 'code'));
  const look = useApiQuery('share.look', { code: code ?? '' }, { isEnabled: code !== null });
  const sight = look.data;
  useShareAppMessage(() => shareCard(sight === undefined ? PLAIN : cardTitle(sight), pageUrl('enterShare', { code: code ?? undefined }), sight?.itemKind ?? 'wish'));
  useShareTimeline(() => ({ title: sight === undefined ? PLAIN : timelineTitle(sight), query: `code=${code ?? ''}`, imageUrl: sharePicture(sight?.itemKind ?? 'wish') }));
  if (code === null || look.failure?.kind === 'refused') return <Screen title="邻愿"><NotThere landing={null} /></Screen>;
  if (sight !== undefined && sight.standing !== 'open') return <Screen title="邻愿"><NotThere landing={sight} /></Screen>;
  return <Screen title="邻愿" bottom={<BottomBar note="朋友圈里打开的，点下面微信的“前往小程序”"><Button onClick={() => void openPage('enterShare', { code })}>去看看</Button></BottomBar>}>{sight !== undefined ? <ThingSight sight={sight} /> : look.failure === null ? <SkeletonDetail /> : <View className="u-title u-mt5">{PLAIN}</View>}</Screen>;
}

const PLAIN = '社区里有件事，一起看看';
