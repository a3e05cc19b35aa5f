package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.freehold.platform.json.JsonText;

/** JSON files beside these classes. */
final class Resources {
  private Resources() {}

  static JsonObject read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      return JsonText.parseObject(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
