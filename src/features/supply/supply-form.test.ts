import type { MeView } from '@contract';
import { checkSupplyForm, EMPTY_SUPPLY, supplyNames, type SupplyForm } from './supply-form';
import { hasSlot, isWholeDay, SLOT_PRESETS, toggleDay, toggleSlot } from './week-slots';

const ME = { communityId: 'd-s-c1', displayName: '吴老板', roles: [] } as unknown as MeView;
const role = (held: string, areaId: string, merchantName: string | null = null) => ({ role: held, areaId, areaName: '', merchantName }) as MeView['roles'][number];
const FORM: SupplyForm = { ...EMPTY_SUPPLY, category: 'repair', title: '换灯', slots: 1, certificates: ['gas'] };

describe('an offer as it is filled in', () => {
  test('names: a neighbour only their own; a shop, a unit and staff more, each for its community', () => {
    expect(supplyNames(ME, []).map(({ key }) => key)).toEqual(['self']);
    const names = supplyNames({ ...ME, roles: [role('merchant', 'd-s-c2', '吴记'), role('staff', 'd-s')] }, [{ unitId: 'u_1', name: '物业', isContact: true, state: 'active' }, { unitId: 'u_2', name: '别家', isContact: false, state: 'active' }]);
    expect(names.map(({ key, communityId }) => [key, communityId])).toEqual([['shop:d-s-c2', 'd-s-c2'], ['self', 'd-s-c1'], ['u_1', 'd-s-c1'], ['organisation', 'd-s-c1']]);
  });

  test('what is missing is said beside its field', () => {
    const [self] = supplyNames(ME, []);
    expect(checkSupplyForm(EMPTY_SUPPLY, self!, null).errors).toMatchObject({ category: '请选一类', title: '请写能提供什么', slots: '请选哪些时候方便' });
    expect(checkSupplyForm(FORM, { ...self!, as: { kind: 'organisation', name: '' } }, null).errors).toEqual({ 'as.name': '请写组织的名字' });
  });

  test('a private person names no certificate; the whole community unless a 小区 is chosen; a place that stands is kept', () => {
    const [self] = supplyNames(ME, []);
    expect(checkSupplyForm(FORM, self!, null).words).toMatchObject({ certificates: [], areaId: 'd-s-c1', point: null });
    const point = { lng: 113.1, lat: 27.8 };
    expect(checkSupplyForm({ ...FORM, areaId: 'd-s-c1-g1' }, { ...self!, as: { kind: 'merchant' } }, point).words).toMatchObject({ certificates: ['gas'], areaId: 'd-s-c1-g1', point, seatAreaId: null });
  });

  test('where a shop is, once chosen, stands for the place that was; of a neighbour it says nothing', () => {
    const [self] = supplyNames(ME, []);
    const point = { lng: 113.1, lat: 27.8 };
    expect(checkSupplyForm({ ...FORM, seatAreaId: 'd-s-c1-g2' }, { ...self!, as: { kind: 'merchant' } }, point).words).toMatchObject({ areaId: 'd-s-c1', seatAreaId: 'd-s-c1-g2', point: null });
    expect(checkSupplyForm({ ...FORM, seatAreaId: 'd-s-c1-g2' }, self!, null).words).toMatchObject({ seatAreaId: null });
  });
});

describe('times of the week', () => {
  test('a tap on a time and on a day, there and back', () => {
    const tuesdayEvening = toggleSlot(0, 1, 2);
    expect(hasSlot(tuesdayEvening, 1, 2)).toBe(true);
    expect(toggleSlot(tuesdayEvening, 1, 2)).toBe(0);
    const tuesday = toggleDay(tuesdayEvening, 1);
    expect([isWholeDay(tuesday, 1), isWholeDay(tuesday, 2), toggleDay(tuesday, 1)]).toEqual([true, false, 0]);
    expect(SLOT_PRESETS.map(({ slots }) => slots.toString(2).replace(/0/g, '').length)).toEqual([21, 10, 7, 4]);
  });
});
