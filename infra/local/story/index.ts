export { type AppClient, appClient, documentText } from './client.ts';
export { openCommunity, send } from './live-chat.ts';
export { type Person, signUp } from './people.ts';
export { wavSong } from './song.ts';
export { createTrack, createUpload, processed } from './song-on-air.ts';
export { storyTeller } from './steps.ts';
export { upload } from './upload.ts';
