export { flattenedMeasure, type Measure } from './flattened-measure.ts';
export { jsonDepth } from './json-depth.ts';
export { isExceeded, type LimitReading } from './limit-reading.ts';
export { defaultLimits, type LimitName, type Limits, limitVariable, looseLimits } from './limits.ts';
export { aliasCount, depth, directiveCount, introspectionDepth, rootFieldCount } from './operation-counts.ts';
export { jsonDepthReading, operationReadings, tokensReading } from './operation-readings.ts';
export { type TextProblem, textProblem, textProblemMessages } from './text.ts';
export { countTokens } from './tokens.ts';
export { strictUtf8 } from './utf8.ts';
