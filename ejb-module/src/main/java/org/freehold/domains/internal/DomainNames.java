package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.freehold.platform.DomainName;
import org.freehold.platform.Invalid;

/** Which names can be a tenant's own domain, and the one form in which they are kept. */
@ApplicationScoped
public class DomainNames {
  static final String CHALLENGE = "_freehold-challenge.";

  /** What DNS lets a name have (RFC 1035 §2.3.4), less what the challenge's label takes. */
  private static final int LONGEST = 253 - CHALLENGE.length();

  /** Sharp s, final sigma and the joiners: IDNA 2003 has other names for them than 2008. */
  private static final Pattern OTHER_IN_IDNA_2008 =
      Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

  private static final String POINTER = "/domain";
  private static final DomainName.Check FORM = new DomainName.Check();

  @Inject DomainSettings settings;

  /** In lower case, as A-labels, without a dot at the end; {@link Invalid} for what cannot be. */
  public String normalized(String wished) {
    String name = ascii(wished.strip());
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.length() > LONGEST || !FORM.isValid(name, null)) {
      throw malformed();
    }
    for (String own : settings.ownNames()) {
      if (name.equals(own) || name.endsWith("." + own)) {
        throw Invalid.at(
            POINTER, "reserved", "Names at or below " + own + " are this installation's own.");
      }
    }
    return name;
  }

  private static String ascii(String wished) {
    if (OTHER_IN_IDNA_2008.matcher(wished).find()) {
      throw Invalid.at(
          POINTER,
          "ambiguous",
          "A sharp s, a final sigma or a joiner means different names to different programs: send"
              + " the labels as DNS has them, like xn--strae-oqa.example.");
    }
    try {
      return IDN.toASCII(wished, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Invalid malformed() {
    return Invalid.at(
        POINTER,
        "format",
        "This must be a domain of at least two labels and at most "
            + LONGEST
            + " characters, like portal.example.com: no address, no port, no path.");
  }
}
