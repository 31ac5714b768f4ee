import type { Tracing } from './tracing.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Part of the traces that is recorded unless `OTEL_TRACES_SAMPLER` says otherwise. @see reliability.md 10 */
const RECORDED_SHARE = 0.1;
const PROTOCOL = 'http/protobuf';

/** Whether the standard variables name somebody who takes traces. @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables */
function isConfigured(env: Environment): boolean {
  if (env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || env['OTEL_TRACES_EXPORTER'] === 'none') return false;
  return [env['OTEL_EXPORTER_OTLP_ENDPOINT'], env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']].some((url) => url !== undefined && url !== '');
}

/**
 * Opens traces as the standard `OTEL_*` variables of the process say. Where they say nothing, the answer is undefined:
 * no part of the SDK is loaded and no connection is made.
 * @param service `service.name` unless `OTEL_SERVICE_NAME` says otherwise
 * @param env the environment of this process, which the SDK reads itself
 * @throws Error when the variables ask for another protocol than OTLP over HTTP with protobuf
 */
export async function openTracing(service: string, env: Environment): Promise<Tracing | undefined> {
  if (!isConfigured(env)) return undefined;
  const protocol = env['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] ?? env['OTEL_EXPORTER_OTLP_PROTOCOL'] ?? PROTOCOL;
  if (protocol !== PROTOCOL) throw new Error(`OTEL_EXPORTER_OTLP_PROTOCOL must be ${PROTOCOL}`);
  const [{ openTelemetryTracing }, { OTLPTraceExporter }] = await Promise.all([
    import('./open-telemetry-tracing.ts'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  const recordedShare = env['OTEL_TRACES_SAMPLER'] === undefined ? RECORDED_SHARE : undefined;
  return openTelemetryTracing({ service, exporter: new OTLPTraceExporter(), recordedShare });
}
