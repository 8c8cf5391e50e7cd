import type { Dated } from '#domain/catalogue/service-definition.ts';

/** What Meta takes of one kind of file, in each direction. */
interface MediaLimit {
  readonly mimes: readonly string[];
  readonly maxBytes: number;
}

const MB = 1024 * 1024;
const office = 'application/vnd.openxmlformats-officedocument';

/** By kind. The sticker's limit is that of an animated one; a still one has a fifth of it. */
export const mediaLimits: Dated<Readonly<Record<'image' | 'video' | 'audio' | 'document' | 'sticker', MediaLimit>>> = {
  value: {
    image: { mimes: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
    video: { mimes: ['video/mp4', 'video/3gp'], maxBytes: 16 * MB },
    audio: { mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], maxBytes: 16 * MB },
    document: {
      mimes: [
        'text/plain',
        'application/pdf',
        'application/msword',
        'application/vnd.ms-excel',
        'application/vnd.ms-powerpoint',
        `${office}.wordprocessingml.document`,
        `${office}.spreadsheetml.sheet`,
        `${office}.presentationml.presentation`,
      ],
      maxBytes: 100 * MB,
    },
    sticker: { mimes: ['image/webp'], maxBytes: 500 * 1024 },
  },
  from: '2026-03-01',
  verified: true,
  source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
};

/** As what a file can be sent: a picture that is too large for one goes as a document. Absent: not at all. */
export function sentAs(file: { readonly bytes: Uint8Array; readonly mime: string }): 'image' | 'document' | undefined {
  const { image, document } = mediaLimits.value;
  const isPicture = image.mimes.includes(file.mime);
  if (isPicture && file.bytes.length <= image.maxBytes) return 'image';
  const isDocument = isPicture || document.mimes.includes(file.mime);
  return isDocument && file.bytes.length <= document.maxBytes ? 'document' : undefined;
}

/** The most that the provider lets a file of this kind have, and we may take: larger ones are not fetched. */
export const mostBytesOf = (kind: keyof typeof mediaLimits.value, ours: number): number =>
  Math.min(mediaLimits.value[kind].maxBytes, ours);
