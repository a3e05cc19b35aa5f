package org.freehold.systemtests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script that auditors may verify bundles with. */
final class Script {
  private static final Path FILE = Path.of("..", "docs", "audit", "verify.py");

  private Script() {}

  static boolean isThere() throws InterruptedException {
    try {
      return Openssl.isThere()
          && new ProcessBuilder("python3", "--version")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start()
                  .waitFor()
              == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it says. */
  static String verify(Path bundle, Path key, Path... checkpoints)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("python3", FILE.toString(), bundle.toString(), "--key", key.toString()));
    for (Path one : checkpoints) {
      command.addAll(List.of("--checkpoint", one.toString()));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
