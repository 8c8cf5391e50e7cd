import { demoOfficers } from './demo.ts';
import { reasonOf } from './reason-of.ts';
import { startPlatform } from './start.ts';

/** Starts the platform, says where it is, and stops it in order when asked to. */
try {
  const platform = await startPlatform();
  const { url, settings } = platform;
  const end = async (): Promise<void> => {
    await platform.stop();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  if (url && settings.mode === 'demo') sayWhere(settings.publicUrl);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}

function sayWhere(publicUrl: string): void {
  const lines = [
    '',
    '  Ek Sandesh · demo mode: providers without credentials are stood in for, and no real money moves',
    '',
    `  Start here          ${publicUrl}/`,
    `  Phone simulator     ${publicUrl}/simulator`,
    `  Citizen kiosk       ${publicUrl}/kiosk`,
    `  Ways to begin       ${publicUrl}/join`,
    `  Officers' desk      ${publicUrl}/desk`,
    `  Dashboard           ${publicUrl}/dashboard`,
    `  Verify a document   ${publicUrl}/v/`,
    '',
    ...demoOfficers.map(
      ({ officer, password }) => `  ${officer.signInName.padEnd(10)} ${password.padEnd(16)} ${officer.role}`,
    ),
    '',
  ];
  console.log(lines.join('\n'));
}
