// SPDX-License-Identifier: GPL-3.0-or-later
// node measure.js DOCUMENTS FOLDER: PouchDB and its Express server on loopback, on the documents that Yizhan has just measured.
// DOCUMENTS has one JSON object a line, with "_id". Prints one JSON object: records a second, milliseconds, bytes.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const {fork} = require('child_process');
const PouchDB = require('pouchdb');

const [documents, folder, role] = process.argv.slice(2);
const sizeOfPush = 20000;
const roundsOfChange = 200;

function serve() {
  const app = require('express')();
  const Stored = PouchDB.defaults({prefix: path.join(folder, 'server') + path.sep});
  app.use('/', require('express-pouchdb')(Stored, {mode: 'minimumForPouchDB', logPath: path.join(folder, 'server.log')}));
  const listening = app.listen(0, '127.0.0.1', () => process.send({port: listening.address().port}));
  process.on('message', (message) => {
    if (message === 'memory') process.send({memory: process.memoryUsage().rss});
  });
}

async function* batches(size) {
  let batch = [];
  for await (const line of readline.createInterface({input: fs.createReadStream(documents)})) {
    batch.push(JSON.parse(line));
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length) yield batch;
}

const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;
const ask = (child, what) => new Promise((answer) => {
  child.once('message', answer);
  if (what) child.send(what);
});
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];

async function measure() {
  for (const name of ['server', 'a', 'b']) fs.mkdirSync(path.join(folder, name), {recursive: true});
  const server = fork(__filename, [documents, folder, 'serve'], {stdio: ['ignore', 'ignore', 'inherit', 'ipc']});
  const {port} = await ask(server);
  const url = `http://127.0.0.1:${port}/district`;
  const a = new PouchDB(path.join(folder, 'a', 'db'));
  const b = new PouchDB(path.join(folder, 'b', 'db'));

  // What is there before: everything but the last part, which is pushed under the clock.
  let count = 0;
  const all = [];
  for await (const batch of batches(1000)) {
    all.push(batch);
    count += batch.length;
  }
  const kept = Math.max(1, Math.ceil(Math.min(sizeOfPush, count / 2) / 1000));
  for (const batch of all.slice(0, -kept)) await a.bulkDocs(batch);
  await a.replicate.to(url, {batch_size: 500});
  let pushed = 0;
  for (const batch of all.slice(-kept)) {
    await a.bulkDocs(batch);
    pushed += batch.length;
  }
  let start = process.hrtime.bigint();
  await a.replicate.to(url, {batch_size: 500});
  const push = pushed / seconds(start);

  start = process.hrtime.bigint();
  await b.replicate.from(url, {batch_size: 500});
  const pull = count / seconds(start);

  const live = b.replicate.from(url, {live: true, retry: true});
  const arrived = new Map();
  b.changes({since: 'now', live: true}).on('change', (change) => arrived.get(change.id)?.());
  await new Promise((done) => setTimeout(done, 500));
  const times = [];
  for (let round = 0; round < roundsOfChange; ++round) {
    const id = `change-${round}`;
    const there = new Promise((done) => arrived.set(id, done));
    start = process.hrtime.bigint();
    await a.put({...all[0][0], _id: id, _rev: undefined});
    await a.replicate.to(url);
    await there;
    times.push(seconds(start) * 1000);
  }
  live.cancel();
  const {memory} = await ask(server, 'memory');
  console.log(JSON.stringify({documents: count, push_per_s: Math.round(push), pull_per_s: Math.round(pull),
    change_ms_p50: percentile(times, 0.5), change_ms_p95: percentile(times, 0.95),
    client_bytes: process.memoryUsage().rss, server_bytes: memory}));
  server.kill();
  process.exit(0);
}

if (role === 'serve') serve();
else measure().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
