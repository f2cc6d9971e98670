import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const app = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter((path) => /\.tsx?$/.test(path));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/**
 * What WeChat's privacy guide has to name (用户隐私保护指引, its table of interfaces and components): the program fails
 * at them, or worse works without having asked, unless it asks first.
 */
const PRIVATE_APIS = [
  'chooseImage', 'chooseMedia', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'getRecorderManager', 'startRecord', 'joinVoIPChat', 'createCameraContext', 'createVKSession', 'createLivePusherContext',
  'getClipboardData', 'setClipboardData', 'getLocation', 'getFuzzyLocation', 'chooseLocation', 'choosePoi', 'startLocationUpdate', 'startLocationUpdateBackground', 'onLocationChange',
  'getUserInfo', 'getUserProfile', 'getWeRunData', 'chooseAddress', 'chooseInvoiceTitle', 'chooseLicensePlate', 'addPhoneContact', 'addPhoneCalendar', 'addPhoneRepeatCalendar', 'openBluetoothAdapter', 'startAccelerometer', 'startCompass', 'startGyroscope',
];
const USES = new RegExp(`\\b(?:Taro|wx)\\.(?:${PRIVATE_APIS.join('|')})\\b`);
/** Components that ask WeChat for somebody's data; the first asks for the guide by itself, and without it is a plain field. */
const PRIVATE_COMPONENTS = /type="nickname"|open-?[tT]ype[=:]\s*["'{]*(getPhoneNumber|getRealtimePhoneNumber|chooseAvatar|getUserInfo)|<(Camera|LivePusher|Map)\b/;

describe('private APIs of WeChat', () => {
  const users = app.filter((path) => USES.test(read(path))).sort();

  it('are called in few places of the library, and nowhere in pages and features', () => {
    expect(users).toEqual(['src/lib/choose-photos.ts', 'src/lib/copy-text.ts', 'src/lib/save-picture.ts', 'src/lib/voice-recorder.ts']);
  });

  it.each(users)('%s asks at the one door before it calls', (path) => {
    const text = read(path).replace(/const manager = Taro\.getRecorderManager\(\);/, '');
    const asked = text.indexOf('await ensurePrivacy()');
    const used = Math.max(text.search(USES), text.indexOf('manager.start('));
    expect(asked).toBeGreaterThan(0);
    expect(used).toBeGreaterThan(asked);
  });

  it('are asked for by name in the guide that an operator fills in', () => {
    expect(read('docs/deploy.md')).toMatch(/privacy guide.*nickname, photos and camera, saving pictures to the album, microphone .*, clipboard/);
  });

  it('no component asks for a phone number, a face or a place; a nickname is offered in one field', () => {
    expect(app.filter((path) => PRIVATE_COMPONENTS.test(read(path)))).toEqual(['src/features/member/name-field.tsx']);
  });
});
