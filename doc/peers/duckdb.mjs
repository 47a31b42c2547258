// Counts the rows of a synthetic file by day, unit and class with Muster and with
// DuckDB, compares the answers line by line, and prints the times of both.
//
//   go build -o muster ./cmd/muster
//   go run ./counts/synthetic/generate -rows 2000000 synthetic-arrests-2026-03-10.csv
//   npm install @duckdb/node-api
//   node doc/peers/duckdb.mjs ./muster synthetic-arrests-2026-03-10.csv [RUNS]
//
// Both use two threads and run by turns. Muster's time is that of the whole
// program with its JSON written; DuckDB's that of the query alone, into a table.
// Processor time is that of all threads together: on a machine that does other
// work too it tells more than the clock.
import { spawnSync } from 'node:child_process';
import { openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { DuckDBInstance } = createRequire(join(process.cwd(), 'x.js'))('@duckdb/node-api');
const [muster, file, times = '5'] = process.argv.slice(2);
const runs = Number(times);
const day = file.match(/\d{4}-\d{2}-\d{2}/)[0];
const source = file.endsWith('.parquet') ? `read_parquet('${file}')` : `read_csv('${file}', header = true, all_varchar = true)`;
const query = `
  select day::varchar as date, coalesce(nullif(case unit when 'St Paul' then 'St. Paul' else unit end, ''), 'unknown') as unit, class, count(*)::integer as count
  from (select try_cast("Apprehension Date" as timestamp)::date as day,
               replace("TOA Current Duty AOR", ' Area of Responsibility', '') as unit, "Apprehension Method" as class
        from ${source})
  where day <= '${day}' group by all`;

const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const out = join(tmpdir(), `muster-${process.pid}.jsonl`);
const columns = ['--date', 'Apprehension Date', '--unit', 'TOA Current Duty AOR', '--class', 'Apprehension Method'];
const ours = { wall: [], processor: [] }, theirs = { wall: [], processor: [] };
let memory = 0;
for (let run = 0; run < runs; run++) {
  const from = performance.now();
  const done = spawnSync('/usr/bin/time', ['-f', '%U %S %M', resolve(muster), 'count', file, ...columns, '--json'],
    { stdio: ['ignore', openSync(out, 'w'), 'pipe'], env: { ...process.env, GOMAXPROCS: '2' } });
  if (done.status !== 0) throw new Error(done.stderr.toString());
  ours.wall.push(performance.now() - from);
  const [user, system, kilobytes] = done.stderr.toString().trim().split('\n').pop().split(' ').map(Number);
  ours.processor.push(1000 * (user + system));
  memory = Math.max(memory, kilobytes);

  const start = performance.now(), used = process.cpuUsage();
  await connection.run(`create or replace table answer as ${query}`);
  theirs.wall.push(performance.now() - start);
  const now = process.cpuUsage(used);
  theirs.processor.push((now.user + now.system) / 1000);
}

const lines = readFileSync(out, 'utf8').trim().split('\n').map(JSON.parse);
rmSync(out);
const { summary } = lines.pop();
const key = (row) => `${row.date}|${row.unit}|${row.class}|${row.count}`;
const rows = (await connection.runAndReadAll('select * from answer')).getRowObjects();
const expected = new Set(rows.map(key));
const missing = lines.filter((line) => !expected.has(key(line))).length;
const same = missing === 0 && lines.length === rows.length;

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] / 1000;
const megabytes = statSync(file).size / 1e6;
const told = (name, t) => {
  const wall = median(t.wall), processor = median(t.processor);
  console.log(`${name}: ${wall.toFixed(2)} s, ${processor.toFixed(2)} s of processor, ${(megabytes / wall).toFixed(0)} MB/s, ${(summary.rows / wall / 1e6).toFixed(2)} M rows/s`);
  return { wall, processor };
};
console.log(`${file}: ${megabytes.toFixed(0)} MB, ${summary.rows} rows, ${lines.length} counts; medians of ${runs}`);
const a = told('Muster', ours), b = told('DuckDB', theirs);
console.log(`Muster's time over DuckDB's: ${(a.wall / b.wall).toFixed(2)}, of processor ${(a.processor / b.processor).toFixed(2)}; Muster's memory ${(memory / 1024).toFixed(0)} MB`);
console.log(same ? 'The answers are the same.' : `The answers differ: ${missing} of ${lines.length} counts of Muster, DuckDB has ${rows.length}.`);
process.exit(same ? 0 : 1);
