import { readMediaPush } from './media-push';

const push = {
  ToUserName: 'gh_1', FromUserName: 'oUser_1', CreateTime: 1_626_959_646, MsgType: 'event', Event: 'wxa_media_check', appid: 'wx1',
  trace_id: '60f96f1d-3845297a-1976a3ae', version: 2, detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
  errcode: 0, errmsg: 'ok', result: { suggest: 'pass', label: 100 },
};

describe('message push of the media check', () => {
  it('reads trace id and verdict', () => {
    expect(readMediaPush(push)).toEqual({ traceId: '60f96f1d-3845297a-1976a3ae', verdict: 'shown' });
    expect(readMediaPush({ ...push, result: { suggest: 'risky', label: 20_001 } })?.verdict).toBe('refused');
    expect(readMediaPush({ ...push, errcode: -1008, result: undefined })?.verdict).toBe('human');
    expect(readMediaPush({ ...push, result: {} })?.verdict).toBe('human');
  });

  it('leaves every other push alone', () => {
    for (const other of [null, 'x', {}, { ...push, Event: 'subscribe_msg_popup_event' }, { ...push, MsgType: 'text' }, { ...push, trace_id: { $ne: null } }, { ...push, trace_id: 'a b' }, { ...push, trace_id: '' }]) {
      expect(readMediaPush(other)).toBeNull();
    }
  });
});
