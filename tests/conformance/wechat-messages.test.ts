import { byDocument, byMeasurement, localScenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { openapi, openapiAs, refusedBy } from './support/wechat';

const API = 'subscribeMessage.send';
const message = { touser: 'oBob', templateId: 'T1', page: 'pages/home/index', data: { thing1: { value: '一' } } };
const grant = (world: World, count = 1): Promise<unknown> => world.local.control('grants', { openid: 'oBob', templateId: 'T1', count });
const send = (world: World, change: object = {}) => openapi(world, API, { ...message, ...change });

const refuses = (name: string, change: object, errCode: number, words: string, where = 'subscribeMessage.send: errcode') =>
  localScenario(name, byDocument(where), async (world) => {
    await grant(world);
    return world.refusal(() => send(world, change));
  }, refusedBy(API, errCode, words));

const field = (name: string, value: unknown, isRight: boolean) =>
  localScenario(`${name} ${isRight ? 'may be' : 'may not be'} ${JSON.stringify(value).slice(0, 40)}`, byDocument('订阅消息参数值内容限制说明'), async (world) => {
    await grant(world);
    try {
      return (await send(world, { data: { [name]: { value } } })).errCode;
    } catch (error) {
      return [(error as { errCode: number }).errCode, (error as { errMsg: string }).errMsg.replace(/ rid: .*/, '')];
    }
  }, isRight ? 0 : [47003, `openapi.subscribeMessage.send:fail argument invalid! data.${name}.value ${value === '' ? 'is empty' : 'invalid'}`]);

runScenarios('subscription messages', [
  localScenario('nobody who did not accept gets one: 43101', byDocument('subscribeMessage.send: 43101'), (world) => world.refusal(() => send(world)), refusedBy(API, 43101, 'user refuse to accept the msg')),
  localScenario('one acceptance is one message', byDocument('subscribeMessage.send: 一次性订阅'), async (world) => {
    await grant(world, 2);
    const sent = [(await send(world)).errCode, (await send(world)).errCode];
    return [...sent, (await world.refusal(() => send(world))).errCode];
  }, [0, 0, 43101]),
  localScenario('what was sent lies in the inbox of that person alone', byDocument('subscribeMessage.send'), async (world) => {
    await grant(world);
    const { msgid } = await send(world);
    const [own, other] = [await world.local.control('inbox?openid=oBob'), await world.local.control('inbox?openid=oAlice')];
    return [typeof msgid, own.messages, other.messages];
  }, ['string', [expect.objectContaining({ openid: 'oBob', templateId: 'T1', page: 'pages/home/index', data: { thing1: { value: '一' } } })], []]),
  localScenario('a message that is wrong costs no acceptance', byDocument('subscribeMessage.send: 47003'), async (world) => {
    await grant(world);
    await world.refusal(() => send(world, { data: { thing1: { value: '字'.repeat(21) } } }));
    return (await send(world)).errCode;
  }, 0),
  localScenario('a function sends it as well', byDocument('subscribeMessage.send: 云调用'), async (world) => {
    await grant(world);
    return openapiAs(world, 'oAlice', API, message);
  }, expect.objectContaining({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })),
  refuses('no receiver: 40003', { touser: '' }, 40003, 'invalid openid'),
  refuses('no template: 40037', { templateId: '' }, 40037, 'invalid template_id'),
  refuses('a template id of other characters: 40037', { templateId: 'a template' }, 40037, 'invalid template_id'),
  refuses('a page that is not in app.json: 41030', { page: 'pages/nowhere/index' }, 41030, 'invalid page'),
  refuses('no fields at all: 47003', { data: {} }, 47003, 'argument invalid! data is empty'),
  refuses('a kind of field nobody knows', { data: { title1: { value: 'a' } } }, 47003, 'argument invalid! data.title1.value invalid'),
  refuses('an unknown state of the program', { miniprogramState: 'beta' }, 47003, 'argument invalid!'),
  localScenario('a page may carry a query and lie in a sub-package', byDocument('subscribeMessage.send: page 支持带参数'), async (world) => {
    await grant(world);
    return (await send(world, { page: 'packages/wish/detail/index?id=1&from=msg' })).errCode;
  }, 0),
  localScenario('the first wrong field is named', byMeasurement('developers.weixin.qq.com 47003 data.phrase10.value invalid'), async (world) => {
    await grant(world);
    return world.refusal(() => send(world, { data: { thing1: { value: '好' }, phrase10: { value: '略略略略略略' }, time3: { value: 'x' } } }));
  }, refusedBy(API, 47003, 'argument invalid! data.phrase10.value invalid')),
]);

runScenarios('fields of subscription messages', [
  field('thing1', '字'.repeat(20), true),
  field('thing1', '字'.repeat(21), false),
  field('thing1', '', false),
  field('number2', '12.5', true),
  field('number2', '十二', false),
  field('letter3', 'abc', true),
  field('letter3', 'abc1', false),
  field('character_string4', 'ORDER-2026_1', true),
  field('character_string4', '订单1', false),
  field('character_string4', 'x'.repeat(33), false),
  field('time5', '2026年11月27日 15:01', true),
  field('time5', '15:01~16:30', true),
  field('time5', '明天 3 点', false),
  field('date6', '2019年10月1日', true),
  field('date6', '15:01', false),
  field('amount7', '¥12.50元', true),
  field('amount7', '12元5角', false),
  field('phone_number8', '+86-0766-66888866', true),
  field('phone_number8', '打电话', false),
  field('car_number9', '粤A8Z888挂', true),
  field('car_number9', '粤A8Z888挂8', false),
  field('name10', '张三', true),
  field('name10', 'Li Lei', true),
  field('name10', '张三1', false),
  field('phrase11', '配送中', true),
  field('phrase11', '正在配送途中', false),
  field('phrase11', 'sent', false),
]);
