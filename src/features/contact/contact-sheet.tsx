import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ContactView } from '@contract';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiQuery } from '@/lib/use-api';
import { LeaveForm } from './leave-form';
import { Readings, RevealPanel } from './reveal-panel';

interface ContactProps {
  readonly wishId: string;
  readonly claimId: string;
}

/** 联系对方: a quiet button that opens what the two sides left for each other. */
export function ContactButton(about: ContactProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View>
      <Button kind="text" size="small" icon="phone" onClick={() => setOpen(true)}>联系对方</Button>
      {isOpen && <ContactSheet {...about} onClose={() => setOpen(false)} />}
    </View>
  );
}

function ContactSheet({ wishId, claimId, onClose }: ContactProps & { onClose: () => void }) {
  const query = useApiQuery('contact.get', { wishId, claimId });
  const [isLeaving, setLeaving] = useState(false);
  const view = query.data;
  if (view !== undefined && isLeaving) return <LeaveForm view={view} onClose={onClose} onLeft={() => setLeaving(false)} />;
  if (view !== undefined && view.hasTheirs) return <RevealPanel view={view} onClose={onClose} onLeave={() => setLeaving(true)} />;
  return (
    <Sheet isOpen title="联系对方" onClose={onClose} {...(view === undefined || view.hasMine ? {} : { action: <Button onClick={() => setLeaving(true)}>留我的电话给对方</Button> })}>
      {view !== undefined && <Nothing view={view} onLeave={() => setLeaving(true)} />}
      {view === undefined && query.failure === null && <SkeletonList kind="row" count={2} />}
      {view === undefined && query.failure !== null && <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}
    </Sheet>
  );
}

function Nothing({ view, onLeave }: { view: ContactView; onLeave: () => void }) {
  return (
    <View>
      <View className="u-body">对方还没留电话，留了会告诉您。</View>
      <View className="u-body u-mt2">{view.hasMine ? '您留的，对方能看到；每看一次都记下为什么。' : '您可以先留：只有对方看得到，办完就删。'}</View>
      <Readings readings={view.readings} />
      {view.hasMine && <View className="u-mt4"><Button kind="text" onClick={onLeave}>改我留的电话</Button></View>}
    </View>
  );
}
