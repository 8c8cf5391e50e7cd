import type { TalkEvent } from '#domain/conversation/event.ts';
import type { CitizenId } from '#domain/shared/ids.ts';

/**
 * Tells a talk that something happened; it comes through the citizen's inbox like everything else.
 * `causeId` makes it unique: the same cause told twice is heard once.
 */
export type TellCitizen = (citizenId: CitizenId, causeId: string, event: TalkEvent) => Promise<void>;
