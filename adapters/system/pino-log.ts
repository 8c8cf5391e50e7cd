import { type DestinationStream, pino } from 'pino';
import type { Log } from '#application/ports/out/log.ts';

/** JSON lines on standard output. Of an error only its name, code and place are written: messages may quote data. */
export function pinoLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(options, destination ?? pino.destination(1));
  return {
    info: (event, ids) => logger.info({ ...ids }, event),
    warn: (event, ids) => logger.warn({ ...ids }, event),
    alarm: (event, ids, error) =>
      logger.error({ ...ids, ...(error !== undefined && { error: withoutMessage(error) }) }, event),
  };
}

const withoutMessage = (error: unknown): object => {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  // The stack's first line repeats the message.
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name: error.name, ...code, at: places.slice(0, 6).map((line) => line.trim()) };
};
