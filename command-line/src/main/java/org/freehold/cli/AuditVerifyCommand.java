package org.freehold.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.freehold.cli.rest.Failure;
import org.freehold.engine.transparency.SignedNote;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.Bundle;
import org.freehold.engine.transparency.bundle.BundleVerifier;
import org.freehold.engine.transparency.bundle.Finding;
import org.freehold.engine.transparency.bundle.Report;
import org.freehold.engine.transparency.bundle.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a bundle of the trail on this machine: no server is asked. */
@Command(
    name = "verify",
    description = "Verify a bundle of the audit trail, without any server.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  freehold audit verify audit-demo-0-120.zip --key kept.key --checkpoint kept.checkpoint",
      "",
      "Exit code 0: all events are shown and are those that were signed. 1: something is wrong, or the file cannot be read.",
      "7: nothing is wrong in what is shown, and something is not shown or not decided."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int WRONG = 1;
  private static final int OPEN = 7;
  private static final String PEM = "-----BEGIN PUBLIC KEY-----";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "As POST /api/audit/exports answered it.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "A public key that you kept, as verifier keys or in PEM; else the bundle's own are believed.")
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that you kept; may be given more than once.")
  private List<Path> checkpoints = new ArrayList<>();

  @Option(
      names = "--log",
      paramLabel = "NAME",
      description =
          "Whose bundle it must be: the name of the log, the first line of its checkpoints.")
  private String log;

  @Option(names = "--none-hidden", description = "An event that is there as a hash only is wrong.")
  private boolean noneHidden;

  @Override
  public Integer call() {
    List<VerifierKey> kept = new ArrayList<>();
    List<VerifierKey> nameless = new ArrayList<>();
    keys.forEach(key -> read(key, text -> keys(text, kept, nameless)));
    List<SignedNote> held = checkpoints.stream().map(one -> read(one, SignedNote::parse)).toList();
    Report report;
    try {
      report = new BundleVerifier(new Trust(kept, nameless, held, log, noneHidden)).verify(file);
    } catch (IOException e) {
      throw new Failure(
          file + " cannot be read.", "A bundle is a file as POST /api/audit/exports answers.", e);
    }
    tell(report, spec.commandLine().getOut());
    return switch (report.verdict()) {
      case HOLDS -> 0;
      case OPEN -> OPEN;
      case WRONG -> WRONG;
    };
  }

  /** How a file that was kept is understood. */
  private interface Reader<T> {
    T of(String text);
  }

  private static <T> T read(Path file, Reader<T> reader) {
    try {
      return reader.of(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          file + " cannot be read.",
          "A key is PEM or a verifier key, a checkpoint the note as it was signed.",
          e);
    }
  }

  private static boolean keys(String text, List<VerifierKey> named, List<VerifierKey> nameless) {
    if (text.contains(PEM)) {
      String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return nameless.add(VerifierKey.ofSpki("kept", Base64.getDecoder().decode(base64)));
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("There is no key");
    }
    return named.addAll(
        text.lines().filter(line -> !line.isBlank()).map(VerifierKey::parse).toList());
  }

  private static void tell(Report report, PrintWriter out) {
    Bundle bundle = report.bundle();
    if (bundle != null) {
      out.println("Log:        " + bundle.log());
    }
    if (bundle != null && bundle.range() != null) {
      out.println(
          "Events:     %d to %d of %d; %d looked at, %d of them as a hash only"
              .formatted(
                  bundle.range().begin(),
                  bundle.range().end(),
                  bundle.range().size(),
                  report.leaves(),
                  report.hidden()));
    }
    out.println("Checkpoint: " + checkpoint(report));
    out.println("Hold:       " + held(report));
    out.println("Personal:   %d values as they were hashed".formatted(report.disclosures()));
    report.notes().forEach(one -> out.println("Note:       " + one + "."));
    report.undecided().forEach(one -> out.println("UNDECIDED:  " + one + "."));
    for (Finding finding : report.findings()) {
      String where = finding.index() == null ? "" : " at " + finding.index();
      String which = finding.event() == null ? "" : ", event " + finding.event();
      out.println("WRONG%s%s: %s. (%s)".formatted(where, which, finding.text(), finding.code()));
    }
    out.println(report.sentence());
    out.flush();
  }

  private static String held(Report report) {
    return report.matched().isEmpty()
        ? "no checkpoint"
        : "checkpoints over " + report.matched() + " events";
  }

  private static String checkpoint(Report report) {
    if (report.checkpoint() == null) {
      return "none that can be read";
    }
    String by =
        report.signedBy() == null
            ? "by no key that is trusted"
            : "by " + report.signedBy() + (report.keyKept() ? " (kept)" : " (the bundle's own)");
    return "over %d events, signed %s".formatted(report.checkpoint().size(), by);
  }
}
