package org.freehold.launcher;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.OrphanedProcess;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.RunningState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the Freehold that runs on a folder, from another terminal. */
@Command(
    name = "down",
    description = "Stop the Freehold that runs on the data folder.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold down --data data"})
final class DownCommand implements Callable<Integer> {
  /** Longer than the launcher itself waits for its server and its database. */
  private static final int PATIENCE_SECONDS = 90;

  @Mixin private FolderOptions options;

  @Override
  public Integer call() throws IOException {
    Optional<DataFolder> folder = options.openExisting();
    if (folder.isEmpty() || !FolderLock.isTaken(folder.get())) {
      System.out.println("Freehold does not run on " + options.data() + ".");
      return 0;
    }
    long pid =
        RunningState.read(folder.get())
            .launcher()
            .orElseThrow(
                () ->
                    new Refused(
                        "Something uses " + options.data() + " without saying which process it is.",
                        "Try again when its start is over."));
    ProcessHandle launcher = ProcessHandle.of(pid).orElseThrow();
    launcher.destroy();
    if (!OrphanedProcess.endsWithin(launcher, PATIENCE_SECONDS)) {
      throw new Refused(
          "Process " + pid + " does not end.",
          "Look into the logs in " + folder.get().log() + ", or kill it.");
    }
    System.out.println("Freehold on " + options.data() + " has stopped.");
    return 0;
  }
}
