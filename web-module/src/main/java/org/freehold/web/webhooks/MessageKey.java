package org.freehold.web.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.IdempotencyKey;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.MessageDetails;
import org.freehold.webhooks.NewMessage;

/** A key in the body of a message is what the header Idempotency-Key is elsewhere. */
final class MessageKey {
  private MessageKey() {}

  static MessageDetails within(NewMessage message, Supplier<MessageDetails> work) {
    if (message.idempotencyKey() == null) {
      return work.get();
    }
    CallContext call = CurrentCall.get();
    IdempotencyKey header = call.idempotencyKey();
    if (header != null && !header.key().equals(message.idempotencyKey())) {
      throw Invalid.at(
          "/idempotency_key", "conflict", "The header Idempotency-Key says another one.");
    }
    IdempotencyKey key = new IdempotencyKey(message.idempotencyKey(), digest(message));
    return CurrentCall.within(call.with(key), work::get);
  }

  private static byte[] digest(NewMessage message) {
    String request = "POST /api/webhooks/messages\n" + JsonText.of(message);
    try {
      return MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
