package org.freehold.audit.archive.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.VerifiedArchive;
import org.freehold.audit.internal.LogOrigin;
import org.freehold.audit.sealing.internal.AuditKeys;
import org.freehold.engine.transparency.VerifierKey;
import org.freehold.engine.transparency.bundle.Bundle;
import org.freehold.engine.transparency.bundle.BundleVerifier;
import org.freehold.engine.transparency.bundle.Report;
import org.freehold.engine.transparency.bundle.Trust;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.Digests;

/** Verifies archives as an auditor would, before anything that is in them is removed. */
@ApplicationScoped
public class ArchiveVerification {
  @Inject private AuditKeys keys;
  @Inject private LogOrigin origin;

  public VerifiedArchive verify(TenantRef tenant, Path file, List<PlaceRange> places) {
    String log = origin.logOf(tenant.id());
    try {
      Report report = report(file, log, keys.verifying(log));
      if (!isWhole(report)) {
        report = report(file, log, keys.verifyingNow(log));
      }
      if (!isWhole(report)) {
        throw new IllegalStateException(
            "The archive does not verify: " + report.sentence() + " " + report.findings());
      }
      requireShown(file, report.bundle().range().begin(), places);
      return new VerifiedArchive(
          manifest(file),
          report.checkpoint().size(),
          Base64.getEncoder().encodeToString(report.checkpoint().root()));
    } catch (IOException e) {
      throw new UncheckedIOException("The archive cannot be read back", e);
    }
  }

  private static Report report(Path file, String log, List<VerifierKey> trusted)
      throws IOException {
    return new BundleVerifier(new Trust(trusted, List.of(), List.of(), log, true)).verify(file);
  }

  private static boolean isWhole(Report report) {
    return report.findings().isEmpty() && report.rootMatched();
  }

  /** That what may be removed is there as events, and not as hashes. */
  private static void requireShown(Path file, long begin, List<PlaceRange> places)
      throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in =
            new java.io.BufferedInputStream(zip.getInputStream(zip.getEntry(Bundle.LEAVES)))) {
      long at = begin;
      for (PlaceRange range : places) {
        while (at < range.end()) {
          int first = in.read();
          int octet = first;
          while (octet >= 0 && octet != '\n') {
            octet = in.read();
          }
          if (at >= range.begin() && first != '{') {
            throw new IllegalStateException("The archive does not show the event at " + at);
          }
          at++;
        }
      }
    }
  }

  private static String manifest(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(Bundle.MANIFEST))) {
      return HexFormat.of().formatHex(Digests.sha256(in.readAllBytes()));
    }
  }
}
