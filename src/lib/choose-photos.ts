import Taro from '@tarojs/taro';
import { ensurePrivacy } from './privacy';
import { toast } from './toast';

/** Quality that keeps handwriting readable at about a tenth of the size. */
const JPEG_QUALITY = 70;

async function compressed(path: string): Promise<string> {
  try {
    const answer = await Taro.compressImage({ src: path, quality: JPEG_QUALITY });
    return answer.tempFilePath;
  } catch {
    // A format WeChat cannot compress goes as it is.
    return path;
  }
}

/** Lets a person take or choose at most `count` photos; answers local paths, empty when they changed their mind. */
export async function choosePhotos(count: number): Promise<readonly string[]> {
  if (count <= 0 || !(await ensurePrivacy())) return [];
  try {
    const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] });
    return await Promise.all(chosen.tempFiles.map((file) => compressed(file.tempFilePath)));
  } catch (thrown) {
    const isTurnedBack = String((thrown as { readonly errMsg?: unknown } | null)?.errMsg ?? '').includes('cancel');
    if (!isTurnedBack) toast('相册或相机没打开。到手机设置里允许微信用，再点一次');
    return [];
  }
}
