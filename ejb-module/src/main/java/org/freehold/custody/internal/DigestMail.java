package org.freehold.custody.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.freehold.custody.CheckpointCopy;
import org.freehold.platform.Mail;

/** The mail to auditors: the first few checkpoints in its text, all of them in an archive. */
public final class DigestMail {
  /** As many as somebody reads. */
  private static final int SHOWN = 10;

  private DigestMail() {}

  public static Mail of(List<CheckpointCopy> newest, Instant now) {
    return new Mail(
        "Checkpoints of the audit trail, " + now.truncatedTo(ChronoUnit.MINUTES),
        List.of(
            "These are the newest signed checkpoints of the logs that have grown since the last mail.",
            "Keep this mail where the operator of the installation cannot reach it: each checkpoint pins"
                + " everything that was recorded before it. The archive has them all, a file for each."),
        List.of(new Mail.Fact("Logs", Integer.toString(newest.size()))),
        newest.stream().limit(SHOWN).map(CheckpointCopy::note).toList(),
        new Mail.Attachment(
            "checkpoints.zip",
            "application/zip",
            Base64.getEncoder().encodeToString(zip(newest, now))),
        "audit");
  }

  private static byte[] zip(List<CheckpointCopy> copies, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (CheckpointCopy copy : copies) {
        ZipEntry entry = new ZipEntry(copy.path() + ".checkpoint");
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(copy.note().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
