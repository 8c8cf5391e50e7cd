import { serviceFiles } from './new/service-files.ts';
import { kebabCase, runNew } from './new/write-files.ts';

// A folder of a service to fill in, with its test: npm run new:service -- mcd tree-pruning
const usage = 'usage: npm run new:service -- DEPARTMENT SERVICE, such as: mcd tree-pruning';

await runNew(() => {
  const [department, service] = process.argv.slice(2);
  return serviceFiles({
    department: kebabCase(department, usage),
    id: kebabCase(service, usage),
    today: new Date().toISOString().slice(0, 10),
  });
});
