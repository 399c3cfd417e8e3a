package id.patungan.testing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A route of the running program, as its request mappings know it, with what its handler asks for:
 * whoever adds a route need not name it for it to be walked.
 *
 * @param method null if the handler takes any
 * @param produces the type of its answer, if the handler is chosen by it
 */
public record Route(
        @Nullable HttpMethod method,
        String path,
        @Nullable MediaType produces,
        HandlerMethod handler) {

    private static final DefaultParameterNameDiscoverer NAMES =
            new DefaultParameterNameDiscoverer();

    /** Every route, by path and method. */
    public static List<Route> of(ApplicationContext context) {
        var routes = new ArrayList<Route>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> add(routes, info, handler)));
        routes.sort(Comparator.comparing(Route::toString));
        return List.copyOf(routes);
    }

    private static void add(List<Route> routes, RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        var types = info.getProducesCondition().getProducibleMediaTypes();
        for (var path : info.getPatternValues()) {
            for (var method : methods.isEmpty() ? NONE : methods) {
                routes.add(
                        new Route(
                                methods.isEmpty() ? null : method.asHttpMethod(),
                                path,
                                types.size() == 1 ? types.iterator().next() : null,
                                handler));
            }
        }
    }

    private static final Set<RequestMethod> NONE = Set.of(RequestMethod.GET);

    /** Whether it only reads. */
    public boolean reads() {
        return method == null || method.equals(HttpMethod.GET);
    }

    /** The method to ask with. */
    public HttpMethod verb() {
        return method == null ? HttpMethod.GET : method;
    }

    /** The fields of query or form that the handler names. */
    public List<String> fields() {
        var fields = new ArrayList<String>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.getParameterType().equals(MultipartFile.class) || takesAll(parameter)) {
                continue;
            }
            if (asked != null) {
                fields.add(
                        asked.value().isEmpty()
                                ? Objects.requireNonNull(parameter.getParameterName())
                                : asked.value());
            } else if (isForm(parameter)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    /** Whether the handler takes any field that is sent. */
    public boolean takesAnyField() {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(Route::takesAll);
    }

    /** The field of the file that the handler asks for; null if it asks for none. */
    public @Nullable String file() {
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType().equals(MultipartFile.class)) {
                parameter.initParameterNameDiscovery(NAMES);
                return parameter.getParameterName();
            }
        }
        return null;
    }

    /** What the handler reads from JSON; null if it reads none. */
    public @Nullable Class<?> json() {
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                return parameter.getParameterType();
            }
        }
        return null;
    }

    private static boolean takesAll(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return parameter.hasParameterAnnotation(RequestParam.class)
                && (type.equals(Map.class) || type.equals(MultiValueMap.class));
    }

    /** A record without an annotation, other than those that say who asks and where. */
    private static boolean isForm(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type.isRecord()
                && parameter.getParameterAnnotations().length == 0
                && !type.getPackageName().equals("id.patungan.platform");
    }

    @Override
    public String toString() {
        return (method == null ? "*" : method.name())
                + " "
                + path
                + (produces == null ? "" : " " + produces);
    }
}
