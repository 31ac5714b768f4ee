import type { Id } from '@veza/kernel';

/** What an upload is for; it decides how large it may be and who may use it. */
export type UploadPurpose = 'TRACK_AUDIO' | 'ARTWORK' | 'AVATAR' | 'CHAT_ATTACHMENT' | 'LISTING_FILE';

/**
 * PENDING until the first byte, RECEIVING until the last; then READY, or REFUSED when the bytes are not what was announced or no picture where
 * one is due. A picture is made before its upload is READY.
 * A mutation that uses it takes READY to CLAIMED. Whatever was neither completed nor used in time, or was given up, ends as EXPIRED.
 */
export type UploadState = 'PENDING' | 'RECEIVING' | 'READY' | 'CLAIMED' | 'REFUSED' | 'EXPIRED';

/** Why an upload is REFUSED. */
export type UploadRefusalCode =
  | 'CHECKSUM_MISMATCH'
  | 'UNSUPPORTED_FORMAT'
  | 'TOO_MANY_PIXELS'
  | 'CORRUPT_MEDIA'
  | 'PROCESSING_TIMEOUT'
  | 'PROCESSING_CRASHED'
  | 'TRANSCODER_UNAVAILABLE';

/** What its owner is told of a refusal. */
export const REFUSAL_MESSAGES: Readonly<Record<UploadRefusalCode, string>> = {
  CHECKSUM_MISMATCH: 'The bytes are not those that were announced.',
  UNSUPPORTED_FORMAT: 'The file is no picture that we read: JPEG, PNG or a WebP that does not move.',
  TOO_MANY_PIXELS: 'The picture has more than 50 million pixels, or a side of more than 16,384.',
  CORRUPT_MEDIA: 'The picture is damaged or incomplete.',
  PROCESSING_TIMEOUT: 'Reading the picture took too long.',
  PROCESSING_CRASHED: 'The picture could not be processed.',
  TRANSCODER_UNAVAILABLE: 'This installation cannot process pictures at present.',
};

/** Whether a picture is to be made of what is sent. */
export function isPicture(purpose: UploadPurpose): boolean {
  return purpose === 'ARTWORK' || purpose === 'AVATAR';
}

/** A file on its way here. */
export interface Upload {
  readonly id: Id<'upload'>;
  readonly ownerId: Id<'user'>;
  readonly purpose: UploadPurpose;
  /** Display data only: no path, no argument of a program and no key is built from it. */
  readonly filename: string;
  readonly byteSize: number;
  readonly receivedBytes: number;
  readonly state: UploadState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Lower-case hex, as the client announced it. */
  readonly announcedSha256: string | null;
  /** Null unless it is REFUSED. */
  readonly refusalCode: UploadRefusalCode | null;
  /** The picture that was made of it; null for everything else. */
  readonly imageId: string | null;
  /** By signature; null before all bytes are there. */
  readonly contentType: string | null;
  /** Public key of a file that is served as it is, 26 characters of `a-z0-9`; null for other purposes and before it is READY. */
  readonly aid: string | null;
  /** Pixels of an attached picture, upright; null for everything else. */
  readonly width: number | null;
  readonly height: number | null;
  /** Version of the row, for events. */
  readonly revision: number;
}

/** Bounds of uploads; every one can be set by the installation. */
export interface UploadLimits {
  readonly maxBytes: Readonly<Record<UploadPurpose, number>>;
  /** Bytes that a person may have in uploads and sources together, announced ones included. */
  readonly quotaBytes: number;
  readonly maxOpenUploads: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** The limits when nothing else is configured. */
export const UPLOAD_LIMITS: UploadLimits = {
  maxBytes: { TRACK_AUDIO: 4 * GIB, ARTWORK: 20 * MIB, AVATAR: 10 * MIB, CHAT_ATTACHMENT: 100 * MIB, LISTING_FILE: 5 * GIB },
  quotaBytes: 50 * GIB,
  maxOpenUploads: 10,
};

/** An upload ends this long after its last byte … */
export const IDLE_UPLOAD_MS = 24 * 3_600_000;
/** … and in any case this long after it was made. */
export const MAX_UPLOAD_MS = 7 * 24 * 3_600_000;

/** When an upload ends if nothing more arrives. */
export function uploadExpiry(createdAt: Date, lastByteAt: Date): Date {
  return new Date(Math.min(lastByteAt.getTime() + IDLE_UPLOAD_MS, createdAt.getTime() + MAX_UPLOAD_MS));
}

const MAX_FILENAME_BYTES = 255;
/** Separators, control characters, and what turns the direction of text around and so disguises an ending. */
const FORBIDDEN_IN_FILENAME = /[/\\\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Whether a file name can be kept and shown. */
export function isFilename(name: string): boolean {
  const bytes = new TextEncoder().encode(name).length;
  return bytes > 0 && bytes <= MAX_FILENAME_BYTES && name.trim() !== '' && !FORBIDDEN_IN_FILENAME.test(name);
}

/** Whether a text is a SHA-256 in hex. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text);
}

/** What a person's uploads add up to. */
export interface UploadUse {
  readonly openUploads: number;
  readonly bytes: number;
}

/** What a client announces. */
export interface AnnouncedUpload {
  readonly purpose: UploadPurpose;
  readonly filename: string;
  readonly byteSize: number;
}

/** Why an announced upload is not taken; undefined when it is. */
export function uploadProblem(announced: AnnouncedUpload, use: UploadUse, limits: UploadLimits): UploadProblem | undefined {
  if (!isFilename(announced.filename)) return 'INVALID_FILENAME';
  if (announced.byteSize > limits.maxBytes[announced.purpose]) return 'UPLOAD_TOO_LARGE';
  if (use.openUploads >= limits.maxOpenUploads) return 'TOO_MANY_UPLOADS';
  return use.bytes + announced.byteSize > limits.quotaBytes ? 'QUOTA_EXCEEDED' : undefined;
}

/** Codes of `uploadProblem`. */
export type UploadProblem = 'INVALID_FILENAME' | 'UPLOAD_TOO_LARGE' | 'TOO_MANY_UPLOADS' | 'QUOTA_EXCEEDED';
