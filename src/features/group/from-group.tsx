import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useGroupCloudId } from './group-enter';
import './group.css';

/** Where the program was opened from a group: that group, to be bound or opened; nothing where WeChat tells none. */
export function FromGroup() {
  const cloudId = useGroupCloudId();
  const told = useApiQuery('group.told', { cloudId: cloudId ?? '' }, { isEnabled: cloudId !== null });
  if (cloudId === null || told.data === undefined) return null;
  const { standing, groupId, name } = told.data;
  return <View className="group-from">{standing === 'free' ? <BindThis /> : standing === 'mine' && groupId !== null ? <LinkRow icon="group" note="您刚才就是从这个群点进来的" onClick={() => openPage('group', { id: groupId })}>{name}</LinkRow> : <Notice tone="info">{standing === 'shut' ? '您刚才那个群被社区停用了，想再用请问社区。' : '您刚才那个群，已经有群主接进来了。请 TA 给您一个邀请码，就能一起管。'}</Notice>}</View>;
}

function BindThis() {
  return (
    <Card>
      <View className="u-h3">您是从一个微信群里进来的</View>
      <View className="u-sub u-mt1">接进来，就能把要帮的事转过去，看看多少人打开、多少人来帮。群里有谁，我们不知道。</View>
      <View className="u-mt3"><Button onClick={() => void openPage('bindGroup')}>把这个群接进来</Button></View>
    </Card>
  );
}
