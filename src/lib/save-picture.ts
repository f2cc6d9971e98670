import Taro from '@tarojs/taro';
import { ensurePrivacy } from './privacy';

/** `refused`: the person said no to the album, now or once before; only the phone's own page of permissions changes that. */
export type SaveOutcome = 'saved' | 'refused' | 'cancelled' | 'failed';

/** Puts a picture of this phone into its album, which knows no names. */
export async function savePicture(path: string, _name: string): Promise<SaveOutcome> {
  if (!(await ensurePrivacy())) return 'cancelled';
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: path });
    return 'saved';
  } catch (thrown) {
    const message = String((thrown as { readonly errMsg?: unknown } | null)?.errMsg ?? '');
    if (/auth|authorize/.test(message)) return 'refused';
    return message.includes('cancel') ? 'cancelled' : 'failed';
  }
}

/** Where a refusal is taken back. */
export const openAlbumPermission = async (): Promise<void> => void (await Taro.openSetting().catch(() => null));
