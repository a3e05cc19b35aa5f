package org.freehold.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.freehold.launcher.folder.Refused;

/**
 * The command files that Payara Micro runs before and after it boots, with this start's values in
 * place of {@code @name@}. Passwords are not among them: the server reads those from its
 * environment.
 */
record BootFiles(Path preBoot, Path postBoot) {

  static BootFiles write(Distribution distribution, Path folder, Map<String, String> values)
      throws IOException {
    return new BootFiles(
        fill(distribution.file("pre-boot.txt"), folder, values),
        fill(distribution.file("post-boot.txt"), folder, values));
  }

  private static Path fill(Path template, Path folder, Map<String, String> values)
      throws IOException {
    String text = filled(Files.readString(template), values);
    return Files.writeString(folder.resolve(template.getFileName()), text);
  }

  static String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getValue().chars().anyMatch(Character::isWhitespace)) {
        throw new Refused(
            "The commands of the server take no spaces, and there is one in \""
                + value.getValue()
                + "\".",
            "Move Freehold into a folder without spaces in its path.");
      }
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }
}
