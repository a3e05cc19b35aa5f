package org.freehold.platform.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern whose {@code $} is the end of the text, as ECMA-262 has it and so JSON Schema: Java's
 * would also be in front of a line break that ends the text.
 */
final class AnchoredPattern implements RegularExpression {
  private final Pattern pattern;

  AnchoredPattern(String pattern) {
    this.pattern = Pattern.compile(anchored(pattern));
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(new CountedText(value)).find();
  }

  private static String anchored(String pattern) {
    StringBuilder anchored = new StringBuilder(pattern.length() + 4);
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char one = pattern.charAt(i);
      if (one == '\\' && i + 1 < pattern.length()) {
        anchored.append(one).append(pattern.charAt(++i));
      } else if (one == '$' && !inClass) {
        anchored.append("\\z");
      } else {
        inClass = one == '[' || inClass && one != ']';
        anchored.append(one);
      }
    }
    return anchored.toString();
  }
}
