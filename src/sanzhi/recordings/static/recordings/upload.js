// Makes the upload form resumable (tus 1.0.0). Without this script the form is sent as it is.
const PIECE = 8 * 1024 * 1024;
const TRIES = 8;

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const words = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const inBeijing = (text) => (text.length === 16 ? text + ":00" : text) + "+08:00";

function ask(form, method, url, headers = {}, body = null) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  return fetch(url, { method, body, headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": token, ...headers } });
}

async function reasonsOf(answer) {
  try {
    return (await answer.json()).reasons.map((row) => row.sentence + (row.remedy || "")).join("；");
  } catch {
    return `上传失败（${answer.status}）。`;
  }
}

async function begun(form, file) {
  const key = `upload:${form.dataset.case}:${form.proceeding.value}:${form.moment.value}:${form.started_at.value}:${form.ended_at.value}:${file.name}:${file.size}:${file.lastModified}`;
  const known = localStorage.getItem(key);
  if (known && (await ask(form, "HEAD", known)).ok) return { url: known, key };
  const stated = {
    case: form.dataset.case, proceeding: form.proceeding.value, moment: form.moment.value, name: file.name, device: form.device.value,
    interruption: form.interruption.value, started_at: inBeijing(form.started_at.value),
    ...(form.ended_at.value && { ended_at: inBeijing(form.ended_at.value) }),
  };
  const metadata = Object.entries(stated).map(([name, value]) => `${name} ${words(value)}`).join(",");
  const answer = await ask(form, "POST", form.dataset.uploads, { "Upload-Length": file.size, "Upload-Metadata": metadata });
  if (!answer.ok) throw new Error(await reasonsOf(answer));
  const url = answer.headers.get("Location");
  localStorage.setItem(key, url);
  return { url, key };
}

async function sent(form, file, url, tell) {
  let failures = 0;
  for (;;) {
    try {
      const where = await ask(form, "HEAD", url);
      if (!where.ok) throw new Error(await reasonsOf(where));
      let offset = Number(where.headers.get("Upload-Offset"));
      do {
        const headers = { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" };
        const answer = await ask(form, "PATCH", url, headers, file.slice(offset, offset + PIECE));
        if (answer.status === 422) { failures = TRIES; throw new Error(await reasonsOf(answer)); }
        if (!answer.ok) throw new Error(await reasonsOf(answer));
        offset = Number(answer.headers.get("Upload-Offset"));
        failures = 0;
        tell(offset / file.size);
      } while (offset < file.size);
      return;
    } catch (trouble) {
      if (++failures > TRIES) throw trouble;
      await wait(Math.min(2 ** failures, 60));
    }
  }
}

for (const form of document.querySelectorAll("form.upload")) {
  const bar = form.querySelector("progress"), line = form.querySelector("[role=status]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = form.file.files[0], button = form.querySelector("button");
    if (!file) return;
    button.disabled = true;
    bar.hidden = false;
    try {
      const { url, key } = await begun(form, file);
      await sent(form, file, url, (share) => { bar.value = share; line.textContent = `已上传${Math.floor(share * 100)}%`; });
      localStorage.removeItem(key);
      location.reload();
    } catch (trouble) {
      line.textContent = trouble.message;
      button.disabled = false;
      delete form.dataset.sent;
    }
  });
}
