package org.freehold.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that everybody has, as an auditor calls it. */
final class Openssl {
  private final Path folder;

  Openssl(Path folder) {
    this.folder = folder;
  }

  static boolean isThere() throws InterruptedException {
    try {
      return run(List.of("version")) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** A signature of Ed25519. */
  boolean verifies(String pem, byte[] message, byte[] signature)
      throws IOException, InterruptedException {
    Path key = Files.writeString(folder.resolve("platform.pem"), pem);
    Path pae = Files.write(folder.resolve("pae.bin"), message);
    Path sig = Files.write(folder.resolve("signature.bin"), signature);
    return run(
            List.of(
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                key.toString(),
                "-rawin",
                "-in",
                pae.toString(),
                "-sigfile",
                sig.toString()))
        == 0;
  }

  private static int run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
