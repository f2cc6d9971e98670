import jsQR from 'jsqr';
import { pageOfCode } from './chat';

const load = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be read'));
    image.src = address;
  });

/** The page behind the code on a poster, read off the picture as a long press in WeChat does; null where there is none to read. */
export async function scanPoster(address: string): Promise<string | null> {
  const image = await load(address);
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(image, 0, 0);
  const code = jsQR(context.getImageData(0, 0, width, height).data, width, height);
  return code === null ? null : pageOfCode(code.data);
}
