import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { lostArticleReport } from './lost-article-report/service.ts';
import { policeClearance } from './police-clearance/service.ts';
import { tenantVerification } from './tenant-verification/service.ts';

export const policeServices: readonly ServiceDefinition[] = [lostArticleReport, tenantVerification, policeClearance];
