package org.freehold.web.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.platform.Invalid;
import org.freehold.platform.Text;
import org.freehold.platform.json.WireForms;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/** The parts of an upload that are text, as far as they were read. */
final class UploadParts {
  private static final List<String> KNOWN = List.of("project_id", "task_id", "description");
  private static final int MOST_BYTES = 4 * Text.DESCRIPTION;

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** {@link Invalid} for an unknown part, a second one of the name, and one that is too long. */
  void read(String name, InputStream bytes) throws IOException {
    if (!KNOWN.contains(name)) {
      throw Invalid.at(
          String.valueOf(name),
          "unknown_field",
          "There is no part " + name + " here; there are file, " + String.join(", ", KNOWN) + ".");
    }
    byte[] content = bytes.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      throw Invalid.at(name, "size", "The part " + name + " is too long.");
    }
    if (texts.put(name, text(name, content)) != null) {
      throw Invalid.at(name, "duplicate", "The part " + name + " is there twice.");
    }
  }

  private static String text(String name, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw Invalid.at(name, "encoding", "The part " + name + " is not UTF-8.");
    }
  }

  Optional<ProjectId> projectId() {
    return id("project_id", ProjectId::new);
  }

  Optional<TaskId> taskId() {
    return id("task_id", TaskId::new);
  }

  private <T> Optional<T> id(String name, Function<UUID, T> type) {
    String text = texts.getOrDefault(name, "");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(type.apply(WireForms.uuid(text)));
    } catch (IllegalArgumentException e) {
      throw Invalid.at(name, "type", name + " must be a UUID.");
    }
  }

  /** Null when there is none. */
  String description() {
    String text = texts.getOrDefault("description", "");
    if (text.length() > Text.DESCRIPTION) {
      throw Invalid.at(
          "description", "size", "description has at most " + Text.DESCRIPTION + " characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw Invalid.at("description", "character", "description holds the character NUL.");
    }
    return text.isEmpty() ? null : text;
  }
}
