package org.freehold.engine.transparency.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;

/**
 * Verifies as the product does and with the script for auditors, which share no code and must say
 * the same. On a machine of a developer without Python or OpenSSL 3 the script is left out.
 */
final class BothVerifiers {
  private static final Path SCRIPT = Path.of("..", "..", "docs", "audit", "verify.py");
  private static final Pattern CODE = Pattern.compile("(?m)^WRONG.* \\((\\w+)\\)$");
  private static final Pattern UNDECIDED = Pattern.compile("(?m)^UNDECIDED: (.*)\\.$");
  private static final boolean SCRIPTED = System.getenv("CI") != null || isThere();

  private record Ended(int code, String said) {}

  private BothVerifiers() {}

  static Report verify(Path bundle, Trust trust) throws IOException {
    Report report = new BundleVerifier(trust).verify(bundle);
    if (SCRIPTED) {
      Ended script = run(command(bundle, trust));
      assertThat(all(CODE, script.said()))
          .as(script.said())
          .containsExactlyInAnyOrderElementsOf(
              report.findings().stream().map(Finding::code).toList());
      assertThat(all(UNDECIDED, script.said()))
          .containsExactlyInAnyOrderElementsOf(report.undecided());
      assertThat(script.said()).endsWith(report.sentence() + "\n");
      assertThat(script.code())
          .isEqualTo(
              switch (report.verdict()) {
                case HOLDS -> 0;
                case OPEN -> 7;
                case WRONG -> 1;
              });
    }
    return report;
  }

  private static List<String> all(Pattern pattern, String said) {
    return pattern.matcher(said).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static List<String> command(Path bundle, Trust trust) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("python3", SCRIPT.toString(), bundle.toString()));
    for (VerifierKey key : trust.keys()) {
      command.addAll(List.of("--key", kept(bundle, key + "\n")));
    }
    for (VerifierKey key : trust.nameless()) {
      String base64 = Base64.getEncoder().encodeToString(key.spki());
      command.addAll(
          List.of(
              "--key",
              kept(
                  bundle,
                  "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")));
    }
    for (SignedNote note : trust.checkpoints()) {
      command.addAll(List.of("--checkpoint", kept(bundle, note.toString())));
    }
    if (trust.log() != null) {
      command.addAll(List.of("--log", trust.log()));
    }
    if (trust.noneHidden()) {
      command.add("--none-hidden");
    }
    return command;
  }

  private static String kept(Path bundle, String text) throws IOException {
    return Files.writeString(Files.createTempFile(bundle.getParent(), "kept", ".txt"), text)
        .toString();
  }

  private static boolean isThere() {
    try {
      return run(List.of("python3", "--version")).code() == 0
          && run(List.of("openssl", "version")).said().startsWith("OpenSSL 3");
    } catch (IOException e) {
      return false;
    }
  }

  private static Ended run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Ended(process.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
