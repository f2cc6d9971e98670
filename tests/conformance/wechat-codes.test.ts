import { byDocument, byMeasurement, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { readCode, readPng } from './support/read-code';
import { later, openapi, openapiAs, refusedBy } from './support/wechat';

const API = 'wxacode.getUnlimited';
const PAGE = 'packages/wish/detail/index';
const draw = (world: World, change: object = {}) => openapi(world, API, { scene: 'w=1&from=poster', page: PAGE, ...change });
const pictureOf = async (world: World, change: object = {}) => readPng((await draw(world, change)).buffer as Buffer);
const said = async (world: World, change: object = {}): Promise<URL> => new URL(readCode(await pictureOf(world, change)) ?? 'unreadable:');
const colours = ({ rgba }: { readonly rgba: Uint8ClampedArray }): string[] => {
  const seen = new Set<string>();
  for (let at = 0; at < rgba.length; at += 4) seen.add([...rgba.subarray(at, at + 4)].join(','));
  return [...seen].sort();
};

const refuses = (name: string, source: ReturnType<typeof byDocument>, change: object, errCode: number, words: string) =>
  localScenario(name, source, (world) => world.refusal(() => draw(world, change)), refusedBy(API, errCode, words));

runScenarios('codes', [
  localScenario('the answer is a picture, not JSON', byDocument('api_getunlimitedqrcode: 返回图片 Buffer'), async (world) => {
    const { contentType, buffer, errCode, errMsg } = await draw(world);
    return [contentType, Buffer.isBuffer(buffer), errCode, errMsg];
  }, ['image/png', true, 0, 'openapi.wxacode.getUnlimited:ok']),
  localScenario('it scans, and says the page and the scene', byDocument('api_getunlimitedqrcode: scene, page'), async (world) => {
    const { origin, pathname, searchParams } = await said(world);
    return [origin === world.local.url, pathname, Object.fromEntries(searchParams)];
  }, [true, '/scan', { page: PAGE, scene: 'w=1&from=poster' }]),
  localScenario('who follows the link is told both', byDocument('api_getunlimitedqrcode: 获取 scene 值'), async (world) => (await fetch(await said(world))).json(), { page: PAGE, scene: 'w=1&from=poster' }),
  localScenario('every character a scene may hold comes back', byDocument("api_getunlimitedqrcode: !#$&'()*+,/:;=?@-._~"), async (world) => (await said(world, { scene: "aZ9!#$&'()*+,/:;=?@-._~" })).searchParams.get('scene'), "aZ9!#$&'()*+,/:;=?@-._~"),
  localScenario('without a page it leads to the first one', byDocument('api_getunlimitedqrcode: 默认是主页'), async (world) => (await said(world, { page: undefined })).searchParams.get('page'), 'pages/home/index'),
  localScenario('it is 430 wide unless something else is asked for', byDocument('api_getunlimitedqrcode: width 默认430'), async (world) => {
    const [usual, asked] = [await pictureOf(world), await pictureOf(world, { width: 1280 })];
    return [usual.width, usual.height, asked.width, asked.height];
  }, [430, 430, 1280, 1280]),
  localScenario('the smallest one still scans', byDocument('api_getunlimitedqrcode: width 最小 280px'), async (world) => (await said(world, { width: 280, scene: 'x'.repeat(32) })).searchParams.get('scene'), 'x'.repeat(32)),
  localScenario('it is black on white', byDocument('api_getunlimitedqrcode: line_color 默认黑'), async (world) => colours(await pictureOf(world)), ['0,0,0,255', '255,255,255,255']),
  localScenario('its lines take another colour', byDocument('api_getunlimitedqrcode: line_color'), async (world) => colours(await pictureOf(world, { lineColor: { r: '34', g: 95, b: 81 } })), ['255,255,255,255', '34,95,81,255']),
  localScenario('its ground may be clear', byDocument('api_getunlimitedqrcode: is_hyaline'), async (world) => colours(await pictureOf(world, { isHyaline: true })), ['0,0,0,255', '255,255,255,0']),
  refuses('a scene over 32 characters: 40169', byMeasurement('developers.weixin.qq.com 000e86b7acc018296beda83a55b400'), { scene: 'x'.repeat(33) }, 40169, 'invalid length for scene, or the data is not json string'),
  refuses('an empty scene: 40169', byMeasurement('developers.weixin.qq.com 34c805bcb1db880d33e78246b8ec2211'), { scene: '' }, 40169, 'invalid length for scene, or the data is not json string'),
  refuses('no scene: 40169', byMeasurement('developers.weixin.qq.com 34c805bcb1db880d33e78246b8ec2211'), { scene: undefined }, 40169, 'invalid length for scene, or the data is not json string'),
  refuses('a percent sign in the scene: 40129', byDocument('api_getunlimitedqrcode: 不支持%'), { scene: 'a%20b' }, 40129, 'invalid scene'),
  refuses('Chinese in the scene: 40129', byDocument('api_getunlimitedqrcode: 其它字符请自行编码'), { scene: '心愿1' }, 40129, 'invalid scene'),
  refuses('a reserved word in the scene: 85096', byDocument('api_getunlimitedqrcode: scancode_time'), { scene: 'scancode_time=1' }, 85096, 'not allow include scancode_time field'),
  refuses('a page with a slash before it: 41030', byDocument('api_getunlimitedqrcode: 根路径前不要填加 /'), { page: `/${PAGE}` }, 41030, 'invalid page'),
  refuses('a page with a query: 41030', byDocument('api_getunlimitedqrcode: 不能携带参数'), { page: `${PAGE}?a=1` }, 41030, 'invalid page'),
  refuses('a page that is not in app.json: 41030', byDocument('api_getunlimitedqrcode: 41030'), { page: 'pages/nowhere/index' }, 41030, 'invalid page'),
  localScenario('unless check_path is false', byDocument('api_getunlimitedqrcode: check_path'), async (world) => (await said(world, { page: 'pages/nowhere/index', checkPath: false })).searchParams.get('page'), 'pages/nowhere/index'),
  refuses('a width under 280', byDocument('api_getunlimitedqrcode: width'), { width: 279 }, 40097, 'invalid args: width'),
  refuses('a width over 1280', byDocument('api_getunlimitedqrcode: width'), { width: 1281 }, 40097, 'invalid args: width'),
  refuses('an unknown version', byDocument('api_getunlimitedqrcode: env_version'), { envVersion: 'beta' }, 40097, 'invalid args: env_version'),
  localScenario('too many within a minute: 45009', byDocument('api_getunlimitedqrcode: 5000次/分钟'), async (world) => {
    await world.local.control('quotas', { apiName: API, perMinute: 1 });
    await draw(world);
    const refused = await world.refusal(() => draw(world));
    await later(world, 60_000);
    return [refused, (await draw(world)).errCode];
  }, [refusedBy(API, 45009, 'reach max api daily quota limit'), 0]),
  localScenario('a function draws it as well', byDocument('api_getunlimitedqrcode: 云调用'), (world) => openapiAs(world, 'oAlice', API, { scene: 'a', page: PAGE }), expect.objectContaining({ errCode: 0, contentType: 'image/png' })),
]);
