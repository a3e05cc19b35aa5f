package org.freehold.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.RunningState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether Freehold runs on a folder; exit code 3 when it does not. */
@Command(
    name = "status",
    description = "Say what runs on the data folder; exit code 3 when nothing does.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold status --data data"})
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin private FolderOptions options;

  @Override
  public Integer call() {
    Optional<DataFolder> folder = options.openExisting();
    if (folder.isEmpty() || !FolderLock.isTaken(folder.get())) {
      System.out.println("Freehold does not run on " + options.data() + ".");
      return NOT_RUNNING;
    }
    RunningState state = RunningState.read(folder.get());
    System.out.println("Freehold runs on " + options.data() + ".");
    state.url().ifPresent(url -> System.out.println("Address:  " + url));
    state.launcher().ifPresent(pid -> System.out.println("Launcher: process " + pid));
    state.server().ifPresent(pid -> System.out.println("Server:   process " + pid));
    return 0;
  }
}
