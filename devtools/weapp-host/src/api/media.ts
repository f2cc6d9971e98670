import { askDialog, askPermission } from '../chrome/dialogs';
import { makeButton, makeElement, openOverlay } from '../chrome/layer';
import { recordMissing } from '../handle';
import type { MediaFile } from '../handle';
import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';
import { tellOutside } from './outside';
import { requirePermission } from './permissions';

interface ChooseOptions {
  count?: number
  mediaType?: string[]
}

const MAX_COUNT = 9;

function fromBase64({ base64, type, name }: MediaFile): File {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type });
}

/** Opens the browser's file dialog; resolves to nothing when the person cancels. */
function openFileDialog(accept: string, isMultiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMultiple;
    input.hidden = true;
    const finish = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });
}

/** Files the person picked, or those a test laid ready in `__weapp.nextMedia`. */
export async function pickFiles(host: Host, count: number, accept: string): Promise<File[]> {
  const ready = host.handle.nextMedia.splice(0, count).map(fromBase64);
  const files = ready.length > 0 ? ready : await openFileDialog(accept, count > 1);
  if (files.length === 0) throw new ApiFailure('cancel');
  return files.slice(0, count);
}

const extensionOf = (file: File): string => file.name.split('.').pop()?.toLowerCase() ?? 'jpg';

async function imageSize(address: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

async function chooseMedia(host: Host, options: ChooseOptions): Promise<object> {
  await requirePermission(host, 'chooseMedia');
  const wantsVideo = options.mediaType?.length === 1 && options.mediaType[0] === 'video';
  const files = await pickFiles(host, Math.min(options.count ?? MAX_COUNT, MAX_COUNT), wantsVideo ? 'video/*' : 'image/*');
  const tempFiles = files.map((file) => ({ tempFilePath: host.files.add(file, extensionOf(file)), size: file.size, fileType: file.type.startsWith('video') ? 'video' : 'image' }));
  return { tempFiles, type: wantsVideo ? 'video' : 'image', failedCount: 0 };
}

async function chooseImage(host: Host, options: ChooseOptions): Promise<object> {
  await requirePermission(host, 'chooseImage');
  const files = await pickFiles(host, Math.min(options.count ?? MAX_COUNT, MAX_COUNT), 'image/*');
  const tempFiles = files.map((file) => ({ path: host.files.add(file, extensionOf(file)), size: file.size }));
  return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
}

/** The address a browser draws for any picture path of the program. */
export function pictureAddress(host: Host, source: string): string {
  if (/^(https?|data|blob):/.test(source)) return source;
  if (source.startsWith('wxfile://')) return host.files.addressOf(source) ?? '';
  if (source.startsWith('cloud://')) {
    recordMissing(host.handle, 'a picture at a cloud:// address');
    return '';
  }
  if (source.startsWith('/')) return `files${source}`;
  return `files/${host.pages.topOrUndefined ? host.pages.resolve(source) : source}`;
}

function previewImage(host: Host, urls: string[], current: string | number | undefined): void {
  let index = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''));
  const viewer = makeElement('div', 'host-preview');
  viewer.setAttribute('role', 'dialog');
  viewer.setAttribute('aria-label', '预览图片');
  const image = makeElement('img', 'host-preview-image') as HTMLImageElement;
  const count = makeElement('div', 'host-preview-count');
  const draw = (): void => {
    image.src = pictureAddress(host, urls[index] ?? '');
    count.textContent = urls.length > 1 ? `${index + 1} / ${urls.length}` : '';
  };
  const remove = openOverlay(viewer, 'center', () => remove());
  image.addEventListener('click', () => remove());
  const step = (by: number) => (): void => {
    index = (index + by + urls.length) % urls.length;
    draw();
  };
  viewer.append(image, count);
  if (urls.length > 1) viewer.append(makeButton('host-preview-previous', '‹', step(-1)), makeButton('host-preview-next', '›', step(1)));
  draw();
}

const dataAddressOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });

async function saveImage(host: Host, filePath: string): Promise<void> {
  await requirePermission(host, 'saveImageToPhotosAlbum', 'scope.writePhotosAlbum');
  const image = host.files.get(filePath);
  if (!image) throw new ApiFailure(`file not found: ${filePath}`);
  host.handle.savedImages.push(filePath);
  tellOutside(host, { kind: 'saved', image: await dataAddressOf(image) });
}

async function scanCode(host: Host): Promise<object> {
  await requirePermission(host, 'scanCode');
  const ready = host.handle.nextScan;
  host.handle.nextScan = null;
  if (ready !== null) return { result: ready, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' };
  const answer = await askDialog({ title: '扫一扫', confirmText: '确定', cancelText: '取消', fieldPlaceholder: '输入二维码里的内容' });
  if (!answer.isConfirmed || !answer.text) throw new ApiFailure('cancel');
  return { result: answer.text, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' };
}

async function locate(host: Host, api: string, scope: string): Promise<object> {
  await requirePermission(host, api, scope);
  const { latitude, longitude } = host.handle.place;
  return { latitude, longitude, speed: -1, accuracy: 65, altitude: 0, verticalAccuracy: 65, horizontalAccuracy: 65 };
}

async function chooseLocation(host: Host): Promise<object> {
  await requirePermission(host, 'chooseLocation');
  const { place } = host.handle;
  const isChosen = await askPermission({ heading: '选择位置', lines: [`${place.name} ${place.address}`.trim(), `${place.latitude}, ${place.longitude}`], allowText: '确定', denyText: '取消' });
  if (!isChosen) throw new ApiFailure('cancel');
  return { ...place };
}

/** Pictures, scanning and places: what a phone takes from its camera, album and position. */
export function mediaApi(host: Host): object {
  return {
    chooseMedia: callbackApi<ChooseOptions>('chooseMedia', (options) => chooseMedia(host, options)),
    chooseImage: callbackApi<ChooseOptions>('chooseImage', (options) => chooseImage(host, options)),
    compressImage: callbackApi<{ src: string }>('compressImage', ({ src }) => ({ tempFilePath: src })),
    getImageInfo: callbackApi<{ src: string }>('getImageInfo', async ({ src }) => ({ ...(await imageSize(pictureAddress(host, src))), path: src, orientation: 'up', type: 'jpeg' })),
    previewImage: callbackApi<{ urls: string[]; current?: string | number }>('previewImage', ({ urls, current }) => previewImage(host, urls, current)),
    previewMedia: callbackApi<{ sources: { url: string }[]; current?: number }>('previewMedia', ({ sources, current }) => previewImage(host, sources.map(({ url }) => url), current)),
    saveImageToPhotosAlbum: callbackApi<{ filePath: string }>('saveImageToPhotosAlbum', ({ filePath }) => saveImage(host, filePath)),
    scanCode: callbackApi<object>('scanCode', () => scanCode(host)),
    getLocation: callbackApi<object>('getLocation', () => locate(host, 'getLocation', 'scope.userLocation')),
    getFuzzyLocation: callbackApi<object>('getFuzzyLocation', () => locate(host, 'getFuzzyLocation', 'scope.userFuzzyLocation')),
    chooseLocation: callbackApi<object>('chooseLocation', () => chooseLocation(host)),
    openLocation: callbackApi<{ name?: string; address?: string }>('openLocation', async ({ name, address }) => {
      await askDialog({ title: name ?? '位置', body: address ?? '', confirmText: '返回', cancelText: null });
    }),
  };
}
