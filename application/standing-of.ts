import { questionsOf } from '#domain/catalogue/expand-list.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import type { Standing } from '#domain/conversation/event.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import { isWithOfficer } from '#domain/service-application/status.ts';
import { dayOf } from '#domain/shared/time.ts';

/** What a citizen is told of his application. */
export function standingOf(application: ServiceApplication, service: ServiceDefinition | undefined): Standing {
  const { id, serviceId, kind, acknowledgementNumber, status, filedAt, dueOn, history, answers, fee, feePaid } =
    application.snapshot();
  const role = service && isWithOfficer(status) ? stepsFor(service, answers, dayOf(filedAt))[0]?.role : undefined;
  const about = service && aboutOf(service, answers);
  return {
    id,
    serviceId,
    kind,
    acknowledgementNumber,
    status,
    filedAt,
    dueOn,
    since: history.at(-1)?.at ?? filedAt,
    ...(role && { withRole: role }),
    ...(about && { about }),
    ...(!feePaid && status === 'payment-pending' && { unpaid: fee }),
  };
}

/** The first name among the answers: enough to tell one child's certificate from another's. */
function aboutOf(service: ServiceDefinition, answers: Readonly<Record<string, string>>): string | undefined {
  const named = questionsOf(service, answers).find(
    (question) => question.type === 'person-name' && answers[question.id],
  );
  return named && answers[named.id]?.split(' ')[0];
}
