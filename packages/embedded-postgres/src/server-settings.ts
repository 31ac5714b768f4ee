/** What the server is for: data that must survive a power cut, or tests that throw it away. */
export type SettingsName = 'durable' | 'test';

const COMMON: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Statements and values of clients stay out of the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

const SETTINGS: Readonly<Record<SettingsName, Readonly<Record<string, string>>>> = {
  durable: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_connections: '100' },
  test: {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    max_wal_size: '256MB',
    autovacuum: 'off',
  },
};

/** Command line arguments for the server. */
export function serverArguments(name: SettingsName, port: number): readonly string[] {
  return Object.entries({ ...COMMON, ...SETTINGS[name], port: String(port) }).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}
