import { View } from '@tarojs/components';
import type { CampaignView } from '@contract';
import { PhotosInDoubt } from '@/components/photos-in-doubt/photos-in-doubt';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { CAMPAIGN_STALE } from './campaign-stale';

/** Photos of steps and reports that neighbours do not see yet, for whoever tells of it. */
export function PhotosPart({ campaign: { campaignId, photosInDoubt, may } }: { campaign: CampaignView }) {
  const judge = useApiCommand('mutual.judgePhoto', { about: `${campaignId}:${photosInDoubt[0]?.photoKey ?? ''}`, invalidates: [...CAMPAIGN_STALE, 'staff.queue'] });
  return (
    <View>
      <PhotosInDoubt photos={photosInDoubt} canJudge={may.judgePhotos} command={judge} onJudge={async (photoKey, decision) => {
        if ((await judge.run({ campaignId, photoKey, decision })) === null) return false;
        toast(decision.kind === 'clear' ? '公开了，邻居看得到' : '没有公开，张罗的人会知道');
        return true;
      }} />
    </View>
  );
}
