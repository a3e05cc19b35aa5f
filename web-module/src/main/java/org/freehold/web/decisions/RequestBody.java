package org.freehold.web.decisions;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;

/** Reads what the standard lets a body be: an object of I-JSON (RFC 7493), said to be JSON. */
final class RequestBody {
  private RequestBody() {}

  static JsonObject of(HttpServletRequest request) throws IOException {
    requireJson(request.getContentType());
    return of(request.getInputStream().readAllBytes());
  }

  static void requireJson(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw Invalid.at("Content-Type", "type", "This must be application/json.");
    }
  }

  static JsonObject of(byte[] body) {
    JsonObject object = JsonText.parseObject(decoded(body));
    requireUnambiguous("", object);
    return object;
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Invalid.at("", "encoding", "The body is not UTF-8.");
    }
  }

  /** No half of a pair of surrogates, and no number that a double cannot hold. */
  private static void requireUnambiguous(String name, JsonValue value) {
    requireCharacters(name);
    if (value instanceof JsonString text) {
      requireCharacters(text.getString());
    } else if (value instanceof JsonNumber number && Double.isInfinite(number.doubleValue())) {
      throw Invalid.at("", "number", "A number of the body is greater than a double can be.");
    } else if (value instanceof JsonObject object) {
      object.forEach(RequestBody::requireUnambiguous);
    } else if (value instanceof JsonStructure) {
      value.asJsonArray().forEach(item -> requireUnambiguous("", item));
    }
  }

  private static void requireCharacters(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw Invalid.at("", "encoding", "A text of the body has half of a pair of surrogates.");
    }
  }
}
