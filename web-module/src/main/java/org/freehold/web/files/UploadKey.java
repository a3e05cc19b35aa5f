package org.freehold.web.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.freehold.files.FileDetails;
import org.freehold.files.FileFields;
import org.freehold.files.ReceivedContent;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;

/**
 * Completes the Idempotency-Key of an upload: what it stands for is known when the bytes have
 * passed.
 */
final class UploadKey {
  private UploadKey() {}

  static FileDetails within(
      FileFields fields, ReceivedContent content, Supplier<FileDetails> work) {
    CallContext call = CurrentCall.get();
    return call.idempotencyKey() == null
        ? work.get()
        : CurrentCall.within(call.keyStandingFor(digest(fields, content)), work::get);
  }

  private static byte[] digest(FileFields fields, ReceivedContent content) {
    String request =
        String.join(
            "\n",
            "POST /api/files",
            content.sha256(),
            fields.name().value(),
            String.valueOf(fields.projectId()),
            String.valueOf(fields.taskId()),
            String.valueOf(fields.description()));
    try {
      return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
