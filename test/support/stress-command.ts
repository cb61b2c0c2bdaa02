import { parseArgs } from 'node:util';
import { stressDatabase } from './stress-database';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    writes: { type: 'string', default: '400' },
    kills: { type: 'string', default: '20' },
  },
});

if (values.help) {
  process.stdout.write(`npm run stress:db -- [--writes 400] [--kills 20]

Stresses the database module on a temporary file and prints what it found as JSON.
  --writes  transactions started at once, 450 at most: the queue refuses more than 500
  --kills   processes killed with SIGKILL while they write
Ends with 1 when an acknowledged write was lost or torn, the file is damaged, or the
event loop stood still for more than 250 ms.
`);
} else {
  const figures = await stressDatabase({
    writes: Number(values.writes),
    lockedWrites: 100,
    kills: Number(values.kills),
    writesBeforeKill: 200,
    full: 20,
  });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const { concurrent, lockedForAWhile, lockedTooLong, fullDisk, killed, eventLoopMaxMs } = figures;
  const sound = [concurrent, lockedForAWhile, lockedTooLong, fullDisk, killed].every(
    ({ lost, torn, integrity }) => lost === 0 && torn === 0 && integrity === 'ok',
  );
  process.exitCode = sound && eventLoopMaxMs <= 250 ? 0 : 1;
}
