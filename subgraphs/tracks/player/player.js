import Hls from './hls.js';

const frame = document.querySelector('main');
const audio = document.querySelector('audio');
const status = document.querySelector('[role=status]');
const folderOf = (address) => address.slice(0, address.lastIndexOf('/') + 1);

async function grant() {
  const answer = await fetch(frame.dataset.stream);
  if (!answer.ok) throw new Error((await answer.json()).title);
  return answer.json();
}

/** Renews the address when a third of its life is left, and once after it was refused; what plays goes on. */
function play(first) {
  const began = folderOf(first.hlsUrl);
  let folder = began;
  let renewed = Date.now();
  const lifeMs = new Date(first.expiresAt) - renewed;
  const renew = async () => {
    renewed = Date.now();
    folder = folderOf((await grant()).hlsUrl);
  };
  const hls = new Hls({
    autoStartLoad: false,
    async xhrSetup(request, address) {
      if (Date.now() - renewed > (lifeMs * 2) / 3) await renew();
      request.open('GET', address.replace(began, folder), true);
    },
  });
  hls.on(Hls.Events.ERROR, (_event, { fatal, response }) => {
    if (!fatal) return;
    if (response?.code === 403 && Date.now() - renewed > 5_000) void renew().then(() => hls.startLoad());
    else status.textContent = 'This cannot be played now.';
  });
  hls.loadSource(first.hlsUrl);
  hls.attachMedia(audio);
  audio.addEventListener('play', () => hls.startLoad(), { once: true });
}

try {
  const first = await grant();
  if (Hls.isSupported()) play(first);
  else audio.src = first.hlsUrl;
} catch (error) {
  status.textContent = error.message;
}
