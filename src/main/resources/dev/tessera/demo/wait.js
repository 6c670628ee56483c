// Counts the time to wait down where the page says it. A courtesy: the page says until when without it, too.
const {seconds, left, over} = document.currentScript.dataset;
const end = performance.now() + seconds * 1000;

const count = (number, unit) => `${number} ${unit}${number === 1 ? '' : 's'}`;
const words = remaining => remaining <= 90 ? count(remaining, 'second') : count(Math.ceil(remaining / 60), 'minute');

function textWith(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.data.includes(left) ? node : null;
  }
  return [...node.childNodes].map(textWith).find(Boolean) ?? null;
}

for (const note of document.querySelectorAll('.note')) {
  const text = textWith(note);
  if (text !== null) {
    const rest = text.splitText(text.data.indexOf(left));
    rest.data = rest.data.slice(left.length);
    const timer = document.createElement('span');
    timer.id = 'left';
    timer.setAttribute('role', 'timer'); // is not read aloud at each second, though the note is when it changes
    timer.textContent = left;
    rest.before(timer);
    const ticking = setInterval(() => {
      const remaining = Math.ceil((end - performance.now()) / 1000);
      if (remaining > 0) {
        timer.textContent = words(remaining);
      } else {
        clearInterval(ticking);
        note.classList.remove('error');
        note.textContent = over;
      }
    }, 250);
  }
}
