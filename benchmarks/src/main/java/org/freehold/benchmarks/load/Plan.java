package org.freehold.benchmarks.load;

import java.nio.file.Path;

/**
 * How a run is done.
 *
 * @param distribution the assembled Freehold
 * @param data a folder that does not exist yet
 * @param rounds of all kinds in turn; odd, because medians are told
 * @param seconds of each kind in each round, and of its warm-up
 */
record Plan(Path distribution, Path data, int connections, int projects, int rounds, int seconds) {}
