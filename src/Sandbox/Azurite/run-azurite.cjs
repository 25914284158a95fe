// Runs Azurite until standard input ends: node run-azurite.cjs <path of azurite.js> <Azurite's arguments>
// The operating system closes that pipe when the starting process is gone, however it went, so Azurite never outlives it.
'use strict';

const [, , program, ...options] = process.argv;
const graceMilliseconds = 10000;

// Ctrl+C in a terminal reaches every process of the group; storage must stay until the app has finished its work.
const once = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : once(event, listener));
process.on('SIGINT', () => {});

process.stdin.on('error', () => {});
process.stdin.on('close', () => {
  // Azurite listens for its stop signal only once it is ready; before that there is nothing to save.
  if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  process.emit('SIGTERM', 'SIGTERM');
  setTimeout(() => process.exit(0), graceMilliseconds).unref();
});
process.stdin.resume();

process.argv = [process.argv[0], program, ...options];
require(program);
