import type { Scheme } from '../scheme';
import { cityCompetitiveness } from './city-competitiveness.data';
import { nri } from './nri.data';
import { wci2 } from './wci-2.0.data';
import { wci11 } from './wci-11.data';
import { wci12 } from './wci-12.0.data';
import { wci13 } from './wci-13.0.data';
import { wci142 } from './wci-14.2.data';
import { wci142Shares } from './wci-14.2-shares.data';
import { zhengwei1 } from './zhengwei-1.data';
import { zhengweiAssess1 } from './zhengwei-assess-1.data';
import { zhengweiAssess1Satisfaction } from './zhengwei-assess-1-satisfaction.data';

/** Every scheme that the product knows; a new one is a file of data and a line here. */
export const schemes: Scheme[] = [
  wci2,
  wci11,
  wci12,
  wci13,
  wci142,
  wci142Shares,
  nri,
  cityCompetitiveness,
  zhengwei1,
  zhengweiAssess1,
  zhengweiAssess1Satisfaction,
];
