// SPDX-License-Identifier: MIT
// Standard input, an object a line.
import { createInterface } from 'node:readline';

export async function* lines() {
  for await (const line of createInterface({ input: process.stdin })) {
    yield JSON.parse(line);
  }
}
