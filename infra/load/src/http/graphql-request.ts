/** A GraphQL request over HTTP/1.1, whole and ready to be written to a socket. */
export function graphqlRequest(url: string, body: object, token: string | undefined): Buffer {
  const { host, pathname } = new URL(url);
  const text = JSON.stringify(body);
  const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\n${authorization}accept: application/json\r\ncontent-type: application/json\r\n` +
      `content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
