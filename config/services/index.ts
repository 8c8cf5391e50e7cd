import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { educationServices } from './education/index.ts';
import { foodSuppliesServices } from './food-supplies/index.ts';
import { healthServices } from './health/index.ts';
import { jalBoardServices } from './jal-board/index.ts';
import { labourServices } from './labour/index.ts';
import { mcdServices } from './mcd/index.ts';
import { policeServices } from './police/index.ts';
import { powerServices } from './power/index.ts';
import { publicGrievanceServices } from './public-grievance/index.ts';
import { revenueServices } from './revenue/index.ts';
import { scStObcWelfareServices } from './sc-st-obc-welfare/index.ts';
import { socialWelfareServices } from './social-welfare/index.ts';
import { transportServices } from './transport/index.ts';
import { womenChildServices } from './women-child/index.ts';

/** The services of this installation, in the order of the menus; each department lists its own. */
export const services: readonly ServiceDefinition[] = [
  ...mcdServices,
  ...revenueServices,
  ...socialWelfareServices,
  ...womenChildServices,
  ...scStObcWelfareServices,
  ...foodSuppliesServices,
  ...jalBoardServices,
  ...powerServices,
  ...transportServices,
  ...labourServices,
  ...educationServices,
  ...policeServices,
  ...healthServices,
  ...publicGrievanceServices,
];
