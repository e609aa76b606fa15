// Makes the upload form resumable (tus 1.0.0). Without this script the form is sent as it is.
const PIECE = 8 * 1024 * 1024;
const TRIES = 8;

class Ended extends Error {} // refused as a whole: the upload is ended, nothing is continued

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
const words = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const inBeijing = (text) => (text.length === 16 ? text + ":00" : text) + "+08:00";

async function ask(form, method, url, headers = {}, body = null) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]");
  const send = () => fetch(url, {
    method, body, redirect: "manual", headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": token.value, ...headers },
  });
  const answer = await send();
  if (answer.type !== "opaqueredirect" && answer.status !== 403) return answer;
  await signedIn(form, token);
  return send();
}

// An expired sign-in leads to its page; a new one has a new token. Waits until the page of the case is given again.
async function signedIn(form, token) {
  const line = form.querySelector("[role=status]"), said = line.textContent;
  for (;;) {
    const page = await fetch(form.dataset.page).then((answer) => answer.text()).catch(() => "");
    const fresh = page && new DOMParser().parseFromString(page, "text/html");
    if (fresh && !fresh.querySelector("[type=password]")) {
      token.value = (fresh.querySelector("[name=csrfmiddlewaretoken]") || token).value;
      line.textContent = said;
      return;
    }
    if (fresh && !line.querySelector("a")) {
      const link = Object.assign(document.createElement("a"), {
        href: form.dataset.signIn, target: "_blank", rel: "noopener", textContent: "重新登录",
      });
      line.replaceChildren("登录已过期，上传已暂停。请在新页面", link, "，登录以后本页自动从中断处接续，请勿关闭本页。");
    }
    await wait(3);
  }
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
  if (!url) throw new Error("上传没有开始，请重新上传。");
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
        if (answer.status === 422) throw new Ended(await reasonsOf(answer));
        if (!answer.ok) throw new Error(await reasonsOf(answer));
        offset = Number(answer.headers.get("Upload-Offset"));
        failures = 0;
        tell(offset / file.size);
      } while (offset < file.size);
      return;
    } catch (trouble) {
      if (trouble instanceof Ended || ++failures > TRIES) throw trouble;
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
    let key;
    try {
      const upload = await begun(form, file), url = upload.url;
      key = upload.key;
      await sent(form, file, url, (share) => { bar.value = share; line.textContent = `已上传${Math.floor(share * 100)}%`; });
      localStorage.removeItem(key);
      location.reload();
    } catch (trouble) {
      if (trouble instanceof Ended) localStorage.removeItem(key);
      line.textContent = trouble.message;
      button.disabled = false;
      delete form.dataset.sent;
    }
  });
}
