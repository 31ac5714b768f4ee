import { clientDocuments } from '@veza/schema';
import { print } from 'graphql';
import type { GraphiqlTab } from '@veza/gateway';

interface Chapter {
  readonly document: string;
  /** Comment above the operation: what it does and what to fill in. */
  readonly hint: string;
  readonly variables: Record<string, unknown>;
}

/** The story of the README, one operation a tab. Angle brackets are to be replaced by what earlier tabs answered. */
const CHAPTERS: readonly Chapter[] = [
  {
    document: 'SignUp',
    hint: 'Run this first. Copy session.accessToken into the Headers of the other tabs.',
    variables: { input: { username: 'ada', email: 'ada@example.org', password: 'a long enough passphrase', displayName: 'Ada' } },
  },
  { document: 'Viewer', hint: 'Who am I? Needs the Authorization header below.', variables: {} },
  {
    document: 'CreateUpload',
    hint: 'Then send the file with any tus client, or: npm run veza -- upload <url> <file>',
    variables: { input: { purpose: 'TRACK_AUDIO', filename: 'song.wav', byteSize: 1_000_000, contentType: 'audio/wav' } },
  },
  {
    document: 'CreateTrack',
    hint: 'Once the bytes are there.',
    variables: { input: { uploadId: '<upload.id>', title: 'First light', visibility: 'PUBLIC' } },
  },
  { document: 'TrackProcessing', hint: 'Live, over WebSocket, up to READY.', variables: { trackId: '<track.id>' } },
  { document: 'TrackForListening', hint: 'stream.hlsUrl plays in Safari, VLC, mpv or hls.js.', variables: { id: '<track.id>' } },
  { document: 'CreateCommunity', hint: 'A place to talk.', variables: { input: { name: 'Night shift', slug: 'night-shift' } } },
  {
    document: 'CreateChannel',
    hint: 'With a first channel.',
    variables: { input: { communityId: '<community.id>', name: 'works-in-progress', kind: 'TEXT' } },
  },
  {
    document: 'CreateInvite',
    hint: 'A second person joins with this code (JoinCommunity).',
    variables: { input: { communityId: '<community.id>' } },
  },
  { document: 'ChannelEvents', hint: 'Leave it running and send a message from the next tab.', variables: { channelId: '<channel.id>' } },
  {
    document: 'SendMessage',
    hint: 'The same nonce again answers replayed: true.',
    variables: {
      input: {
        channelId: '<channel.id>',
        nonce: 'hello-1',
        content: 'Listen to this',
        trackMoment: { trackId: '<track.id>', positionMs: 2000 },
      },
    },
  },
  { document: 'ProfilePage', hint: 'Four subgraphs, one request.', variables: { username: 'ada' } },
];

/** The tabs that GraphiQL opens with. */
export function graphiqlTabs(): readonly GraphiqlTab[] {
  const documents = new Map(clientDocuments().map(({ name, document }) => [name, document]));
  return CHAPTERS.flatMap(({ document, hint, variables }) => {
    const found = documents.get(document);
    return found ? [{ title: `${document}: ${hint}`, query: print(found), variables }] : [];
  });
}
