package org.freehold.web.platform;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;

/**
 * Refuses query parameters that the resource does not know: a filter that is misspelt must not
 * return everything.
 */
@Provider
public class StrictQuery implements ContainerRequestFilter {
  private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Set<String> sent = request.getUriInfo().getQueryParameters().keySet();
    if (sent.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    Set<String> known = KNOWN.computeIfAbsent(resource.getResourceMethod(), StrictQuery::known);
    for (List<String> values : request.getUriInfo().getQueryParameters().values()) {
      if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
        throw Invalid.at("", "character", "A parameter holds the character NUL.");
      }
    }
    List<Fault> faults =
        sent.stream()
            .filter(name -> !known.contains(name))
            .map(
                name ->
                    new Fault(
                        name,
                        "unknown_parameter",
                        "There is no parameter "
                            + name
                            + " here; there are: "
                            + String.join(", ", known)
                            + "."))
            .toList();
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static Set<String> known(Method method) {
    Set<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        names.add(parameter.getAnnotation(QueryParam.class).value());
      }
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        names.addAll(ofBean(parameter.getType()));
      }
    }
    return names;
  }

  private static List<String> ofBean(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.isAnnotationPresent(QueryParam.class)) {
          names.add(field.getAnnotation(QueryParam.class).value());
        }
      }
    }
    return names;
  }
}
