import { existsSync } from 'node:fs';

/** A document that the law gives a form of its own has a template beside its service; the others share one. */
export function templateOf(department: string, service: string): string {
  const own = `services/${department}/${service}/certificate`;
  return existsSync(new URL(`${own}.typ`, import.meta.url)) ? own : SHARED_TEMPLATE;
}

const SHARED_TEMPLATE = 'templates/print/issued';
