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
      "  freehold audit verify audit-demo-0-120.zip --key kept.pem --checkpoint kept.checkpoint"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int WRONG = 1;
  private static final String PEM = "-----BEGIN PUBLIC KEY-----";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BUNDLE", description = "As POST /api/audit/exports answered it.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "A public key that you kept, in PEM or as verifier keys; else the bundle's own are believed.")
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that you kept; may be given more than once.")
  private List<Path> checkpoints = new ArrayList<>();

  @Override
  public Integer call() {
    List<VerifierKey> kept = new ArrayList<>();
    keys.forEach(key -> kept.addAll(read(key, AuditVerifyCommand::keys)));
    List<SignedNote> held = checkpoints.stream().map(one -> read(one, SignedNote::parse)).toList();
    Report report;
    try {
      report = new BundleVerifier(kept, held).verify(file);
    } catch (IOException e) {
      throw new Failure(
          file + " cannot be read.", "A bundle is a file as POST /api/audit/exports answers.", e);
    }
    tell(report, spec.commandLine().getOut());
    return report.holds() ? 0 : WRONG;
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

  private static List<VerifierKey> keys(String text) {
    if (text.contains(PEM)) {
      String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return List.of(VerifierKey.ofSpki("kept", Base64.getDecoder().decode(base64)));
    }
    return text.lines().filter(line -> !line.isBlank()).map(VerifierKey::parse).toList();
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
    out.println("Others:     " + (report.matched().isEmpty() ? "none" : report.matched()));
    out.println("Personal:   %d values as they were hashed".formatted(report.disclosures()));
    report.undecided().forEach(one -> out.println("Note:       " + one + "."));
    for (Finding finding : report.findings()) {
      String where = finding.index() == null ? "" : " at " + finding.index();
      String which = finding.event() == null ? "" : ", event " + finding.event();
      out.println("WRONG%s%s: %s. (%s)".formatted(where, which, finding.text(), finding.code()));
    }
    out.println(
        report.holds()
            ? "Nothing was changed, and nothing is missing in between."
            : report.findings().size() + " things are wrong.");
    out.flush();
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
