package org.freehold.files;

import java.text.Normalizer;
import java.util.List;
import org.freehold.platform.Invalid;

/**
 * The name of a file as people see it: 1 to 255 characters in normal form C, no path, no control
 * characters, and none that turn the direction of writing, with which {@code gpj.exe} looks like a
 * picture.
 */
public record FileName(String value) {
  static final int LONGEST = 255;
  private static final List<Integer> DIRECTIONS =
      List.of(
          0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
          0x2069);

  /** {@link Invalid} at the part {@code file} when it is no such name. */
  public FileName {
    if (value == null || value.isBlank()) {
      throw refused("The part file has no filename.");
    }
    value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
    if (value.length() > LONGEST) {
      throw refused("The name of a file has at most " + LONGEST + " characters.");
    }
    if (value.equals(".") || value.equals("..") || value.codePoints().anyMatch(FileName::barred)) {
      throw refused(
          "The name of a file is no path and has no control characters and none that turn the"
              + " direction of writing.");
    }
  }

  private static boolean barred(int character) {
    return character == '/'
        || character == '\\'
        || Character.isISOControl(character)
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
        || DIRECTIONS.contains(character);
  }

  private static Invalid refused(String detail) {
    return Invalid.at("file", "name", detail);
  }

  @Override
  public String toString() {
    return value;
  }
}
