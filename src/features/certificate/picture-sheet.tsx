import { Canvas, Image, View } from '@tarojs/components';
import { useState } from 'react';
import type { CertificateView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { paintPicture, PAINTING_CANVAS_ID } from '@/lib/paint-picture';
import { openAlbumPermission, savePicture, type SaveOutcome } from '@/lib/save-picture';
import { toast } from '@/lib/toast';
import { certificatePainting } from './certificate-picture';

/** What a person is told who could not save; null when there is nothing to say. */
const TROUBLE: Readonly<Record<SaveOutcome, string | null>> = { saved: null, cancelled: null, refused: '微信还不能往相册里存。到设置里打开“添加到相册”，再回来点一次。', failed: '没存成。可以长按上面的图来存，或者截屏。' };

/** The button, the canvas out of sight, and the sheet with the picture. */
export function PictureButton({ certificate }: { certificate: CertificateView }) {
  const [path, setPath] = useState<string | null>(null);
  const [cannotPaint, setCannotPaint] = useState(false);
  const show = async (): Promise<void> => {
    const painted = await paintPicture(certificatePainting(certificate));
    setCannotPaint(painted === null);
    setPath(painted);
  };
  return (
    <View>
      <Button icon="download" busyText="正在画…" onClick={show}>存成图片</Button>
      {cannotPaint && <View className="u-mt2"><Notice tone="warn">这台手机画不出图，请截屏留下来，编号一样能核对。</Notice></View>}
      {process.env.TARO_ENV === 'weapp' && <Canvas type="2d" id={PAINTING_CANVAS_ID} canvasId={PAINTING_CANVAS_ID} className="cert-canvas" />}
      <PictureSheet path={path} onClose={() => setPath(null)} />
    </View>
  );
}

function PictureSheet({ path, onClose }: { path: string | null; onClose: () => void }) {
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const save = async (): Promise<void> => {
    if (path === null) return;
    const saved = await savePicture(path);
    setOutcome(saved);
    if (saved === 'saved') toast('存好了');
  };
  const trouble = outcome === null ? null : TROUBLE[outcome];
  return (
    <Sheet isOpen={path !== null} title="证明的图片" onClose={onClose} action={<Button busyText="正在存…" onClick={save}>存到相册</Button>}>
      {path !== null && <Image className="cert-picture" src={path} mode="widthFix" showMenuByLongpress />}
      <View className="u-sub u-mt3">长按图片也能存，或者发给要的人。要盖章，打印出来交给组织。</View>
      {trouble !== null && <View className="u-mt3"><Notice tone="warn" {...(outcome === 'refused' ? { action: { text: '去打开', onClick: () => void openAlbumPermission() } } : {})}>{trouble}</Notice></View>}
    </Sheet>
  );
}
