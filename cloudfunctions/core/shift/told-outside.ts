import type { Shift } from './shift';

/**
 * What is told of a shift where more people read than may see it: in tasks, in records of service, on certificates. Of a
 * help team's nothing that says for whom, where or under which name; that somebody served stays true.
 */
export const toldOutside = ({ audience, title, placeText, organiserName, areaName }: Pick<Shift, 'audience' | 'title' | 'placeText' | 'organiserName' | 'areaName'>): Pick<Shift, 'title' | 'placeText' | 'organiserName'> =>
  audience === 'helpTeam' ? { title: '帮扶小组的一班', placeText: areaName, organiserName: areaName } : { title, placeText, organiserName };
