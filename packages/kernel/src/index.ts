export { assertNever } from './assert-never.ts';
export type { BackgroundTask } from './background.ts';
export { type Clock, systemClock } from './clock.ts';
export { type CursorCodec, type CursorKey, cursorCodec, MAX_CURSOR_LENGTH } from './cursor.ts';
export {
  DEFAULT_PAGE_SIZE,
  MAX_PAGE_SIZE,
  type Page,
  type PageArguments,
  type PageRequest,
  pageOf,
  pageRequest,
  type Slice,
} from './page.ts';
export { type Id, idGenerator, type NewId, toId } from './id.ts';
export { IMAGE_SIZES, type ImageSize, imageSizeFor } from './image-size.ts';
export { periodicTask, type PeriodicWork } from './periodic-task.ts';
export { err, ok, type Result } from './result.ts';
export { MAX_ID_LENGTH, parseTypeId, toTypeId, toUuid, typeIdPrefix } from './type-id.ts';
export type { UnitOfWork } from './unit-of-work.ts';
export { NIL_UUID, type RandomBytes, type Uuid, uuidFromBytes, uuidToBytes, uuidv7 } from './uuid.ts';
