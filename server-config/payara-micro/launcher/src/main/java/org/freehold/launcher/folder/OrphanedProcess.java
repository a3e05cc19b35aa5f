package org.freehold.launcher.folder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A process of ours that a killed launcher left behind. */
public final class OrphanedProcess {
  private static final int PATIENCE_SECONDS = 20;

  private OrphanedProcess() {}

  /** The living process of that id, if its command line is ours. */
  public static Optional<ProcessHandle> find(long pid, Predicate<String> isOurs) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().commandLine().filter(isOurs).isPresent());
  }

  /** Asks with the signal, and kills after 20 seconds. */
  public static void stop(ProcessHandle process, String signal) throws IOException {
    new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (!endsWithin(process, PATIENCE_SECONDS)) {
      process.destroyForcibly();
      endsWithin(process, PATIENCE_SECONDS);
    }
  }

  /** Whether the process has ended before the time is up. */
  public static boolean endsWithin(ProcessHandle process, int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
