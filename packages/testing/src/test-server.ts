import postgres from 'postgres';

/** URL of the test server, or of one of its databases. Its user is a superuser. */
export function testServerUrl(databaseName?: string): string {
  const url = process.env['VEZA_TEST_DATABASE_URL'];
  if (!url) throw new Error('no test server: run this file in the project "integration", whose global setup starts one');
  if (databaseName === undefined) return url;
  const other = new URL(url);
  other.pathname = `/${databaseName}`;
  return other.href;
}

/** Does something on one connection to the test server's own database. */
export async function onTestServer<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(testServerUrl(), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
