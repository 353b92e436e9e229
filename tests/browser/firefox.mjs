// SPDX-License-Identifier: MIT
// Firefox by its own protocol, Marionette: "LENGTH:[0,ID,NAME,{...}]" there,
// "LENGTH:[1,ID,ERROR,RESULT]" back.
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";

// The messages of a socket, one after the other.
async function* messages(socket) {
  let data = Buffer.alloc(0);
  for await (const chunk of socket) {
    data = Buffer.concat([data, chunk]);
    for (;;) {
      const colon = data.indexOf(":");
      const end = colon + 1 + Number(data.subarray(0, colon));
      if (colon < 0 || data.length < end) {
        break;
      }
      yield JSON.parse(data.subarray(colon + 1, end));
      data = data.subarray(end);
    }
  }
}

// Runs work with a function that sends a command and gives its result.
export async function withFirefox(program, work) {
  const profile = fs.mkdtempSync(`${process.cwd()}/firefox`);
  fs.writeFileSync(`${profile}/user.js`,
    'user_pref("marionette.port", 0);\n');
  const browser = spawn(program, ["--headless", "--no-remote", "--marionette",
    "--profile", profile], { stdio: "ignore",
    env: { ...process.env, HOME: profile } });
  const over = new Promise((done) => browser.once("exit", done));
  try {
    const place = `${profile}/MarionetteActivePort`;
    for (let n = 0; n < 600 && !fs.existsSync(place); n++) {
      await new Promise((done) => setTimeout(done, 100));
    }
    const socket = net.connect(Number(fs.readFileSync(place, "utf8")),
      "127.0.0.1");
    const replies = messages(socket);
    await replies.next();
    let id = 0;
    const send = async (name, parameters) => {
      const text = JSON.stringify([0, ++id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      const [, , error, result] = (await replies.next()).value;
      if (error !== null) {
        throw new Error(`${name}: ${error.message}`);
      }
      return result;
    };
    await send("WebDriver:NewSession", {});
    await work(send);
    socket.destroy();
  } finally {
    browser.kill();
    await over;
    fs.rmSync(profile, { recursive: true, force: true });
  }
}
