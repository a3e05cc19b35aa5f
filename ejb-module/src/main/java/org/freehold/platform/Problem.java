package org.freehold.platform;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller did or asked that cannot be done, told as RFC 9457 wants it: a stable code, a
 * title, what happened and a hint that helps. Rolls the transaction back.
 */
@ApplicationException(rollback = true)
public class Problem extends RuntimeException {
  /**
   * One wrong place in a request; the pointer is a JSON pointer (RFC 6901) into the body, or a
   * parameter's name.
   */
  public record Fault(String pointer, String code, String detail) {}

  private final int status;
  private final String code;
  private final String title;
  private final String hint;
  private final transient List<Fault> faults;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  protected Problem(int status, String code, String title, String detail, String hint) {
    this(status, code, title, detail, hint, List.of());
  }

  protected Problem(
      int status, String code, String title, String detail, String hint, List<Fault> faults) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
    this.hint = hint;
    this.faults = List.copyOf(faults);
  }

  /** Adds an extension member, as {@code permission} to a refusal. */
  protected final void member(String name, Object value) {
    members.put(name, value);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public String hint() {
    return hint;
  }

  public List<Fault> faults() {
    return faults;
  }

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
