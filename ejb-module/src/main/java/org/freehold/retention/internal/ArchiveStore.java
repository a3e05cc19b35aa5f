package org.freehold.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.freehold.files.FileId;
import org.freehold.files.KeptContents;
import org.freehold.identity.Sealing;
import org.freehold.platform.TenantId;

/** Archives in the storage of files, each under a key of its own. Never within a transaction. */
@ApplicationScoped
public class ArchiveStore {
  private static final int KEY = 32;
  private static final String LEFTOVERS = "{retention-archive,audit-bundle}*.zip";

  private final SecureRandom random = new SecureRandom();
  @Inject private Sealing sealing;
  @Inject private KeptContents contents;

  /** A new key, sealed for this place. */
  public byte[] newKey(TenantId tenant, FileId file) {
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    return sealing.seal(purpose(tenant, file), key);
  }

  public void write(TenantId tenant, FileId file, byte[] sealedKey, Path clear) throws IOException {
    try (InputStream in = Files.newInputStream(clear)) {
      String purpose = purpose(tenant, file);
      contents.write(tenant, file, SealedFrames.sealed(in, key(purpose, sealedKey), purpose));
    }
  }

  /** What is stored, opened, of so many bytes; whoever takes the file deletes it. */
  public Path read(TenantId tenant, FileId file, byte[] sealedKey, long bytes) throws IOException {
    Path clear = Files.createTempFile("retention-archive", ".zip");
    boolean whole = false;
    String purpose = purpose(tenant, file);
    try (InputStream in = contents.read(tenant, file, SealedFrames.length(bytes));
        OutputStream out = Files.newOutputStream(clear)) {
      SealedFrames.open(in, key(purpose, sealedKey), purpose, out);
      whole = true;
    } finally {
      if (!whole) {
        Files.delete(clear);
      }
    }
    return clear;
  }

  /**
   * Deletes bundles in the temporary folder that a process which was ended left there: those that
   * nobody has written to for a day.
   */
  public void deleteLeftovers() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Instant old = Instant.now().minus(Duration.ofDays(1));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LEFTOVERS)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.isWritable(file)
            && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** SHA-256 of a file, in hex. */
  public static String digest(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private SecretKey key(String purpose, byte[] sealedKey) {
    return new SecretKeySpec(sealing.open(purpose, sealedKey), "AES");
  }

  private static String purpose(TenantId tenant, FileId file) {
    return "retention-archive:" + tenant.value() + ":" + file.value();
  }
}
